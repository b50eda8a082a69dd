/**
 * What reading does not plan, and why: where a selection holds one of these fields, resolvers answer its root field. The list stands
 * among the house's rules, and not in the API, because nothing at run time reads it; the aim is that it is empty.
 */
export const fallbacks: Readonly<Record<string, string>> = {
  'Edition.drift': 'it asks the catalogue the same question again',
  'Edition.isIntact': 'it hashes what is kept anew',
  'Edition.report': 'it is one value, kept whole, and the rows behind its figures are those of a report',
  'MetricCell.rows': 'its statement is written from the catalogue for the metric of its figure',
  'Query.auditCheck': 'it recomputes every seal of the county, portion by portion, so that none meets the time limit',
  'Query.briefPreview': 'its figures are asked of the catalogue as its text names them',
  'Query.briefReading': 'its figures are asked of the catalogue as its text names them',
  'Query.dividendPreview': 'it works a dividend out by the very code that enters it, and says what is wrong with it',
  'Query.explainAccess': 'it judges the rights of another person, on a record that rooms above are asked for',
  'Query.fittingOpenings': 'it weighs openings against a person by the very code that says why each fits, in words',
  'Query.metrics': 'it is a list of the code, and no record is read',
  'Query.paySheet': 'its lines are worked out by the one rule of whole fen that the code has',
  'Query.levelTestPlacement': 'it tries the score rule out by the very code that places people by it',
  'Query.reportFormFilled': 'its figures are asked of the catalogue as its cells name them',
  'Query.stationActPreview': 'it tries an act out, and rooms above are asked for what it would touch',
  'ReportLine.station': 'it hangs on a line that code has made',
};
