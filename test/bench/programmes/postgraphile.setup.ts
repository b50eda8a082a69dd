import { under } from '../statements.js';
import { insertTraining, insertValues } from './statements.js';

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

/** The functions over programmes that a PostGraphile user writes in the schema `peer`. */
export const functions: readonly string[] = [
  `create function peer.programmes_within(place uuid) returns setof public.programme language sql stable as $$
     with recursive ${under(tenant, 'place', day)}
     select p.* from public.programme p where p.tenant_id = ${tenant} and p.station_id in (select id from under) $$`,
  `create function peer.training_create(${insertValues.map((declared) => `in_${declared}`).join(', ')}) returns public.training_programme language sql volatile as $$
     ${insertTraining((value) => `in_${value}`)} $$`,
  `create function peer.training_draft(${contentValues.join(', ')}) returns public.training_programme language sql volatile as $$
     select * from peer.training_create(${insertValues.map(given).join(', ')}) $$`,
  `comment on function peer.training_create is E'@behavior -mutationField'`,
  `comment on function peer.programmes_within(uuid) is E'@behavior +queryField +connection -list +order'`,
];
