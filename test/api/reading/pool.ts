import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { encodeCursor, today } from '../../../api/kernel/index.js';
import { type Actor, actors } from '../../support/actors.js';
import { ask } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

/** A cursor with the order of the list that gave it. */
export interface Mark {
  cursor: string;
  orderBy: { field: string; direction: string } | null;
}

/** Real values of one county, in an order that does not depend on their ids. */
export interface Values {
  /** Ids by table: station, programme, user, grant … */
  ids: Record<string, string[]>;
  codes: string[];
  accounts: string[];
  /** Names, titles, their pinyin and their initials. */
  words: string[];
  /** Cursors by the list that gave them. */
  marks: Record<string, Mark[]>;
}

/** What questions are made of. */
export interface Pool {
  counties: Record<string, Values>;
  acts: string[];
  records: string[];
}

const tables: Readonly<Record<string, string>> = {
  station: 'select id from station where tenant_id = $1 order by code',
  programme: 'select id from programme where tenant_id = $1 order by kind, title, id',
  user: 'select id from "user" where tenant_id = $1 order by account',
  grant:
    'select g.id from "grant" g join "user" u on u.id = g.user_id where g.tenant_id = $1 order by u.account, g.role',
  audit: 'select record_id as id from audit_entry where tenant_id = $1 and record_id is not null order by seq',
};

/** Stations that something happened to, and those of the demo's people: a pick at random would seldom find them. */
const notable = `select id from station s where tenant_id = $1
  and (length(code) = 6 or closed_on is not null or code like '%78_' or code in ('620981102', '620981105', '450481108')
    or id in (select station_id from programme where tenant_id = $1)) order by code`;

/** Reads the values of the two counties that the corpus asks about; run it before the comparison, with the world as it will stay. */
export async function readPool(schema: GraphQLSchema): Promise<Pool> {
  const counties: Pool['counties'] = {};
  for (const code of ['620981', '450481']) counties[code] = await valuesOf(schema, code);
  const column = async (sql: string) => (await asOwner<{ v: string }>(sql)).map(({ v }) => v);
  return {
    counties,
    acts: await column('select distinct act as v from audit_entry order by 1'),
    records: await column('select distinct record as v from audit_entry order by 1'),
  };
}

/** Tables of records that hang on the register; they are read in the order in which they were written. */
async function recordTables(): Promise<string[]> {
  const found = await asOwner<{ name: string }>(
    `select table_name as name from information_schema.columns c where table_schema = 'public' and column_name = 'id'
       and exists (select 1 from information_schema.columns t where t.table_schema = 'public' and t.table_name = c.table_name
         and t.column_name = 'tenant_id') order by 1`,
  );
  return found.map(({ name }) => name);
}

async function valuesOf(schema: GraphQLSchema, code: string): Promise<Values> {
  const [tenant] = await asOwner<{ id: number }>('select id from tenant where code = $1', [code]);
  const column = async (sql: string) => (await asOwner<{ id: string }>(sql, [tenant?.id])).map(({ id }) => id);
  const ids: Values['ids'] = {};
  for (const table of await recordTables()) {
    const found = await column(`select id from "${table}" where tenant_id = $1 order by ctid`);
    if (found.length > 0) ids[table] = found;
  }
  for (const [name, sql] of Object.entries(tables)) ids[name] = await column(sql);
  for (const kind of ['TRAINING', 'JOB', 'INDUSTRY'])
    ids[kind] = await column(`select id from programme where tenant_id = $1 and kind = '${kind}' order by title, id`);
  ids.notable = await column(notable);
  return {
    ids,
    codes: await column(
      'select code as id from station where tenant_id = $1 union all select code from household where tenant_id = $1 order by id',
    ),
    accounts: await column('select account as id from "user" where tenant_id = $1 order by account'),
    words: await column(
      `select id from (select unnest(array[name, pinyin, initials]) as id from station_name where tenant_id = $1
         union select unnest(array[title, pinyin, initials]) from programme where tenant_id = $1
         union select name from "user" where tenant_id = $1
         union select unnest(array[name, pinyin, initials]) from person where tenant_id = $1) w where id <> '' order by id collate "C"`,
    ),
    marks: await marksOf(schema, code),
  };
}

/** The lists of the schema, each with the fields that it can be ordered by. */
function listsOf(schema: GraphQLSchema): [list: string, orders: string[]][] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = fields.filter((field) => field.args.some((arg) => arg.name === 'after'));
  return lists.map((field) => {
    const order = getNamedType(field.args.find((arg) => arg.name === 'orderBy')?.type);
    const by = isInputObjectType(order) ? getNamedType(order.getFields().field?.type) : null;
    return [field.name, isEnumType(by) ? by.getValues().map(({ name }) => name) : []];
  });
}

/** Cursors from the beginning, the middle and the end of every list in every order. */
async function marksOf(schema: GraphQLSchema, county: string): Promise<Values['marks']> {
  const marks: Values['marks'] = {};
  for (const [list, fields] of listsOf(schema)) {
    const orders = fields.flatMap((field) => ['ASC', 'DESC'].map((direction) => ({ field, direction })));
    const by = list.endsWith('rogrammes') ? actors.director(county) : actors.admin(county);
    for (const orderBy of [null, ...orders]) {
      const order = orderBy ? `, orderBy: { field: ${orderBy.field}, direction: ${orderBy.direction} }` : '';
      const found = await cursors(by, `{ list: ${list}(first: 100${order}) { edges { cursor } } }`);
      const chosen = [0, 1, 4, found.length >> 1, found.length - 2, found.length - 1].flatMap((i) => found[i] ?? []);
      marks[list] = [...(marks[list] ?? []), ...chosen.map((cursor) => ({ cursor, orderBy }))];
    }
  }
  const rows = `{ list: crossTownReport(period: { from: "2016-01-01", to: "2030-12-31" }) {
    towns { cells { rows(first: 2) { edges { cursor } } } } } }`;
  marks.rows = (await cursors(actors.director(county), rows)).map((cursor) => ({ cursor, orderBy: null }));
  return marks;
}

/** All cursors of an answer; none where the order does not exist. */
async function cursors(by: Actor, query: string): Promise<string[]> {
  const { data } = await ask(by, query);
  return [...JSON.stringify(data ?? {}).matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor as string);
}

/** Cursors of the right form that no list has given. */
export function forged(list: string): string[] {
  const id = '01a219f5-5672-73e1-95cf-91871864b30b';
  const name = `${list} startsOn DESC`;
  return [
    encodeCursor(name, [today(), id]),
    encodeCursor(name, [null, id]),
    encodeCursor(name, [5, id]),
    encodeCursor(name, ['2026-02-30', id]),
    encodeCursor(name, ['2026-02-03', 'x']),
    encodeCursor(name, [id]),
    encodeCursor(`${list} stateRank ASC`, [null, id]),
    encodeCursor(`${list} pinyin ASC`, [null, id]),
    encodeCursor(`${list} budget ASC`, [null, id]),
    encodeCursor(`${list} budget DESC`, [1.5, id]),
    encodeCursor(`${list} budget DESC`, [9e15, id]),
    encodeCursor('stations', ["620981' or 1=1"]),
    Buffer.from('{"a":1}').toString('base64url'),
    'null',
    'W10',
    '',
    '游标',
    'x'.repeat(2001),
  ];
}
