import { type Contestant, type Shape, settled } from './contestant.js';
import type { OperationName, Question } from './operations.js';
import { generated, generatedVariables, ownFunction, ownFunctionVariables } from './postgraphile.insert.js';

const newest = 'orderBy: [STARTS_ON_DESC, ROW_ID_DESC]';
const byTitle = 'orderBy: [PINYIN_ASC, ROW_ID_ASC]';
const steps = 'steps: programmeStepsByTenantIdAndProgrammeIdList(first: 10, orderBy: [ON_DAY_ASC, ROW_ID_ASC])';
const revisions = 'revisions: programmeRevisionsByTenantIdAndProgrammeIdAndKindList(first: 10, orderBy: [NO_ASC])';
const station = 'station: stationByTenantIdAndStationId';
const placed = 'id: rowId code name level programmes: programmesByTenantIdAndStationId(first: 0) { totalCount }';

const documents: Readonly<Record<OperationName, string>> = {
  q3: `query Q3($within: UUID!) { page: peerProgrammesWithin(place: $within, first: 25, ${newest}) { totalCount
    nodes { id: rowId title kind state startsOn endsOn budget ${station} { id: rowId name } ${steps} { act from to on: onDay by comment } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: Cursor!)', ', after: $after'),
  tree: `query Tree { root: peerStationRoot { ${placed} children: belowList { ${placed} children: belowList { ${placed} } } } }`,
  report: `query Report($from: Date!, $to: Date!) { lines: peerCrossTownList(fromDay: $from, toDay: $to) { id: stationId code name label kind state count budget } }`,
  insert: generated(made()),
};
const byOwnFunction = ownFunction(made());

function made(): string {
  return `{ category form audience
    programme: programmeByTenantIdAndRowIdAndKind { title state version startsOn budget ${station} { id: rowId code name } ${steps} { act from to on: onDay by } ${revisions} { no state inForceFrom: validFrom title budget } } }`;
}

function page(variables: string, after: string): string {
  return `query Q4${variables} { page: allProgrammes(first: 20, ${byTitle}${after}) { nodes { id: rowId title kind state stateSince startsOn endsOn budget version ${station} { id: rowId code name level }
    ${steps} { id: rowId act from to on: onDay at by } ${revisions} { id: rowId no state inForceFrom: validFrom title budget reason enteredAt ${station} { id: rowId name } } } pageInfo { hasNextPage } } }`;
}

/** PostGraphile 5 on grafserv; the names are its own, mended by aliases, and its answers are read into Lianxin's shapes. */
export function postgraphile(): Contestant {
  return {
    name: 'postgraphile',
    script: 'test/bench/peers/postgraphile.server.js',
    environment: { GRAPHILE_ENV: 'production' },
    prepare: async (ask, { deep }) => {
      const query = `{ page: allProgrammes(first: 1, offset: ${deep.offset - 1}, ${byTitle}) { pageInfo { endCursor } } }`;
      return (await ask({ query }, 'county')).page.pageInfo.endCursor;
    },
    body: (operation, question, cursor) => bodyOf(documents[operation], variablesOf(operation, question, cursor)),
    read: (operation, data) => readers[operation](data),
  };
}

/** PostGraphile again, where its users leave what it generates and write the insert as one SQL function. */
export function postgraphileByFunction(): Contestant {
  return {
    ...postgraphile(),
    name: `${postgraphile().name}, own function`,
    only: ['insert'],
    body: (_operation, question) => bodyOf(byOwnFunction, ownFunctionVariables(question)),
    read: (_operation, data) => created(data.made.result),
  };
}

function bodyOf(query: string, variables: object): object {
  return { query, operationName: /(?:query|mutation) (\w+)/.exec(query)?.[1], variables };
}

function variablesOf(operation: OperationName, question: Question, after: string): object {
  if (operation === 'q4deep') return { after };
  return operation === 'insert' ? generatedVariables(question) : question.input;
}

const money = (fen: string | null) => (fen === null ? null : (Number(fen) / 100).toFixed(2));
const instant = (text: string) => new Date(text).toISOString();

function programme({ budget, steps: taken, revisions: made, ...rest }: Shape): Shape {
  return {
    ...rest,
    budget: money(budget),
    steps: taken.map((step: Shape) => (step.at ? { ...step, at: instant(step.at) } : step)),
    ...(made && {
      revisions: made.map((r: Shape) => ({
        ...r,
        budget: money(r.budget),
        ...(r.enteredAt && { enteredAt: instant(r.enteredAt) }),
      })),
    }),
  };
}

function node({ children, ...own }: Shape): Shape {
  return { station: own, ...(children && { children: children.map(node) }) };
}

function connection({ page: found }: Shape): Shape {
  return { ...found, nodes: found.nodes.map(programme) };
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

const readers: Readonly<Record<OperationName, (data: Shape) => unknown>> = {
  q3: connection,
  q4: connection,
  q4deep: connection,
  tree: ({ root }) => node(root),
  report: lines,
  insert: ({ revisionAudit }) => created(revisionAudit.query.result),
};

function created({ programme: shared, ...own }: Shape): unknown {
  return settled('insert', { trainingProgramme: { id: null, ...programme(shared), ...own }, errors: [] });
}
