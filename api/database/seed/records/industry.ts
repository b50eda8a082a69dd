import type { EntityManager } from '@mikro-orm/postgresql';
import { type Household, stationRef } from '../../../households/index.js';
import {
  ContractState,
  type Cooperative,
  DeliveryKind,
  type DistributionItem,
  type IndustryProgramme,
  LivestockMode,
  registerContract,
  registerCooperative,
  registerDelivery,
  registerDistribution,
  registerIntention,
  registerItem,
  registerSchedule,
  registerSpecialty,
  registerSurvivalCheck,
  SpecialtyState,
  Species,
} from '../../../industry/index.js';
import { type Day, Unit } from '../../../kernel/index.js';
import { householdsIn, programmeCalled, type RecordsCounty, stationIn } from './county.js';

/** Enters what industry records of a county of the articles; the session must have entered it. Answers how many lines and contracts. */
export async function seedIndustry(em: EntityManager, county: RecordsCounty): Promise<number> {
  if (county.code === '620981') return seedSheep(em, county);
  return county.code === '450481' ? seedDaye(em, county) : 0;
}

/**
 * 92 households with 749 sheep in Yumen Town: 41 raise their own (28 with 8 head and 13 with 9), 51 entrust 8 head each, so that 204
 * fall due at each of four year ends. Which household has which, the cooperatives and the deliveries are invented; three of the last
 * instalments are left open, so that something is overdue.
 */
async function seedSheep(em: EntityManager, county: RecordsCounty): Promise<number> {
  const { tenantId } = county;
  const programme = await programmeCalled<IndustryProgramme>(em, county, '玉门镇羊只团购自养与代养分红');
  const station = stationRef(em, tenantId, stationIn(county, '620981101'));
  const cooperatives = ['玉和养羊专业合作社（示例）', '玉安养羊专业合作社（示例）'].map((name) =>
    registerCooperative(em, { tenantId, station, name, note: null, isInvented: true }),
  );
  registerItem(em, tenantId, '羊', [Unit.HEAD], true);
  const households = await householdsUnder(em, county, '620981101');
  let [own, entrusted] = [0, 0];
  for (const [index, household] of households.entries()) {
    const isOwn = (index * 41) % households.length < 41;
    const nth = isOwn ? own++ : entrusted++;
    const cooperative = isOwn ? null : (cooperatives[nth % cooperatives.length] as Cooperative);
    enterContract(em, {
      household,
      programme,
      cooperative,
      head: isOwn && nth >= 28 ? 9 : 8,
      isOpen: !isOwn && nth < 3,
    });
  }
  await em.flush();
  return households.length;
}

interface Sheep {
  household: Household;
  programme: IndustryProgramme;
  cooperative: Cooperative | null;
  head: number;
  /** Whether the last instalment is still to come. */
  isOpen: boolean;
}

function enterContract(em: EntityManager, { household, programme, cooperative, head, isOpen }: Sheep): void {
  const contract = registerContract(em, {
    ...{ household, programme, cooperative, head, species: Species.SHEEP, startsOn: '2020-01-01', isInvented: true },
    ...{ ratioEntrusted: 2, ratioReturned: 1, years: 4, isHalfCarried: true, isPrincipalReturned: false },
    mode: cooperative ? LivestockMode.AGENT_RAISE : LivestockMode.GROUP_PURCHASE,
    note: null,
    enteredBy: null,
  });
  contract.checkedOn = '2019-11-20';
  contract.signedOn = '2019-12-10';
  contract.state = isOpen ? ContractState.RUNNING : ContractState.COMPLETED;
  contract.endedOn = isOpen ? null : '2024-01-05';
  const schedule = registerSchedule(em, contract);
  for (const due of isOpen ? schedule.slice(0, -1) : schedule) {
    const onDay = `${due.dueOn.slice(0, 4)}-12-20`;
    registerDelivery(em, due, {
      kind: DeliveryKind.IN_KIND,
      head: due.headDue,
      value: null,
      onDay,
      note: null,
      enteredBy: null,
    });
  }
}

const passionFruit = '百香果苗';
const pear = '香蜜顺梨苗';
const chick = '三黄鸡苗';
const macadamia = '澳洲坚果苗';
const pig = '生猪';

const items: readonly (readonly [string, Unit])[] = [
  [passionFruit, Unit.PLANT],
  [pear, Unit.PLANT],
  [chick, Unit.BIRD],
  [macadamia, Unit.PLANT],
  [pig, Unit.HEAD],
];

