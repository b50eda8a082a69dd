import type { EntityManager } from '@mikro-orm/postgresql';
import {
  BeneficiaryStatus,
  giveStatus,
  type Household,
  join,
  registerHousehold,
  registerPerson,
  Sex,
} from '../../../households/index.js';
import type { Day } from '../../../kernel/index.js';
import { type RecordsCounty, stationIn } from './county.js';
import { Inventor } from './invented.js';

type StatusGiven = Parameters<typeof giveStatus>[2];

/** The households of one village: how many people each has, and the statuses of each. */
interface Village {
  at: string;
  sizes: readonly number[];
  statuses(index: number): readonly StatusGiven[];
  /** Cadres who belong to no household here. */
  cadres?: number;
}

const since: Day = '2016-01-01';
const registered: StatusGiven = { status: BeneficiaryStatus.REGISTERED, from: '2016-01-01', reason: '示例' };
const exited: StatusGiven = { status: BeneficiaryStatus.EXITED, from: '2018-11-30', reason: '示例' };

/** So many households with so many people in all, from one to seven in a household. */
export function sizesOf(households: number, people: number): number[] {
  const least = Math.floor(people / households);
  const larger = people - least * households;
  const sizes = Array.from({ length: households }, (_, i) => (i < larger ? least + 1 : least));
  for (let i = 0; i + 1 < households; i += 2) {
    const shift = Math.min((i / 2) % 4, (sizes[households - 1 - i] ?? 1) - 1, 7 - (sizes[i] ?? 7));
    if (households - 1 - i <= i || shift <= 0) continue;
    sizes[i] = (sizes[i] ?? 0) + shift;
    sizes[households - 1 - i] = (sizes[households - 1 - i] ?? 0) - shift;
  }
  return sizes;
}

/**
 * Yengisar's village: 342 households with 1,499 people were ever registered; those who have not left poverty by the plan year are 160
 * households with 685 people, so that the dividend has its 685 heads (the split is invented), and 101 cadres take part in its training.
 */
const yengisar: Village = {
  at: '653123204203',
  sizes: [...sizesOf(160, 685), ...sizesOf(182, 814)],
  statuses: (index) => (index < 160 ? [registered] : [registered, exited]),
  cadres: 101,
};

const plain = (at: string, households: number, people: number, isRegistered = 3): Village => ({
  at,
  sizes: sizesOf(households, people),
  statuses: (index) => (index % isRegistered === 0 ? [registered] : index % 7 === 1 ? [subsistence] : []),
});
const subsistence: StatusGiven = { status: BeneficiaryStatus.SUBSISTENCE, from: '2016-01-01', reason: '示例' };

/** The villages of Daye: seedlings mainly at 胜垌 (63 households) and 大献 (43), chicks for 230 households over all fifteen. */
const daye = (codes: readonly string[]): Village[] =>
  codes.map((at, index) => {
    const households = (index < 5 ? 16 : 15) + (at.endsWith('211') ? 63 : 0) + (at.endsWith('213') ? 43 : 0);
    return plain(at, households, households * 4, 1);
  });

/** What each county's villages hold; villages that no article counts have some households to look at. */
function villagesOf(county: RecordsCounty): Village[] {
  const under = (town: string) => [...county.stations.keys()].filter((c) => c.startsWith(town) && c.length > 9).sort();
  switch (county.code) {
    case '620981':
      return [
        ...under('620981101').map((at, index) => plain(at, index < 2 ? 31 : 30, 70, 1)),
        ...under('620981102').map((at) => plain(at, 12, 45)),
        ...under('620981105').map((at) => plain(at, 12, 48)),
      ];
    case '653123':
      return [yengisar];
    case '620702':
      return [plain('620702202203', 24, 90)];
    case '450481':
      return daye(under('450481108'));
    case '141034':
      return [
        plain('141034100207', 64, 230, 1),
        ...['141034100211', '141034200208'].map((at) => plain(at, 30, 105, 1)),
        plain(under('141034201')[0] ?? '', 30, 105, 1),
      ];
    default:
      return [];
  }
}

/** Enters the demo's households of a county, with members and statuses; the session must have entered the county. Answers how many. */
export async function seedHouseholds(em: EntityManager, county: RecordsCounty): Promise<number> {
  const inventor = new Inventor();
  let number = 0;
  for (const village of villagesOf(county)) {
    for (const [index, size] of village.sizes.entries()) {
      number += 1;
      const code = `${village.at}${String(index + 1).padStart(4, '0')}`;
      enterHousehold(em, county, { inventor, number, size, code, village, index });
      if (number % 200 === 0) await forget(em);
    }
    enterCadres(em, county, village, inventor);
    await forget(em);
  }
  return number;
}

interface Entering {
  inventor: Inventor;
  number: number;
  size: number;
  code: string;
  village: Village;
  index: number;
}

function enterHousehold(em: EntityManager, { tenantId, ...county }: RecordsCounty, entering: Entering): Household {
  const { inventor, number, size, code, village, index } = entering;
  const stationId = stationIn({ tenantId, ...county }, village.at);
  const address = `${(index % 9) + 1} 组 ${index + 1} 号（示例）`;
  const household = registerHousehold(em, { tenantId, stationId, code, address, from: since, isInvented: true });
  for (const { person, relation } of inventor.household(number, size)) {
    const born = person.birthDay ?? since;
    const from = born > since ? born : since;
    join(em, household, registerPerson(em, tenantId, stationId, person), { relation, from });
  }
  for (const status of village.statuses(index)) giveStatus(em, household, status);
  return household;
}

function enterCadres(em: EntityManager, county: RecordsCounty, village: Village, inventor: Inventor): void {
  for (let i = 0; i < (village.cadres ?? 0); i += 1) {
    const person = inventor.person(inventor.family(i), i % 4 === 0 ? Sex.FEMALE : Sex.MALE, 28 + (i % 30), {
      isCadre: true,
    });
    registerPerson(em, county.tenantId, stationIn(county, village.at), person);
  }
}

/** Writes what is entered and forgets it, so that the next chunk does not carry it along. */
export async function forget(em: EntityManager): Promise<void> {
  await em.flush();
  em.clear();
}
