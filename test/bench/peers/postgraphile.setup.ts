import { crossTown, insertTraining, insertValues, nameOf, under } from '../statements.js';

const tenant = `(nullif(current_setting('app.tenant', true), '')::int)`;
const day = `((now() at time zone 'Asia/Shanghai')::date)`;

/** What the context says or the database makes; everything else is given by the asker. */
const known: Readonly<Record<string, string>> = {
  tenant,
  record: 'uuidv7()',
  step: 'uuidv7()',
  revision: 'uuidv7()',
  author: `current_setting('app.user')::uuid`,
  account: `current_setting('app.account')`,
  author_name: `current_setting('app.name')`,
  day,
  request: 'uuidv7()::text',
};
const contentValues = insertValues.filter((declared) => known[declared.split(' ')[0] ?? ''] === undefined);

function given(declared: string): string {
  const name = declared.split(' ')[0] ?? '';
  return known[name] ?? name;
}

/**
 * What a PostGraphile user writes where the tables alone do not answer: set-returning SQL functions, which PostgreSQL inlines into
 * the one statement of a query, and a custom mutation. They lie in a schema of their own, beside the tables that they read.
 */
export const setup: readonly string[] = [
  'drop schema if exists peer cascade',
  'create schema peer',
  `create function peer.programmes_within(place uuid) returns setof public.programme language sql stable as $$
     with recursive ${under(tenant, 'place', day)}
     select p.* from public.programme p where p.tenant_id = ${tenant} and p.station_id in (select id from under) $$`,
  `create function peer.station_root() returns public.station language sql stable as $$
     select s.* from public.station s where s.tenant_id = ${tenant} and s.level = 'COUNTY' $$`,
  `create function peer.station_below(s public.station) returns setof public.station language sql stable as $$
     select c.* from public.station c where c.tenant_id = ${tenant} and c.closed_on is null and c.id in (
       select e.station_id from public.station_parent e where e.tenant_id = ${tenant} and e.parent_id = s.id and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day}))
     order by c.code $$`,
  'create type peer.report_line as (station_id uuid, code text, name text, label text, kind text, state text, count int, budget bigint, place int)',
  `create function peer.cross_town(from_day date, to_day date) returns setof peer.report_line language sql stable as $$
     ${crossTown(tenant, 'from_day', 'to_day', day)} $$`,
  `create function peer.training_create(${insertValues.map((declared) => `in_${declared}`).join(', ')}) returns public.training_programme language sql volatile as $$
     ${insertTraining((value) => `in_${value}`)} $$`,
  `create function peer.training_draft(${contentValues.join(', ')}) returns public.training_programme language sql volatile as $$
     select * from peer.training_create(${insertValues.map(given).join(', ')}) $$`,
  `comment on function peer.training_create is E'@behavior -mutationField'`,
  `comment on function peer.programmes_within(uuid) is E'@behavior +queryField +connection -list +order'`,
  `comment on function peer.station_below(public.station) is E'@behavior +typeField +list -connection'`,
  `comment on function peer.cross_town(date, date) is E'@behavior +queryField +list -connection'`,
  'grant usage on schema peer to lianxin_app',
  'grant execute on all functions in schema peer to lianxin_app',
];

/** The name of a station as a fragment over its alias, for the field that extends the type. */
export function currentName(alias: string): string {
  return nameOf(`${alias}.tenant_id`, `${alias}.id`, day);
}
