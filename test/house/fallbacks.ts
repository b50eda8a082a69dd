/**
 * What reading does not plan, and why: where a selection holds one of these fields, resolvers answer its root field. The list stands
 * among the house's rules, and not in the API, because nothing at run time reads it; the aim is that it is empty.
 */
export const fallbacks: Readonly<Record<string, string>> = {
  'Query.auditCheck': 'Query.auditCheck does not say how it is read',
  'Query.crossTownReport': 'Query.crossTownReport does not say how it is read',
  'Query.explainAccess': 'Query.explainAccess does not say how it is read',
  'Query.stationActPreview': 'Query.stationActPreview does not say how it is read',
};
