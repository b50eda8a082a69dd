import { alsoOpen, type Contestant, settled } from './contestant.js';
import type { OperationName } from './operations.js';
import { ofLianxin } from './records.js';

const placed = 'station { id code name level programmes(first: 0) { totalCount } }';

/** The operations as a partner or the console would ask them. */
export const documents: Readonly<Record<OperationName, string>> = {
  ...ofLianxin.documents,
  tree: `query Tree { stationTree { ${placed} children { ${placed} children { ${placed} } } } }`,
  quarter: `query Quarter($from: Date!, $to: Date!) { report(metrics: [TRAINING_SESSIONS, TRAINING_PERSON_TIMES, TRAINING_PERSONS], by: TOWNSHIP, period: { days: { from: $from, to: $to } }) {
    lines { label cells { metric value } } total { label cells { metric value } } } }`,
  report: `query Report($from: Date!, $to: Date!) { crossTownReport(period: { from: $from, to: $to }) {
    towns { label station { id code name } cells { kind state count budget } } total { label station { id } cells { kind state count budget } } } }`,
};

function variablesOf(operation: OperationName, input: Record<string, unknown>, after: string): object {
  if (operation === 'q4deep') return { after };
  if (operation !== 'insert') return input;
  return ofLianxin.insertVariables(input);
}

/** The field of the answer that holds what was asked. */
export const rootFields: Readonly<Record<OperationName, string>> = {
  ...ofLianxin.rootFields,
  tree: 'stationTree',
  quarter: 'report',
  report: 'crossTownReport',
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
      const found = await ask({ query: ofLianxin.cursorText(deep.offset) }, 'county');
      return found[rootFields.q4].pageInfo.endCursor;
    },
    body: (operation, { input }, cursor) => ({
      query: documents[operation],
      variables: variablesOf(operation, input, cursor),
    }),
    read: (operation, data) => settled(operation, data[rootFields[operation]]),
  };
}
