import { type Contestant, type Shape, settled } from './contestant.js';
import type { OperationName } from './operations.js';

const newest = 'orderBy: [STARTS_ON_DESC, ROW_ID_DESC]';
const steps = 'steps: programmeStepsByTenantIdAndProgrammeIdList(first: 10, orderBy: [ON_DAY_ASC, ROW_ID_ASC])';
const revisions = 'revisions: programmeRevisionsByTenantIdAndProgrammeIdAndKindList(first: 10, orderBy: [NO_ASC])';
const station = 'station: stationByTenantIdAndStationId';
const placed = 'id: rowId code name level';

const documents: Readonly<Record<OperationName, string>> = {
  q3: `query Q3($within: UUID!) { page: peerProgrammesWithin(place: $within, first: 25, ${newest}) { totalCount
    nodes { id: rowId title kind state startsOn endsOn budget ${station} { id: rowId name } ${steps} { act from to on: onDay by comment } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: Cursor!)', ', after: $after'),
  tree: `query Tree { root: peerStationRoot { ${placed} children: belowList { ${placed} children: belowList { ${placed} } } } }`,
  report: `query Report($from: Date!, $to: Date!) { lines: peerCrossTownList(fromDay: $from, toDay: $to) { id: stationId code name label kind state count budget } }`,
  insert: `mutation Create($input: PeerTrainingDraftInput!) { made: peerTrainingDraft(input: $input) { result { category form audience
    programme: programmeByTenantIdAndRowIdAndKind { title state version startsOn budget ${station} { id: rowId code name } ${steps} { act from to on: onDay by } ${revisions} { no state inForceFrom: validFrom title budget } } } } }`,
};

function page(variables: string, after: string): string {
  return `query Q4${variables} { page: allProgrammes(first: 20, ${newest}${after}) { nodes { id: rowId title kind state stateSince startsOn endsOn budget version ${station} { id: rowId code name level }
    ${steps} { id: rowId act from to on: onDay at by } ${revisions} { id: rowId no state inForceFrom: validFrom title budget reason enteredAt ${station} { id: rowId name } } } pageInfo { hasNextPage } } }`;
}

/** PostGraphile 5 on grafserv; the names are its own, mended by aliases, and its answers are read into Lianxin's shapes. */
export function postgraphile(): Contestant {
  return {
    name: 'postgraphile',
    script: 'test/bench/peers/postgraphile.server.js',
    environment: { GRAPHILE_ENV: 'production' },
    prepare: async (ask, { deep }) => {
      const query = `{ page: allProgrammes(first: 1, offset: ${deep.offset - 1}, ${newest}) { pageInfo { endCursor } } }`;
      return (await ask({ query }, 'county')).page.pageInfo.endCursor;
    },
    body: (operation, { input }, cursor) => ({
      query: documents[operation],
      operationName: /(?:query|mutation) (\w+)/.exec(documents[operation])?.[1],
      variables: variablesOf(operation, input, cursor),
    }),
    read: (operation, data) => readers[operation](data),
  };
}

function variablesOf(operation: OperationName, input: Record<string, unknown>, after: string): object {
  if (operation === 'q4deep') return { after };
  if (operation !== 'insert') return input;
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const given = Object.fromEntries(Object.entries(input).map(([name, value]) => [camel(name), value]));
  return { input: { ...given, budget: String(input.budget), pinyin: 'yacedongjijinengpeixun', initials: 'ycdjjnpx' } };
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
  insert: ({ made: { result } }) => {
    const { programme: shared, ...own } = result;
    return settled('insert', { trainingProgramme: { id: null, ...programme(shared), ...own }, errors: [] });
  },
};
