import { idOf } from '../newIds.js';

/** What q3, q4 and the insert are asked of: households with their members, courses with who is enrolled, and a new household. */
export const titles = {
  q3: 'Q3: 25 households of a township, station, members, total',
  q4: 'Q4: 20 courses, station, first 10 enrolments with person and household',
  q4deep: 'Q4, a page of the same 4,800 courses in',
  insert: 'a household, its answer nested',
} as const;

/** The tables whose rows are reported; the dated ones come first. */
export const tables = [
  'membership',
  'household_place',
  'enrolment',
  'attendance',
  'programme_step',
  'programme_revision',
  'audit_entry',
  'household',
  'person',
  'course',
  'programme',
];

/** How many rows of the first county come before the deep page, and what finds the last of them. */
export const deepOffset = 4800;
export const deepSql = `select starts_on::text as starts_on, id from course where tenant_id = 1 order by starts_on desc, id desc limit 1 offset ${deepOffset - 1}`;

const insertedAddress = '压测路 1 号';

/** One thing to insert, at a station. Its number is new at every sending, and comes from the client whoever is asked. */
export const inserted = (station: string) => ({ station, code: idOf('code'), address: insertedAddress });

const made = `(select id from household where tenant_id = 2 and address = '${insertedAddress}')`;
const since = `(select min(created_at) from household where tenant_id = 2 and address = '${insertedAddress}')`;

/** Takes away what inserting has left, so that every contestant and every run meets the same rows. */
export const cleanUp: readonly string[] = [
  `delete from household_place where tenant_id = 2 and household_id in ${made}`,
  `delete from audit_seal where tenant_id = 2 and sealed_at > ${since}`,
  `delete from audit_entry where tenant_id = 2 and act = 'householdCreate'`,
  `delete from household where tenant_id = 2 and address = '${insertedAddress}'`,
];

/** The answer without what no two answers share: the id and the number of a new row. */
// biome-ignore lint/suspicious/noExplicitAny: answers are read whatever shape they have
export function settled(value: any): unknown {
  const { id: _, code: __, ...household } = value.household;
  return { ...value, household };
}
