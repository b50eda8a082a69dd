import type { Shape } from '../contestant.js';
import { generated, ownFunction } from './generated.js';
import { settled } from './index.js';

/** Programmes by the names that PostGraphile gives, and its answers in Lianxin's shapes. */

const newest = 'orderBy: [STARTS_ON_DESC, ROW_ID_DESC]';
const byTitle = 'orderBy: [PINYIN_ASC, ROW_ID_ASC]';
const steps = 'steps: programmeStepsByTenantIdAndProgrammeIdList(first: 10, orderBy: [ON_DAY_ASC, ROW_ID_ASC])';
const revisions = 'revisions: programmeRevisionsByTenantIdAndProgrammeIdAndKindList(first: 10, orderBy: [NO_ASC])';
const station = 'station: stationByTenantIdAndStationId';
export const documents = {
  q3: `query Q3($within: UUID!) { page: peerProgrammesWithin(place: $within, first: 25, ${newest}) { totalCount
    nodes { id: rowId title kind state startsOn endsOn budget ${station} { id: rowId name } ${steps} { act from to on: onDay by comment } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: Cursor!)', ', after: $after'),
  insert: generated(made()),
};
export const byOwnFunction = ownFunction(made());

function made(): string {
  return `{ category form audience
    programme: programmeByTenantIdAndRowIdAndKind { title state version startsOn budget ${station} { id: rowId code name } ${steps} { act from to on: onDay by } ${revisions} { no state inForceFrom: validFrom title budget } } }`;
}

function page(variables: string, after: string): string {
  return `query Q4${variables} { page: allProgrammes(first: 20, ${byTitle}${after}) { nodes { id: rowId title kind state stateSince startsOn endsOn budget version ${station} { id: rowId code name level }
    ${steps} { id: rowId act from to on: onDay at by } ${revisions} { id: rowId no state inForceFrom: validFrom title budget reason enteredAt ${station} { id: rowId name } } } pageInfo { hasNextPage } } }`;
}

/** Asks for the cursor of the last row before the deep page. */
export const cursorText = (offset: number) =>
  `{ page: allProgrammes(first: 1, offset: ${offset - 1}, ${byTitle}) { pageInfo { endCursor } } }`;

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

function connection({ page: found }: Shape): Shape {
  return { ...found, nodes: found.nodes.map(programme) };
}

export function created({ programme: shared, ...own }: Shape): unknown {
  return settled({ trainingProgramme: { id: null, ...programme(shared), ...own }, errors: [] });
}

export const readers = {
  q3: connection,
  q4: connection,
  q4deep: connection,
  insert: ({ revisionAudit }: Shape) => created(revisionAudit.query.result),
};

export { generatedVariables, ownFunctionVariables } from './generated.js';
export { functions } from './postgraphile.setup.js';
