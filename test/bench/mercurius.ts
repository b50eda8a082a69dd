import { type Contestant, operationsOfPeers, settled } from './contestant.js';
import { documents, rootFields } from './lianxin.js';
import type { OperationName } from './operations.js';
import { ofLianxin, ofMercurius } from './records.js';

const changed: Partial<Record<OperationName, string>> = {
  report: documents.report.replaceAll('Date!', 'String!'),
};

/** Mercurius, jit and loaders; its schema is Lianxin's as far as it is asked for. */
export function mercurius(): Contestant {
  return {
    name: 'mercurius',
    script: 'test/bench/peers/mercurius.server.js',
    only: operationsOfPeers,
    body: (operation, { input }) => ({
      query: changed[operation] ?? documents[operation],
      variables: variablesOf(operation, input),
    }),
    read: (operation, data) => settled(operation, data[rootFields[operation]]),
  };
}

function variablesOf(operation: OperationName, input: Record<string, unknown>): object {
  if (operation === 'q4deep') return { after: ofMercurius.cursorOf(input) };
  return operation === 'insert' ? ofLianxin.insertVariables(input) : input;
}
