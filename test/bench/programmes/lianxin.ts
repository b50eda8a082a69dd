/** Programmes as a partner or the console would ask for them. */

/** Titles say nothing of age, so a deep page holds as many steps and revisions as the first; by date the first are all drafts. */
const byTitle = 'orderBy: { field: TITLE, direction: ASC }';

export const documents = {
  q3: `query Q3($within: ID!) { programmes(first: 25, where: { within: $within }) { totalCount
    nodes { id title kind state startsOn endsOn budget station { id name } steps { act from to on by comment } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: String!)', ', after: $after'),
  insert: `mutation Create($input: TrainingProgrammeCreateInput!) { trainingProgrammeCreate(input: $input) { errors { message }
    trainingProgramme { id title state version startsOn budget category form audience station { id code name } steps { act from to on by } revisions { no state inForceFrom title budget } } } }`,
};

function page(variables: string, after: string): string {
  return `query Q4${variables} { programmes(first: 20, ${byTitle}${after}) { nodes { id title kind state stateSince startsOn endsOn budget version station { id code name level }
    steps { id act from to on at by } revisions { id no state inForceFrom title budget reason enteredAt station { id name } } } pageInfo { hasNextPage } } }`;
}

/** Asks for the cursor of the last row before the deep page. */
export const cursorText = (offset: number) =>
  `{ programmes(first: 1, offset: ${offset - 1}, ${byTitle}) { pageInfo { endCursor } } }`;

/** The field of the answer that holds what was asked. */
export const rootFields = {
  q3: 'programmes',
  q4: 'programmes',
  q4deep: 'programmes',
  insert: 'trainingProgrammeCreate',
};

export function insertVariables(input: Record<string, unknown>): object {
  const { station, starts_on, ends_on, fund_source, planned_sessions, planned_places, budget, ...same } = input;
  const [stationId, startsOn, endsOn, fundSource] = [station, starts_on, ends_on, fund_source];
  const [plannedSessions, plannedPlaces] = [planned_sessions, planned_places];
  const yuan = (Number(budget) / 100).toFixed(2);
  return { input: { ...same, stationId, startsOn, endsOn, fundSource, plannedSessions, plannedPlaces, budget: yuan } };
}
