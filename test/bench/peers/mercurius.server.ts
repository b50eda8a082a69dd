import pg from 'pg';
import { ofMercurius } from '../records.js';
import { crossTown, nameOf, ownProgrammes, parentOf } from '../statements.js';
import { type Foreign, peer } from './load.js';
import { type Asked, money } from './mercurius.parts.js';
import { contextOf, type Scope, scopeOfRequest, scopesFromEnvironment, today } from './scope.js';

/**
 * Mercurius with graphql-jit and its own loaders, over pg. A request takes one connection, sends BEGIN with the context ahead of
 * its first statement, and every loader asks one prepared statement for all its keys; statements of one level go out together.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, pipeline: true } as pg.PoolConfig);
const scopes = scopesFromEnvironment();

const schema = `${ofMercurius.types}
  type Count { totalCount: Int! }
  type Station { id: ID! code: String! name: String! level: String! programmes(first: Int!): Count! }
  type StationNode { station: Station! children: [StationNode!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Cell { kind: String! state: String! count: Int! budget: String! }
  type Line { label: String! station: Station cells: [Cell!]! }
  type Report { asOf: String! towns: [Line!]! total: Line! }
  type UserError { message: String! }
  input PeriodInput { from: String! to: String! }
  type Query { ${ofMercurius.queryField} stationTree: StationNode! crossTownReport(period: PeriodInput!): Report! }
  type Mutation { ${ofMercurius.mutationField} }`;

const sql = {
  ...ofMercurius.sql,
  stations: `select s.id, s.code, s.level, ${nameOf('$1', 's.id', '$3')} as name from station s where s.tenant_id = $1 and s.id = any($2::uuid[])`,
  tree: `select s.id, s.code, s.level, ${nameOf('$1', 's.id', '$2')} as name, ${parentOf('$1', 's.id', '$2')} as parent_id
    from station s where s.tenant_id = $1 and s.opened_on <= $2::date and (s.closed_on is null or s.closed_on > $2::date) order by s.code`,
  ownCounts: `select c.station_id, c.many from (${ownProgrammes('$1')}) c where c.station_id = any($2::uuid[])`,
  report: crossTown('$1', '$2', '$3', '$4'),
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

const uncached = { opts: { cache: false } };
const records = ofMercurius.resolvers;
const resolvers = {
  Query: {
    ...records.Query,
    stationTree,
    crossTownReport,
  },
  ...records.types,
  Cell: { budget: (row: Foreign) => money(row.budget) },
};
const loaders = {
  ...ofMercurius.loaders(stationsOf),
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
