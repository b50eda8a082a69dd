import { under } from '../statements.js';
import { insertHousehold, insertValues } from './statements.js';

const tenant = `(nullif(current_setting('app.tenant', true), '')::int)`;
const day = `((now() at time zone 'Asia/Shanghai')::date)`;

/** What the context says or the database makes; everything else is given by the asker. */
const known: Readonly<Record<string, string>> = {
  tenant,
  record: 'uuidv7()',
  place: 'uuidv7()',
  author: `current_setting('app.user')::uuid`,
  account: `current_setting('app.account')`,
  day,
  request: 'uuidv7()::text',
};
const contentValues = insertValues.filter((declared) => known[declared.split(' ')[0] ?? ''] === undefined);

function given(declared: string): string {
  const name = declared.split(' ')[0] ?? '';
  return known[name] ?? name;
}

/** The functions over the register that a PostGraphile user writes in the schema `peer`. */
export const functions: readonly string[] = [
  `create function peer.households_within(place uuid) returns setof public.household language sql stable as $$
     with recursive ${under(tenant, 'place', day)}
     select h.* from public.household h where h.tenant_id = ${tenant} and not h.is_closed and h.station_id in (select id from under) $$`,
  `create function peer.household_create(${insertValues.map((declared) => `in_${declared}`).join(', ')}) returns public.household language sql volatile as $$
     ${insertHousehold((value) => `in_${value}`)} $$`,
  `create function peer.household_enter(${contentValues.join(', ')}) returns public.household language sql volatile as $$
     select * from peer.household_create(${insertValues.map(given).join(', ')}) $$`,
  `comment on function peer.household_create is E'@behavior -mutationField'`,
  `comment on function peer.households_within(uuid) is E'@behavior +queryField +connection -list +order'`,
];
