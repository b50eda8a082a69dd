import { newId } from '../../../api/kernel/index.js';
import { asOwner } from '../../support/sql.js';

/** A county that has no records in 2025 but those below. */
export const county = '141034';

let tenant = 0;

/** Finds the county, and answers its number. */
export async function enterCounty(): Promise<number> {
  const [found] = await asOwner<{ id: number }>('select id from tenant where code = $1', [county]);
  tenant = found?.id ?? -1;
  return tenant;
}

/** Enters a row past every rule, and answers its id. */
export async function row(table: string, values: Record<string, unknown>): Promise<string> {
  const { id = newId(), ...others } = values;
  const all: Record<string, unknown> = { tenant_id: tenant, id, ...others };
  const names = Object.keys(all).map((name) => `"${name}"`);
  const places = Object.keys(all).map((_, i) => `$${i + 1}`);
  await asOwner(`insert into "${table}" (${names.join(', ')}) values (${places.join(', ')})`, Object.values(all));
  return String(id);
}

/** What the tests name: stations, households and people. */
export interface Fixture {
  stations: Record<string, string>;
  households: Record<string, string>;
  people: Record<string, string>;
}
