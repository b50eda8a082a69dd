/** The SQL of the insert, shared by the contestants that are written by hand; placeholders are given by name. */

/** What a new household is given by; every contestant writes the same rows from it. */
export const insertValues = [
  'tenant int',
  'record uuid',
  'place uuid',
  'author uuid',
  'account text',
  'station uuid',
  'code text',
  'address text',
  'day date',
  'request text',
] as const;

/** A household in one statement: its row, the place where it stands and two rows of audit. */
export function insertHousehold(at: (value: string) => string): string {
  return `with made as (
    insert into household (tenant_id, id, station_id, code, address)
    values (${at('tenant')}, ${at('record')}, ${at('station')}, ${at('code')}, ${at('address')}) returning *),
  placed as (
    insert into household_place (tenant_id, id, household_id, station_id, place_id, valid_from)
    values (${at('tenant')}, ${at('place')}, ${at('record')}, ${at('station')}, ${at('station')}, ${at('day')})),
  audited as (
    insert into audit_entry (tenant_id, id, actor_kind, actor_id, account, act, record, record_id, station_id, after, request_id, client)
    select ${at('tenant')}, uuidv7(), 'USER', ${at('author')}, ${at('account')}, 'householdCreate', a.record, a.id::text, ${at('station')}, a.after, ${at('request')}, 'bench'
    from (values
      ('Household', ${at('record')}, jsonb_build_object('code', ${at('code')}, 'address', ${at('address')}, 'station', ${at('station')})),
      ('HouseholdPlace', ${at('place')}, jsonb_build_object('household', ${at('record')}, 'place', ${at('station')}, 'validFrom', ${at('day')}))) a (record, id, after))
  select * from made`;
}

/** The text with `$n::type` for each value, in the order of `insertValues`. */
export function numbered(value: string): string {
  const index = insertValues.findIndex((declared) => declared.startsWith(`${value} `));
  return `$${index + 1}::${insertValues[index]?.split(' ')[1]}`;
}
