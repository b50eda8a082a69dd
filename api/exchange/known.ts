import { actorOf, type Context, reaches, reachOf } from '../access/index.js';
import { type BeneficiaryStatus, idNumberIndex, type Relation, type Sex } from '../households/index.js';
import type { Day } from '../kernel/index.js';
import type { Draft } from './draft.js';

/** A person of the register, as far as a file is compared with them. */
export interface KnownPerson {
  id: string;
  householdId: string | null;
  relation: Relation | null;
  name: string;
  birthDay: Day | null;
  sex: Sex | null;
  idNumberIndex: string | null;
  phoneIndex: string | null;
  phoneMasked: string | null;
  canWork: boolean | null;
  isStudent: boolean | null;
}

/** A household of the register with who belongs to it today. */
export interface KnownHousehold {
  id: string;
  code: string;
  stationId: string;
  address: string | null;
  isClosed: boolean;
  statuses: ReadonlySet<BeneficiaryStatus>;
  members: readonly KnownPerson[];
}

/** What the register says of all that a file names, looked up at once. */
export interface Known {
  households: ReadonlyMap<string, KnownHousehold>;
  /** Numbers of households and people that somebody has whom the asker may not see. */
  takenCodes: ReadonlySet<string>;
  takenNumbers: ReadonlySet<string>;
  /** By index of the identity number, wherever the asker may see them. */
  byNumber: ReadonlyMap<string, KnownPerson>;
  codeOf(householdId: string): string | undefined;
}

/**
 * Each statement reads one table by a list of values, and what belongs together is brought together here: of a register that has just
 * been filled the database knows no statistics yet, and would join thousands with thousands row by row.
 */
const persons = `select p.id, p.household_id as "householdId", p.name, p.birth_day::text as "birthDay", p.sex, p.station_id as "stationId",
  p.id_number_index as "idNumberIndex", p.phone_index as "phoneIndex", p.phone_masked as "phoneMasked", p.can_work as "canWork",
  p.is_student as "isStudent" from person p where p.tenant_id = ?`;
const households = `select id, code, station_id as "stationId", address, is_closed as "isClosed" from household
  where tenant_id = ? and code = any(?::text[])`;
const statuses = `select household_id as "householdId", status from household_status
  where tenant_id = ? and household_id = any(?::uuid[]) and valid_to is null`;
const memberships = `select person_id as "personId", household_id as "householdId", relation from membership
  where tenant_id = ? and household_id = any(?::uuid[]) and valid_to is null`;

type Ask = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;
type HouseholdRow = Omit<KnownHousehold, 'statuses' | 'members'>;
type PersonRow = KnownPerson & { stationId: string };

/** Looks up every household and person that a file names. */
export async function lookUp(ctx: Context, drafts: readonly Draft[]): Promise<Known> {
  const em = await ctx.em();
  const actor = actorOf(ctx);
  const t = actor.tenantId;
  const reach = reachOf(actor, 'household.read');
  const isSeen = ({ stationId }: { stationId: string }) => reaches(reach, stationId);
  const ask: Ask = async <Row>(sql: string, values: unknown[]) => (await em.execute(sql, values)) as Row[];
  const codes = arrayText(
    [...new Set(drafts.map(({ code }) => code))].filter((code) => /^[\dA-Za-z-]{1,20}$/.test(code)),
  );
  const numbers = arrayText(
    drafts.flatMap(({ person }) => (person.idNumber ? [idNumberIndex(t, person.idNumber)] : [])),
  );
  const found = (await ask<HouseholdRow>(households, [t, codes])).filter(isSeen);
  const numbered = await ask<PersonRow>(`${persons} and p.id_number_index = any(?::text[])`, [t, numbers]);
  const seen = numbered.filter(isSeen);
  const takenCodes = await ask<{ of: string }>('select "of" from gate.household_codes_taken(?, ?::text[]) "of"', [
    t,
    codes,
  ]);
  const takenNumbers = await ask<{ of: string }>('select "of" from gate.id_numbers_taken(?, ?::text[]) "of"', [
    t,
    numbers,
  ]);
  const elsewhere = await codesOf(ask, t, seen);
  const known = await withMembers(ask, t, found);
  const byId = new Map(known.flatMap(({ members }) => members.map((member) => [member.id, member])));
  return {
    households: new Map(known.map((household) => [household.code, household])),
    takenCodes: new Set(takenCodes.map((row) => row.of)),
    takenNumbers: new Set(takenNumbers.map((row) => row.of)),
    byNumber: new Map(seen.map((person) => [person.idNumberIndex ?? '', byId.get(person.id) ?? person])),
    codeOf: (id) => elsewhere.get(id),
  };
}

async function withMembers(ask: Ask, tenantId: number, rows: readonly HouseholdRow[]): Promise<KnownHousehold[]> {
  const given = [tenantId, arrayText(rows.map(({ id }) => id))];
  type Belonging = { personId: string; householdId: string; relation: Relation };
  const people = await ask<PersonRow>(`${persons} and p.household_id = any(?::uuid[])`, given);
  const belonging = await ask<Belonging>(memberships, given);
  const held = await ask<{ householdId: string; status: BeneficiaryStatus }>(statuses, given);
  const relations = new Map(belonging.map((one) => [`${one.householdId} ${one.personId}`, one.relation]));
  const members = Map.groupBy(people, (person) => person.householdId);
  const statusesOf = Map.groupBy(held, ({ householdId }) => householdId);
  return rows.map((row) => ({
    ...row,
    statuses: new Set((statusesOf.get(row.id) ?? []).map(({ status }) => status)),
    members: (members.get(row.id) ?? []).map((person) => {
      return { ...person, relation: relations.get(`${row.id} ${person.id}`) ?? null };
    }),
  }));
}

async function codesOf(ask: Ask, tenantId: number, people: readonly KnownPerson[]): Promise<Map<string, string>> {
  const ids = arrayText([...new Set(people.flatMap(({ householdId }) => householdId ?? []))]);
  const sql = 'select id, code from household where tenant_id = ? and id = any(?::uuid[])';
  const rows = await ask<{ id: string; code: string }>(sql, [tenantId, ids]);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** A list as the text of an SQL array; the values are numbers, codes and ids, which hold no quote that counts. */
export function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
