import { alsoOpen, type Contestant, settled } from './contestant.js';
import type { OperationName } from './operations.js';

const placed = 'station { id code name level programmes(first: 0) { totalCount } }';

/** Titles say nothing of age, so a deep page holds as many steps and revisions as the first; by date the first are all drafts. */
const byTitle = 'orderBy: { field: TITLE, direction: ASC }';

/** The operations as a partner or the console would ask them. */
export const documents: Readonly<Record<OperationName, string>> = {
  q3: `query Q3($within: ID!) { programmes(first: 25, where: { within: $within }) { totalCount
    nodes { id title kind state startsOn endsOn budget station { id name } steps { act from to on by comment } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: String!)', ', after: $after'),
  tree: `query Tree { stationTree { ${placed} children { ${placed} children { ${placed} } } } }`,
  report: `query Report($from: Date!, $to: Date!) { crossTownReport(period: { from: $from, to: $to }) {
    towns { label station { id code name } cells { kind state count budget } } total { label station { id } cells { kind state count budget } } } }`,
  insert: `mutation Create($input: TrainingProgrammeCreateInput!) { trainingProgrammeCreate(input: $input) { errors { message }
    trainingProgramme { id title state version startsOn budget category form audience station { id code name } steps { act from to on by } revisions { no state inForceFrom title budget } } } }`,
};

function page(variables: string, after: string): string {
  return `query Q4${variables} { programmes(first: 20, ${byTitle}${after}) { nodes { id title kind state stateSince startsOn endsOn budget version station { id code name level }
    steps { id act from to on at by } revisions { id no state inForceFrom title budget reason enteredAt station { id name } } } pageInfo { hasNextPage } } }`;
}

function variablesOf(operation: OperationName, input: Record<string, unknown>, after: string): object {
  if (operation === 'q4deep') return { after };
  if (operation !== 'insert') return input;
  const { station, starts_on, ends_on, fund_source, planned_sessions, planned_places, budget, ...same } = input;
  const [stationId, startsOn, endsOn, fundSource] = [station, starts_on, ends_on, fund_source];
  const [plannedSessions, plannedPlaces] = [planned_sessions, planned_places];
  const yuan = (Number(budget) / 100).toFixed(2);
  return { input: { ...same, stationId, startsOn, endsOn, fundSource, plannedSessions, plannedPlaces, budget: yuan } };
}

/** The field of the answer that holds what was asked. */
export const rootFields: Readonly<Record<OperationName, string>> = {
  q3: 'programmes',
  q4: 'programmes',
  q4deep: 'programmes',
  tree: 'stationTree',
  report: 'crossTownReport',
  insert: 'trainingProgrammeCreate',
};

/** The real server as `start` makes it, in production; `isOpen` puts it on the copy without row security. */
export function lianxin(isOpen = false): Contestant {
  return {
    name: isOpen ? 'lianxin, no row security' : 'lianxin',
    script: 'api/main.js',
    arguments: ['start', '--no-build'],
    isOpen,
    ...(isOpen && { only: alsoOpen }),
    prepare: async (ask, { deep }) => {
      const query = `{ programmes(first: 1, offset: ${deep.offset - 1}, ${byTitle}) { pageInfo { endCursor } } }`;
      return (await ask({ query }, 'county')).programmes.pageInfo.endCursor;
    },
    body: (operation, { input }, cursor) => ({
      query: documents[operation],
      variables: variablesOf(operation, input, cursor),
    }),
    read: (operation, data) => settled(operation, data[rootFields[operation]]),
  };
}
