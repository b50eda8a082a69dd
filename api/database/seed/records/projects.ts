import type { EntityManager } from '@mikro-orm/postgresql';
import {
  beneficiariesOn,
  Consultation,
  DividendRule,
  DividendSplit,
  DividendUnit,
  enterDividend,
  FundLine,
  type IndustryProgramme,
  Loan,
  LoanRepayment,
  LoanState,
  MeetingKind,
  ProjectHousehold,
  PublicNotice,
  splitBy,
} from '../../../industry/index.js';
import { addDays, type Day, newId, today } from '../../../kernel/index.js';
import { FundSource } from '../../../programmes/index.js';
import { type DemoHousehold, householdsIn, programmeCalled, type RecordsCounty, stationIn } from './county.js';

const village = '653123204203';
const zoneTitle = '帕其英也尔村标准化养殖小区';
const enteredBy = '吴清（示例）';

/** One village project of the article: its meetings, its notice, the source of its money and how many households it reaches. */
interface Project {
  title: string;
  meetings: readonly (readonly [kind: MeetingKind, on: Day, attendance: number])[];
  notice: readonly [from: Day, to: Day];
  source: FundSource;
  households: number;
  reachedOn: Day;
}

/** The meetings that the article names; days and attendance are invented. */
const meetings = [
  [MeetingKind.COMMITTEES, '2019-01-09', 12],
  [MeetingKind.VILLAGERS, '2019-01-11', 286],
  [MeetingKind.MASSES, '2019-01-14', 48],
] as const;

const fundProject = (kind: string, households: number): Project => ({
  title: `2019年帕其英也尔村${kind}项目`,
  meetings,
  notice: ['2019-01-25', '2019-02-03'],
  source: FundSource.FISCAL_SPECIAL,
  households,
  reachedOn: '2019-03-04',
});

const projects: readonly Project[] = [
  {
    title: zoneTitle,
    meetings: [[MeetingKind.VILLAGERS, '2018-03-01', 301]],
    notice: ['2018-03-07', '2018-03-16'],
    source: FundSource.OTHER,
    households: 160,
    reachedOn: '2019-01-15',
  },
  fundProject('种植养殖', 120),
  fundProject('林果提质增效', 150),
  fundProject('住房安全保障', 30),
  fundProject('卫星工厂改造', 60),
  fundProject('庭院整治', 342),
  fundProject('农田基础设施', 342),
];

/** Enters what hangs on Yengisar's village projects: 3,000,000 yuan of a breeding zone, the dividend expected of it, and loans. Answers how many rows. */
export async function seedProjects(em: EntityManager, county: RecordsCounty): Promise<number> {
  if (county.code !== '653123') return 0;
  let count = 0;
  for (const project of projects) {
    count += await enterProject(em, county, project);
    await em.flush();
    em.clear();
  }
  count += await enterExpectedDividend(em, county);
  count += enterLoans(em, county, await householdsIn(em, county, village));
  await em.flush();
  em.clear();
  return count;
}

async function enterProject(em: EntityManager, county: RecordsCounty, project: Project): Promise<number> {
  const programme = await programmeCalled<IndustryProgramme>(em, county, project.title);
  const { tenantId, station } = programme;
  const part = () => ({ tenantId, id: newId(), programme: programme as never, station: station as never, enteredBy });
  for (const [kind, heldOn, attendance] of project.meetings) {
    const said = { kind, heldOn, attendance, resolution: '同意实施该项目，落实到户到人。（示例）', isAgreed: true };
    em.persist(em.create(Consultation, { ...part(), ...said }));
  }
  const [fromDay, toDay] = project.notice;
  em.persist(em.create(PublicNotice, { ...part(), fromDay, toDay, objections: 0 }));
  em.persist(em.create(FundLine, { ...part(), source: project.source, amount: programme.budget ?? 0 }));
  const households = (await householdsIn(em, county, village)).slice(0, project.households);
  for (const { household } of households)
    em.persist(em.create(ProjectHousehold, { ...part(), household: household as never, reachedOn: project.reachedOn }));
  return project.meetings.length + 2 + households.length;
}

/** 547.50 yuan for each of the 685 people who were registered and had not left poverty: expected, as the article says it. */
async function enterExpectedDividend(em: EntityManager, county: RecordsCounty): Promise<number> {
  const programme = await programmeCalled<IndustryProgramme>(em, county, zoneTitle);
  const { tenantId } = county;
  const withinId = stationIn(county, village);
  const asked = { rule: DividendRule.REGISTERED_NOT_EXITED, unit: DividendUnit.PERSON, snapshotOn: '2019-01-31' };
  const beneficiaries = await beneficiariesOn(em, tenantId, { ...asked, stationIds: [withinId] });
  const total = 54_750 * beneficiaries.length;
  const cut = splitBy(
    total,
    beneficiaries.map(() => 1000n),
  );
  const named = {
    title: '标准化养殖小区 2019 年预计分红',
    year: 2019,
    split: DividendSplit.EQUAL,
    dueOn: '2019-01-31',
  };
  const input = { ...named, ...asked, programmeId: programme.id, perHead: 54_750, withinId };
  const weights = beneficiaries.map(() => null);
  const [by] = programme.authorIds;
  enterDividend(em, programme, input, { beneficiaries, weights, cut, total }, { id: by ?? newId(), name: enteredBy });
  return beneficiaries.length + 1;
}

/** Some invented loans around the day of loading: asked for, granted, late and repaid. */
function enterLoans(em: EntityManager, { tenantId }: RecordsCounty, households: readonly DemoHousehold[]): number {
  const now = today();
  const plan = [
    [30_000, null, null, 0],
    [50_000, -200, 165, 0],
    [20_000, -400, -35, 8000],
    [40_000, -700, -20, 40_000],
    [50_000, -90, 275, 10_000],
  ] as const;
  for (const [index, [yuan, granted, due, repaid]] of plan.entries()) {
    const household = households[index * 20]?.household;
    if (!household) continue;
    const ends = { tenantId, station: household.station as never };
    const dated = {
      grantedOn: granted === null ? null : addDays(now, granted),
      dueOn: due === null ? null : addDays(now, due),
    };
    const state = granted === null ? LoanState.APPLIED : repaid === yuan ? LoanState.REPAID : LoanState.GRANTED;
    const said = { amount: yuan * 100, lender: '县农村信用社（示例）', purpose: '发展养殖', isInvented: true, state };
    const appliedOn = addDays(now, (granted ?? -10) - 15);
    const loan = em.create(Loan, { ...ends, id: newId(), household: household as never, ...said, ...dated, appliedOn });
    em.persist(loan);
    const line = {
      ...ends,
      id: newId(),
      loan: loan as never,
      amount: repaid * 100,
      repaidOn: addDays(now, -30),
      enteredBy,
    };
    if (repaid > 0) em.persist(em.create(LoanRepayment, line));
  }
  return plan.length;
}