/** What three villages of Daye went in for in 2017; how much each household wanted is invented. */
const specialties: readonly (readonly [at: string, wanted: string, amount: string, items: readonly string[]])[] = [
  ['450481108211', passionFruit, '100', [macadamia, passionFruit]],
  ['450481108212', pig, '2', [pig]],
  ['450481108213', pear, '200', [pear]],
];

/**
 * Daye: 6,260 passion-fruit seedlings (62 households with 100, one with 60) at 胜垌, 8,600 honey pears (43 with 200) at 大献, 23,000
 * chicks (230 with 100) over all fifteen villages. The days are assistance days; who was given what is invented.
 */
async function seedDaye(em: EntityManager, county: RecordsCounty): Promise<number> {
  const { tenantId } = county;
  const known = new Map(items.map(([name, unit]) => [name, registerItem(em, tenantId, name, [unit])]));
  const item = (name: string) => known.get(name) as DistributionItem;
  const townCodes = [...county.stations.keys()]
    .filter((code) => code.startsWith('450481108') && code.length > 9)
    .sort();
  const chicks: Household[] = [];
  const others = new Map<string, Household[]>();
  for (const [index, code] of townCodes.entries()) {
    const households = (await householdsIn(em, county, code)).map((one) => one.household);
    const first = index < 5 ? 16 : 15;
    chicks.push(...households.slice(0, first));
    others.set(code, households.slice(first));
    enterWishes(em, county, code, { households, item });
  }
  const call = (title: string) => programmeCalled<IndustryProgramme>(em, county, title);
  const fruit = others.get('450481108211') ?? [];
  const given = [
    {
      programme: await call('胜垌村百香果苗发放'),
      item: item(passionFruit),
      unit: Unit.PLANT,
      onDay: '2017-06-15',
      to: fruit,
    },
    {
      programme: await call('大献村香蜜顺梨苗发放'),
      item: item(pear),
      unit: Unit.PLANT,
      onDay: '2017-07-06',
      to: others.get('450481108213') ?? [],
    },
    {
      programme: await call('大业镇三黄鸡苗发放'),
      item: item(chick),
      unit: Unit.BIRD,
      onDay: '2017-08-03',
      to: chicks,
    },
  ];
  const amounts = [(i: number) => (i < 62 ? '100' : '60'), () => '200', () => '100'];
  for (const [i, { to, ...what }] of given.entries())
    enterLines(em, to, { ...what, amountOf: amounts[i] as () => string });
  await em.flush();
  return given.reduce((sum, { to }) => sum + to.length, 0);
}

interface Given {
  programme: IndustryProgramme;
  item: DistributionItem;
  unit: Unit;
  onDay: Day;
  amountOf(index: number): string;
}

/** The lines of one distribution; of every fifth it was looked at in October how much lives. */
function enterLines(em: EntityManager, households: readonly Household[], { amountOf, ...what }: Given): void {
  for (const [index, household] of households.entries()) {
    const amount = `${amountOf(index)}.000`;
    const said = { isSigned: true, note: null, enteredBy: null };
    const line = registerDistribution(em, { ...what, household, amount, ...said });
    const alive = `${Math.floor(Number(amount) * 0.9)}.000`;
    if (index % 5 === 0) registerSurvivalCheck(em, line, { onDay: '2017-10-19', alive, note: '示例', enteredBy: null });
  }
}

interface Wishing {
  households: readonly Household[];
  item(name: string): DistributionItem;
}

function enterWishes(em: EntityManager, county: RecordsCounty, code: string, { households, item }: Wishing): void {
  const specialty = specialties.find(([at]) => at === code);
  if (!specialty) return;
  const [, wanted, amount, names] = specialty;
  const { tenantId } = county;
  const unit = item(wanted).units[0] as Unit;
  for (const household of households)
    registerIntention(em, { household, item: item(wanted), year: 2017, amount: `${amount}.000`, unit, note: null });
  const station = stationRef(em, tenantId, stationIn(county, code));
  registerSpecialty(em, {
    tenantId,
    station,
    year: 2017,
    note: null,
    items: names.map(item),
    state: SpecialtyState.ADOPTED,
  });
}

async function householdsUnder(em: EntityManager, county: RecordsCounty, town: string): Promise<Household[]> {
  const codes = [...county.stations.keys()].filter((code) => code.startsWith(town) && code.length > town.length).sort();
  const found: Household[] = [];
  for (const code of codes) found.push(...(await householdsIn(em, county, code)).map((one) => one.household));
  return found;
}
