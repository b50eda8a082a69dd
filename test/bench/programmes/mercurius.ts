import type { Foreign } from '../peers/load.js';
import { type Asked, type Asking, money } from '../peers/mercurius.parts.js';
import { today } from '../peers/scope.js';
import { under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { insertTraining, numbered } from './statements.js';

/** Programmes in the schema of Mercurius, their statements, resolvers and loaders. */
export const types = `
  type Step { id: ID! act: String! from: String to: String! on: String! at: String! by: String comment: String }
  type Revision { id: ID! no: Int! state: String! inForceFrom: String title: String! budget: String reason: String enteredAt: String! station: Station }
  type Programme { id: ID! title: String! kind: String! state: String! stateSince: String! startsOn: String! endsOn: String! budget: String version: Int!
    category: String form: String audience: String station: Station steps(first: Int): [Step!]! revisions(first: Int): [Revision!]! }
  type ProgrammeConnection { totalCount: Int! nodes: [Programme!]! pageInfo: PageInfo! }
  type CreatePayload { trainingProgramme: Programme errors: [UserError!]! }
  input ProgrammeFilter { within: ID }
  enum ProgrammeOrderField { TITLE }
  enum OrderDirection { ASC }
  input ProgrammeOrder { field: ProgrammeOrderField! direction: OrderDirection! }
  input TrainingInput { station: ID! title: String! starts_on: String! ends_on: String! plan: String budget: Int fund_source: String responsible: String
    category: String! form: String! audience: String! planned_sessions: Int planned_places: Int }`;
export const queryField =
  'programmes(first: Int!, after: String, where: ProgrammeFilter, orderBy: ProgrammeOrder): ProgrammeConnection!';
export const mutationField = 'trainingProgrammeCreate(input: TrainingInput!): CreatePayload!';

const programme = `p.id, p.title, p.kind, p.state, p.state_since::text as "stateSince", p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.budget, p.version, p.station_id, p.pinyin`;
const newest = 'order by p.starts_on desc, p.id desc limit';
const byTitle = 'order by p.pinyin, p.id limit';

export const sql = {
  all: `select ${programme} from programme p where p.tenant_id = $1 ${byTitle} $2`,
  after: `select ${programme} from programme p where p.tenant_id = $1 and (p.pinyin, p.id) > ($3, $4::uuid) ${byTitle} $2`,
  within: `with recursive ${under('$1', '$3', '$4')} select ${programme} from programme p where p.tenant_id = $1 and p.station_id in (select id from under) ${newest} $2`,
  count: `select count(*)::int as many from programme p where p.tenant_id = $1`,
  countWithin: `with recursive ${under('$1', '$2', '$3')} select count(*)::int as many from programme p where p.tenant_id = $1 and p.station_id in (select id from under)`,
  steps: `select s.programme_id, s.id, s.act, s."from", s."to", s.on_day::text as on, s.at, s.by, s.comment
    from unnest($2::uuid[]) k (id) cross join lateral (select * from programme_step s where s.tenant_id = $1 and s.programme_id = k.id order by s.on_day, s.id limit 10) s`,
  revisions: `select r.programme_id, r.id, r.no, r.state, r.valid_from::text as "inForceFrom", r.title, r.budget, r.reason, r.entered_at as "enteredAt", r.station_id
    from unnest($2::uuid[]) k (id) cross join lateral (select * from programme_revision r where r.tenant_id = $1 and r.programme_id = k.id order by r.no limit 10) r`,
  one: `select ${programme}, k.category, k.form, k.audience from programme p join training_programme k on k.tenant_id = $1 and k.id = p.id where p.tenant_id = $1 and p.id = $2`,
  insert: insertTraining(numbered),
} as const;

const cursorOf = (row: Foreign) => Buffer.from(JSON.stringify([row.pinyin, row.id])).toString('base64url');

async function page({ db }: { db: Asking }, { first, after, where }: Foreign): Promise<object> {
  const { tenantId } = db.scope;
  const many = first + 1;
  const within = where?.within;
  const found = within
    ? await db.ask('within', [tenantId, many, within, today()])
    : after
      ? await db.ask('after', [tenantId, many, ...JSON.parse(Buffer.from(after, 'base64url').toString())])
      : await db.ask('all', [tenantId, many]);
  const nodes = found.slice(0, first);
  const count = () => (within ? db.ask('countWithin', [tenantId, within, today()]) : db.ask('count', [tenantId]));
  return {
    nodes,
    totalCount: async () => (await count())[0].many,
    pageInfo: { hasNextPage: found.length > first, endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)) : null },
  };
}

async function create(_: unknown, { input }: Foreign, { db }: { db: Asking }): Promise<object> {
  const [made] = await db.ask('insert', insertRow(db.scope, input, today()));
  const [record] = await db.ask('one', [db.scope.tenantId, made.id]);
  return { trainingProgramme: record, errors: [] };
}

function manyOf(name: 'steps' | 'revisions') {
  return async (asked: Asked, { db }: { db: Asking }): Promise<object[][]> => {
    const rows = await db.ask(name, [db.scope.tenantId, asked.map(({ obj }) => obj.id)]);
    const byProgramme = Map.groupBy(rows, (row) => row.programme_id);
    return asked.map(({ obj }) => byProgramme.get(obj.id) ?? []);
  };
}

export const resolvers = {
  Query: { programmes: (_: unknown, args: Foreign, context: { db: Asking }) => page(context, args) },
  types: {
    Mutation: { trainingProgrammeCreate: create },
    ProgrammeConnection: { totalCount: (connection: Foreign) => connection.totalCount() },
    Programme: { budget: (row: Foreign) => money(row.budget) },
    Revision: { budget: (row: Foreign) => money(row.budget), enteredAt: (row: Foreign) => row.enteredAt.toISOString() },
    Step: { at: (row: Foreign) => row.at.toISOString() },
  },
};

const uncached = { opts: { cache: false } };

export const loaders = (stationsOf: Foreign) => ({
  Programme: {
    station: { loader: stationsOf, ...uncached },
    steps: { loader: manyOf('steps'), ...uncached },
    revisions: { loader: manyOf('revisions'), ...uncached },
  },
  Revision: { station: { loader: stationsOf, ...uncached } },
});
