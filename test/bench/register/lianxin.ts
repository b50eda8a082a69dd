/** The register and its courses as a partner or the console would ask for them. */
export const documents = {
  q3: `query Q3($within: ID!) { households(first: 25, where: { within: $within }) { totalCount
    nodes { id code headName address station { id name } memberships { relation validFrom person { id name sex birthDay } } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: String!)', ', after: $after'),
  insert: `mutation Create($input: HouseholdCreateInput!) { householdCreate(input: $input) { errors { message }
    household { id code address headName version isClosed station { id code name } places { validFrom reason place { id name } } } } }`,
};

function page(variables: string, after: string): string {
  return `query Q4${variables} { courses(first: 20${after}) { nodes { id title startsOn endsOn capacity version station { id code name level }
    enrolments(first: 10) { nodes { id no state stateSince person { id name sex birthDay } household { id code headName } } } } pageInfo { hasNextPage } } }`;
}

/** Asks for the cursor of the last row before the deep page. */
export const cursorText = (offset: number) => `{ courses(first: 1, offset: ${offset - 1}) { pageInfo { endCursor } } }`;

/** The field of the answer that holds what was asked. */
export const rootFields = { q3: 'households', q4: 'courses', q4deep: 'courses', insert: 'householdCreate' };

export function insertVariables({ station, ...same }: Record<string, unknown>): object {
  return { input: { stationId: station, ...same } };
}
