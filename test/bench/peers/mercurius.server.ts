import pg from 'pg';
import { crossTown, insertTraining, nameOf, numbered, ownProgrammes, parentOf, under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { type Foreign, peer } from './load.js';
import { contextOf, type Scope, scopeOfRequest, scopesFromEnvironment, today } from './scope.js';

/**
 * Mercurius with graphql-jit and its own loaders, over pg. A request takes one connection, sends BEGIN with the context ahead of
 * its first statement, and every loader asks one prepared statement for all its keys; statements of one level go out together.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, pipeline: true } as pg.PoolConfig);
const scopes = scopesFromEnvironment();

const schema = `
  type Count { totalCount: Int! }
  type Station { id: ID! code: String! name: String! level: String! programmes(first: Int!): Count! }
  type StationNode { station: Station! children: [StationNode!]! }
  type Step { id: ID! act: String! from: String to: String! on: String! at: String! by: String comment: String }
  type Revision { id: ID! no: Int! state: String! inForceFrom: String title: String! budget: String reason: String enteredAt: String! station: Station }
  type Programme { id: ID! title: String! kind: String! state: String! stateSince: String! startsOn: String! endsOn: String! budget: String version: Int!
    category: String form: String audience: String station: Station steps(first: Int): [Step!]! revisions(first: Int): [Revision!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type ProgrammeConnection { totalCount: Int! nodes: [Programme!]! pageInfo: PageInfo! }
  type Cell { kind: String! state: String! count: Int! budget: String! }
  type Line { label: String! station: Station cells: [Cell!]! }
  type Report { asOf: String! towns: [Line!]! total: Line! }
  type UserError { message: String! }
  type CreatePayload { trainingProgramme: Programme errors: [UserError!]! }
  input ProgrammeFilter { within: ID }
  enum ProgrammeOrderField { TITLE }
  enum OrderDirection { ASC }
  input ProgrammeOrder { field: ProgrammeOrderField! direction: OrderDirection! }
  input PeriodInput { from: String! to: String! }
  input TrainingInput { station: ID! title: String! starts_on: String! ends_on: String! plan: String budget: Int fund_source: String responsible: String
    category: String! form: String! audience: String! planned_sessions: Int planned_places: Int }
  type Query { programmes(first: Int!, after: String, where: ProgrammeFilter, orderBy: ProgrammeOrder): ProgrammeConnection! stationTree: StationNode! crossTownReport(period: PeriodInput!): Report! }
  type Mutation { trainingProgrammeCreate(input: TrainingInput!): CreatePayload! }`;

const programme = `p.id, p.title, p.kind, p.state, p.state_since::text as "stateSince", p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.budget, p.version, p.station_id, p.pinyin`;
const newest = 'order by p.starts_on desc, p.id desc limit';
const byTitle = 'order by p.pinyin, p.id limit';

const sql = {
  all: `select ${programme} from programme p where p.tenant_id = $1 ${byTitle} $2`,
  after: `select ${programme} from programme p where p.tenant_id = $1 and (p.pinyin, p.id) > ($3, $4::uuid) ${byTitle} $2`,
  within: `with recursive ${under('$1', '$3', '$4')} select ${programme} from programme p where p.tenant_id = $1 and p.station_id in (select id from under) ${newest} $2`,
  count: `select count(*)::int as many from programme p where p.tenant_id = $1`,
  countWithin: `with recursive ${under('$1', '$2', '$3')} select count(*)::int as many from programme p where p.tenant_id = $1 and p.station_id in (select id from under)`,
  stations: `select s.id, s.code, s.level, ${nameOf('$1', 's.id', '$3')} as name from station s where s.tenant_id = $1 and s.id = any($2::uuid[])`,
  steps: `select s.programme_id, s.id, s.act, s."from", s."to", s.on_day::text as on, s.at, s.by, s.comment
    from unnest($2::uuid[]) k (id) cross join lateral (select * from programme_step s where s.tenant_id = $1 and s.programme_id = k.id order by s.on_day, s.id limit 10) s`,
  revisions: `select r.programme_id, r.id, r.no, r.state, r.valid_from::text as "inForceFrom", r.title, r.budget, r.reason, r.entered_at as "enteredAt", r.station_id
    from unnest($2::uuid[]) k (id) cross join lateral (select * from programme_revision r where r.tenant_id = $1 and r.programme_id = k.id order by r.no limit 10) r`,
  tree: `select s.id, s.code, s.level, ${nameOf('$1', 's.id', '$2')} as name, ${parentOf('$1', 's.id', '$2')} as parent_id
    from station s where s.tenant_id = $1 and s.opened_on <= $2::date and (s.closed_on is null or s.closed_on > $2::date) order by s.code`,
  ownCounts: `select c.station_id, c.many from (${ownProgrammes('$1')}) c where c.station_id = any($2::uuid[])`,
  report: crossTown('$1', '$2', '$3', '$4'),
  insert: insertTraining(numbered),
  one: `select ${programme}, k.category, k.form, k.audience from programme p join training_programme k on k.tenant_id = $1 and k.id = p.id where p.tenant_id = $1 and p.id = $2`,
} as const;

/** One request's transaction. */
class Session {
  private client: Promise<pg.PoolClient> | null = null;
  private begun: Promise<unknown> = Promise.resolve();

  constructor(
    readonly scope: Scope,
    private readonly isWrite: () => boolean,
  ) {}

  async ask(name: keyof typeof sql, values: unknown[]): Promise<Foreign[]> {
    this.client ??= this.open();
    const { rows } = await (await this.client).query({ name, text: sql[name], values });
    return rows;
  }

  private async open(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const mode = this.isWrite() ? '' : 'isolation level repeatable read read only';
    this.begun = client.query(`begin ${mode}; ${contextOf(this.scope)}`);
    this.begun.catch(() => undefined);
    return client;
  }

  async end(): Promise<void> {
    if (!this.client) return;
    const client = await this.client;
    await Promise.all([this.begun, client.query('commit')]).finally(() => client.release());
  }
}

const money = (fen: string | null) =>
  fen === null ? null : `${fen.slice(0, -2) || '0'}.${fen.slice(-2).padStart(2, '0')}`;
const cursorOf = (row: Foreign) => Buffer.from(JSON.stringify([row.pinyin, row.id])).toString('base64url');

async function page({ db }: { db: Session }, { first, after, where }: Foreign): Promise<object> {
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

async function stationTree(_: unknown, _args: unknown, { db }: { db: Session }): Promise<object> {
  const rows = await db.ask('tree', [db.scope.tenantId, today()]);
  const nodes = new Map(rows.map((row) => [row.id, { station: row, children: [] as object[] }]));
  for (const row of rows) nodes.get(row.parent_id)?.children.push(nodes.get(row.id) as object);
  return nodes.get(rows.find((row) => row.level === 'COUNTY').id) as object;
}

async function crossTownReport(_: unknown, { period }: Foreign, { db }: { db: Session }): Promise<object> {
  const rows = await db.ask('report', [db.scope.tenantId, period.from, period.to, today()]);
  const lines = new Map<string, { label: string; station: object | null; cells: object[] }>();
  for (const { code, label, name, station_id: id, ...cell } of rows) {
    if (!lines.has(code)) lines.set(code, { label, station: id === null ? null : { id, code, name }, cells: [] });
    lines.get(code)?.cells.push(cell);
  }
  const all = [...lines.values()];
  return { asOf: today(), towns: all.slice(0, -1), total: all.at(-1) };
}

async function create(_: unknown, { input }: Foreign, { db }: { db: Session }): Promise<object> {
  const [made] = await db.ask('insert', insertRow(db.scope, input, today()));
  const [record] = await db.ask('one', [db.scope.tenantId, made.id]);
  return { trainingProgramme: record, errors: [] };
}

type Asked = { obj: Foreign }[];

async function stationsOf(asked: Asked, { db }: { db: Session }): Promise<object[]> {
  const ids = [...new Set(asked.map(({ obj }) => obj.station_id))];
  const rows = await db.ask('stations', [db.scope.tenantId, ids, today()]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return asked.map(({ obj }) => byId.get(obj.station_id));
}

async function countsOf(asked: Asked, { db }: { db: Session }): Promise<object[]> {
  const rows = await db.ask('ownCounts', [db.scope.tenantId, asked.map(({ obj }) => obj.id)]);
  const byStation = new Map(rows.map((row) => [row.station_id, row.many]));
  return asked.map(({ obj }) => ({ totalCount: byStation.get(obj.id) ?? 0 }));
}

function manyOf(name: 'steps' | 'revisions') {
  return async (asked: Asked, { db }: { db: Session }): Promise<object[][]> => {
    const rows = await db.ask(name, [db.scope.tenantId, asked.map(({ obj }) => obj.id)]);
    const byProgramme = Map.groupBy(rows, (row) => row.programme_id);
    return asked.map(({ obj }) => byProgramme.get(obj.id) ?? []);
  };
}

const uncached = { opts: { cache: false } };
const resolvers = {
  Query: {
    programmes: (_: unknown, args: Foreign, context: { db: Session }) => page(context, args),
    stationTree,
    crossTownReport,
  },
  Mutation: { trainingProgrammeCreate: create },
  ProgrammeConnection: { totalCount: (connection: Foreign) => connection.totalCount() },
  Programme: { budget: (row: Foreign) => money(row.budget) },
  Revision: { budget: (row: Foreign) => money(row.budget), enteredAt: (row: Foreign) => row.enteredAt.toISOString() },
  Step: { at: (row: Foreign) => row.at.toISOString() },
  Cell: { budget: (row: Foreign) => money(row.budget) },
};
const loaders = {
  Programme: {
    station: { loader: stationsOf, ...uncached },
    steps: { loader: manyOf('steps'), ...uncached },
    revisions: { loader: manyOf('revisions'), ...uncached },
  },
  Revision: { station: { loader: stationsOf, ...uncached } },
  Station: { programmes: { loader: countsOf, ...uncached } },
};

const app = peer('fastify')();
app.register(peer('mercurius'), {
  schema,
  resolvers,
  loaders,
  jit: 1,
  graphiql: false,
  context: (request: Foreign) => ({
    db: new Session(scopeOfRequest(scopes, request.headers), () => String(request.body.query).startsWith('mutation')),
  }),
});
await app.ready();
app.graphql.addHook('onResolution', (_execution: unknown, context: { db: Session }) => context.db.end());
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
