import { type Contestant, operationsOfPeers, type Shape } from './contestant.js';
import type { OperationName, Question } from './operations.js';
import { ofPostgraphile } from './records.js';

const placed = 'id: rowId code name level programmes: programmesByTenantIdAndStationId(first: 0) { totalCount }';

const documents: Readonly<Partial<Record<OperationName, string>>> = {
  ...ofPostgraphile.documents,
  tree: `query Tree { root: peerStationRoot { ${placed} children: belowList { ${placed} children: belowList { ${placed} } } } }`,
  report: `query Report($from: Date!, $to: Date!) { lines: peerCrossTownList(fromDay: $from, toDay: $to) { id: stationId code name label kind state count budget } }`,
};

/** PostGraphile 5 on grafserv; the names are its own, mended by aliases, and its answers are read into Lianxin's shapes. */
export function postgraphile(): Contestant {
  return {
    name: 'postgraphile',
    script: 'test/bench/peers/postgraphile.server.js',
    environment: { GRAPHILE_ENV: 'production' },
    only: operationsOfPeers,
    prepare: async (ask, { deep }) => {
      const query = ofPostgraphile.cursorText(deep.offset);
      return (await ask({ query }, 'county')).page.pageInfo.endCursor;
    },
    body: (operation, question, cursor) => bodyOf(documents[operation] ?? '', variablesOf(operation, question, cursor)),
    read: (operation, data) => readers[operation]?.(data),
  };
}

/** PostGraphile again, where its users leave what it generates and write the insert as one SQL function. */
export function postgraphileByFunction(): Contestant {
  return {
    ...postgraphile(),
    name: `${postgraphile().name}, own function`,
    only: ['insert'],
    body: (_operation, question) => bodyOf(ofPostgraphile.byOwnFunction, ofPostgraphile.ownFunctionVariables(question)),
    read: (_operation, data) => ofPostgraphile.created(data.made.result),
  };
}

function bodyOf(query: string, variables: object): object {
  return { query, operationName: /(?:query|mutation) (\w+)/.exec(query)?.[1], variables };
}

function variablesOf(operation: OperationName, question: Question, after: string): object {
  if (operation === 'q4deep') return { after };
  return operation === 'insert' ? ofPostgraphile.generatedVariables(question) : question.input;
}

const money = (fen: string | null) => (fen === null ? null : (Number(fen) / 100).toFixed(2));

function node({ children, ...own }: Shape): Shape {
  return { station: own, ...(children && { children: children.map(node) }) };
}

function lines({ lines: rows }: Shape): Shape {
  const byCode = Map.groupBy(rows as Shape[], (row) => row.code);
  const all = [...byCode.values()].map((cells) => {
    const { id, code, name, label } = cells[0];
    const figures = cells.map(({ kind, state, count, budget }) => ({ kind, state, count, budget: money(budget) }));
    return { label, station: id === null ? null : { id, code, name }, cells: figures };
  });
  return { towns: all.slice(0, -1), total: all.at(-1) };
}

const readers: Readonly<Partial<Record<OperationName, (data: Shape) => unknown>>> = {
  ...ofPostgraphile.readers,
  tree: ({ root }) => node(root),
  report: lines,
};
