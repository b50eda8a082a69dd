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

const personColumns = `p.id, p.household_id as "householdId", p.name, p.birth_day::text as "birthDay", p.sex, p.station_id as "stationId",
  p.id_number_index as "idNumberIndex", p.phone_index as "phoneIndex", p.phone_masked as "phoneMasked", p.can_work as "canWork",
  p.is_student as "isStudent", m.relation`;
const persons = `select ${personColumns} from person p left join membership m
  on m.tenant_id = ? and m.person_id = p.id and m.household_id = p.household_id and m.valid_to is null where p.tenant_id = ?`;
const households = `select h.id, h.code, h.station_id as "stationId", h.address, h.is_closed as "isClosed",
  array(select s.status from household_status s where s.tenant_id = ? and s.household_id = h.id and s.valid_to is null) as statuses
  from household h where h.tenant_id = ? and h.code = any(?::text[])`;

type HouseholdRow = Omit<KnownHousehold, 'statuses' | 'members'> & { statuses: BeneficiaryStatus[] };

/** Looks up every household and person that a file names. */
export async function lookUp(ctx: Context, drafts: readonly Draft[]): Promise<Known> {
  const em = await ctx.em();
  const actor = actorOf(ctx);
  const t = actor.tenantId;
  const reach = reachOf(actor, 'household.read');
  const isSeen = ({ stationId }: { stationId: string }) => reaches(reach, stationId);
  const ask = async <Row>(sql: string, values: unknown[]) => (await em.execute(sql, values)) as Row[];
  const codes = arrayText(
    [...new Set(drafts.map(({ code }) => code))].filter((code) => /^[\dA-Za-z-]{1,20}$/.test(code)),
  );
  const numbers = arrayText(
    drafts.flatMap(({ person }) => (person.idNumber ? [idNumberIndex(t, person.idNumber)] : [])),
  );
  const found = (await ask<HouseholdRow>(households, [t, t, codes])).filter(isSeen);
  const ids = arrayText(found.map(({ id }) => id));
  type PersonRow = KnownPerson & { stationId: string };
  const members = await ask<PersonRow>(`${persons} and p.household_id = any(?::uuid[])`, [t, t, ids]);
  const numbered = (await ask<PersonRow>(`${persons} and p.id_number_index = any(?::text[])`, [t, t, numbers])).filter(
    isSeen,
  );
  const takenCodes = await ask<{ code: string }>('select code from gate.household_codes_taken(?, ?::text[]) code', [
    t,
    codes,
  ]);
  const takenNumbers = await ask<{ number: string }>(
    'select number from unnest(?::text[]) number where gate.is_number_taken(?, number)',
    [numbers, t],
  );
  const byHousehold = Map.groupBy(members, (person) => person.householdId);
  const known = found.map((row): KnownHousehold => {
    return { ...row, statuses: new Set(row.statuses), members: byHousehold.get(row.id) ?? [] };
  });
  const elsewhere = await codesOf(ask, t, numbered);
  return {
    households: new Map(known.map((household) => [household.code, household])),
    takenCodes: new Set(takenCodes.map(({ code }) => code)),
    takenNumbers: new Set(takenNumbers.map(({ number }) => number)),
    byNumber: new Map(numbered.map((person) => [person.idNumberIndex ?? '', person])),
    codeOf: (id) => elsewhere.get(id),
  };
}

async function codesOf(
  ask: <Row>(sql: string, values: unknown[]) => Promise<Row[]>,
  tenantId: number,
  people: readonly KnownPerson[],
): Promise<Map<string, string>> {
  const ids = arrayText([...new Set(people.flatMap(({ householdId }) => householdId ?? []))]);
  const sql = 'select id, code from household where tenant_id = ? and id = any(?::uuid[])';
  const rows = await ask<{ id: string; code: string }>(sql, [tenantId, ids]);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** A list as the text of an SQL array; the values are numbers, codes and ids, which hold no quote that counts. */
export function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
