import { createServer } from 'node:http';
import pg from 'pg';
import { ofLimit } from '../records.js';
import { crossTown, nameOf, ownProgrammes, parentOf, trainingByTown } from '../statements.js';
import { type HandWritten, money } from './handWritten.js';
import { contextOf, type Scope, scopeOfRequest, scopesFromEnvironment, today } from './scope.js';

/**
 * The limit: node:http and one statement an operation, its JSON built by PostgreSQL and sent on unread; BEGIN with the context,
 * the statement and COMMIT go out together and come back in one round trip.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, pipeline: true } as pg.PoolConfig);
const scopes = scopesFromEnvironment();

const node = (children: string) =>
  `json_build_object('station', json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'level', s.level, 'programmes', json_build_object('totalCount', s.many)), 'children', ${children})`;
/** Grouped once from the leaves up: a hand would not scan the whole county again for every town. */
const tree = `with counted as materialized (${ownProgrammes('$1')}),
  placed as materialized (
    select s.id, s.code, s.level, coalesce(c.many, 0) as many, ${nameOf('$1', 's.id', '$2')} as name, ${parentOf('$1', 's.id', '$2')} as parent_id
    from station s left join counted c on c.station_id = s.id where s.tenant_id = $1 and s.opened_on <= $2::date and (s.closed_on is null or s.closed_on > $2::date)),
  leaves as materialized (select s.parent_id, json_agg(${node(`'[]'::json`)} order by s.code) as children from placed s where s.level = 'VILLAGE' group by s.parent_id),
  towns as (select s.parent_id, json_agg(${node(`coalesce(l.children, '[]')`)} order by s.code) as children from placed s left join leaves l on l.parent_id = s.id where s.level = 'TOWNSHIP' group by s.parent_id)
  select ${node(`coalesce(t.children, '[]')`)} from placed s left join towns t on t.parent_id = s.id where s.level = 'COUNTY'`;

const report = `with cells as (${crossTown('$1', '$2', '$3', '$4')}),
  lines as (select c.code, c.station_id, json_build_object('label', c.label, 'station', case when c.station_id is not null then json_build_object('id', c.station_id, 'code', c.code, 'name', c.name) end,
      'cells', json_agg(json_build_object('kind', c.kind, 'state', c.state, 'count', c.count, 'budget', ${money('c.budget')}) order by c.place)) as line
    from cells c group by c.code, c.station_id, c.name, c.label)
  select json_build_object('towns', json_agg(line order by code) filter (where station_id is not null), 'total', (json_agg(line) filter (where station_id is null)) -> 0) from lines`;

const cells = ['sessions', 'times', 'people'].map(
  (name, i) =>
    `json_build_object('metric', '${['TRAINING_SESSIONS', 'TRAINING_PERSON_TIMES', 'TRAINING_PERSONS'][i]}', 'value', c.${name}::text)`,
);
const quarter = `with cells as (${trainingByTown('$1', '$2', '$3', '$4')}),
  lines as (select c.id, c.code, json_build_object('label', c.label, 'cells', json_build_array(${cells.join(', ')})) as line from cells c)
  select json_build_object('lines', json_agg(line order by code) filter (where id is not null), 'total', (json_agg(line) filter (where id is null)) -> 0) from lines`;

type Input = Record<string, unknown>;

const operations: Readonly<Record<string, HandWritten>> = {
  ...ofLimit.operations,
  tree: { field: 'stationTree', text: tree, values: ({ tenantId }, _input, day) => [tenantId, day] },
  quarter: {
    field: 'report',
    text: quarter,
    values: ({ tenantId }, { from, to }, day) => [tenantId, from, to, day],
  },
  report: {
    field: 'crossTownReport',
    text: report,
    values: ({ tenantId }, { from, to }, day) => [tenantId, from, to, day],
  },
};

async function answer(scope: Scope, name: string, input: Input): Promise<string> {
  const operation = operations[name];
  if (!operation) throw new Error(`There is no operation ${name}.`);
  const client = await pool.connect();
  try {
    const [begun, row, done] = await Promise.allSettled([
      client.query(
        `begin ${operation.isWrite ? '' : 'isolation level repeatable read read only'}; ${contextOf(scope)}`,
      ),
      client.query({
        name,
        text: operation.text,
        values: operation.values(scope, input, today()),
        rowMode: 'array',
        types: asText,
      } as pg.QueryConfig),
      client.query('commit'),
    ]);
    for (const result of [begun, row, done]) if (result?.status === 'rejected') throw result.reason;
    const rows = (row as PromiseFulfilledResult<pg.QueryResult>).value.rows as unknown as string[][];
    return `{"data":{"${operation.field}":${rows[0]?.[0]}}}`;
  } finally {
    client.release();
  }
}

const asText = { getTypeParser: () => (value: string) => value };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { operation, input } = JSON.parse(Buffer.concat(chunks).toString()) as { operation: string; input: Input };
    answer(scopeOfRequest(scopes, request.headers), operation, input)
      .then((text) => send(200, text))
      .catch((error) => send(500, JSON.stringify({ errors: [{ message: String(error) }] })));
  });
  const send = (status: number, text: string) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  };
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
