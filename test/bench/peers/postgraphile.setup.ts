import { ofPostgraphile } from '../records.js';
import { crossTown, nameOf } from '../statements.js';

const tenant = `(nullif(current_setting('app.tenant', true), '')::int)`;
const day = `((now() at time zone 'Asia/Shanghai')::date)`;

/**
 * What a PostGraphile user writes where the tables alone do not answer: set-returning SQL functions, which PostgreSQL inlines into
 * the one statement of a query, and a custom mutation. They lie in a schema of their own, beside the tables that they read.
 */
export const setup: readonly string[] = [
  'drop schema if exists peer cascade',
  'create schema peer',
  `create function peer.station_root() returns public.station language sql stable as $$
     select s.* from public.station s where s.tenant_id = ${tenant} and s.level = 'COUNTY' $$`,
  `create function peer.station_below(s public.station) returns setof public.station language sql stable as $$
     select c.* from public.station c where c.tenant_id = ${tenant} and c.closed_on is null and c.id in (
       select e.station_id from public.station_parent e where e.tenant_id = ${tenant} and e.parent_id = s.id and e.valid_from <= ${day} and (e.valid_to is null or e.valid_to > ${day}))
     order by c.code $$`,
  'create type peer.report_line as (station_id uuid, code text, name text, label text, kind text, state text, count int, budget bigint, place int)',
  `create function peer.cross_town(from_day date, to_day date) returns setof peer.report_line language sql stable as $$
     ${crossTown(tenant, 'from_day', 'to_day', day)} $$`,
  ...ofPostgraphile.functions,
  `comment on function peer.station_below(public.station) is E'@behavior +typeField +list -connection'`,
  `comment on function peer.cross_town(date, date) is E'@behavior +queryField +list -connection'`,
  'grant usage on schema peer to lianxin_app',
  'grant execute on all functions in schema peer to lianxin_app',
];

/** The name of a station as a fragment over its alias, for the field that extends the type. */
export function currentName(alias: string): string {
  return nameOf(`${alias}.tenant_id`, `${alias}.id`, day);
}
