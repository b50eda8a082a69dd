import { createServer } from 'node:http';
import pg from 'pg';
import { crossTown, insertTraining, nameOf, numbered, ownProgrammes, parentOf, under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { contextOf, type Scope, scopeOfRequest, scopesFromEnvironment, today } from './scope.js';

/**
 * The limit: node:http and one statement an operation, its JSON built by PostgreSQL and sent on unread; BEGIN with the context,
 * the statement and COMMIT go out together and come back in one round trip.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12, pipeline: true } as pg.PoolConfig);
const scopes = scopesFromEnvironment();

const money = (column: string) => `to_char(${column} / 100.0, 'FM999999999990.00')`;
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const list = (row: string, from: string) => `coalesce((select json_agg(${row}) from ${from}), '[]')`;

const steps = (fields: string) =>
  list(
    `json_build_object(${fields})`,
    `(select * from programme_step s where s.tenant_id = $1 and s.programme_id = p.id order by s.on_day, s.id limit 10) s`,
  );

const q3 = `with recursive ${under('$1', '$2', '$3')},
  found as materialized (select p.id, p.starts_on from programme p where p.tenant_id = $1 and p.station_id in (select id from under)),
  page as (select f.id, f.starts_on from found f order by f.starts_on desc, f.id desc limit 26),
  nodes as (select json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'state', p.state, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'budget', ${money('p.budget')},
      'station', json_build_object('id', p.station_id, 'name', ${nameOf('$1', 'p.station_id', '$3')}),
      'steps', ${steps(`'act', s.act, 'from', s."from", 'to', s."to", 'on', s.on_day, 'by', s.by, 'comment', s.comment`)}) as node
    from (select * from page order by starts_on desc, id desc limit 25) g join programme p on p.tenant_id = $1 and p.id = g.id order by p.starts_on desc, p.id desc)
  select json_build_object('totalCount', (select count(*) from found), 'nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 25 from page)))`;

const q4 = (after: string) => `with page as (
    select * from programme p where p.tenant_id = $1 ${after} order by p.pinyin, p.id limit 21),
  nodes as (select json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'state', p.state, 'stateSince', p.state_since, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
      'budget', ${money('p.budget')}, 'version', p.version,
      'station', (select json_build_object('id', t.id, 'code', t.code, 'name', ${nameOf('$1', 't.id', '$2')}, 'level', t.level) from station t where t.tenant_id = $1 and t.id = p.station_id),
      'steps', ${steps(`'id', s.id, 'act', s.act, 'from', s."from", 'to', s."to", 'on', s.on_day, 'at', ${instant('s.at')}, 'by', s.by`)},
      'revisions', ${list(
        `json_build_object('id', r.id, 'no', r.no, 'state', r.state, 'inForceFrom', r.valid_from, 'title', r.title, 'budget', ${money('r.budget')}, 'reason', r.reason, 'enteredAt', ${instant('r.entered_at')},
          'station', json_build_object('id', r.station_id, 'name', ${nameOf('$1', 'r.station_id', '$2')}))`,
        `(select * from programme_revision r where r.tenant_id = $1 and r.programme_id = p.id order by r.no limit 10) r`,
      )}) as node
    from (select * from page order by pinyin, id limit 20) p order by p.pinyin, p.id)
  select json_build_object('nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page)))`;

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

const insert = insertTraining(numbered).replace(
  /select \* from kind$/,
  `select json_build_object('trainingProgramme', json_build_object('id', k.id, 'title', ${numbered('title')}, 'state', 'DRAFT', 'version', 1, 'startsOn', ${numbered('starts_on')}, 'budget', ${money(numbered('budget'))},
    'category', k.category, 'form', k.form, 'audience', k.audience,
    'station', (select json_build_object('id', s.id, 'code', s.code, 'name', ${nameOf(numbered('tenant'), 's.id', numbered('day'))}) from station s where s.tenant_id = ${numbered('tenant')} and s.id = ${numbered('station')}),
    'steps', json_build_array(json_build_object('act', 'CREATE', 'from', null, 'to', 'DRAFT', 'on', ${numbered('day')}, 'by', ${numbered('author_name')})),
    'revisions', json_build_array(json_build_object('no', 1, 'state', 'IN_FORCE', 'inForceFrom', ${numbered('day')}, 'title', ${numbered('title')}, 'budget', ${money(numbered('budget'))}))), 'errors', json_build_array()) from kind k`,
);

type Input = Record<string, unknown>;

const operations: Readonly<
  Record<
    string,
    { field: string; text: string; isWrite?: true; values(scope: Scope, input: Input, day: string): unknown[] }
  >
> = {
  q3: {
    field: 'programmes',
    text: q3,
    values: ({ tenantId }, { within }, day) => [tenantId, within, day],
  },
  q4: { field: 'programmes', text: q4(''), values: ({ tenantId }, _input, day) => [tenantId, day] },
  q4deep: {
    field: 'programmes',
    text: q4('and (p.pinyin, p.id) > ($3, $4::uuid)'),
    values: ({ tenantId }, { pinyin, id }, day) => [tenantId, day, pinyin, id],
  },
  tree: { field: 'stationTree', text: tree, values: ({ tenantId }, _input, day) => [tenantId, day] },
  report: {
    field: 'crossTownReport',
    text: report,
    values: ({ tenantId }, { from, to }, day) => [tenantId, from, to, day],
  },
  insert: { field: 'trainingProgrammeCreate', text: insert, isWrite: true, values: insertRow },
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
