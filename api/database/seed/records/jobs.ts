import type { EntityManager } from '@mikro-orm/postgresql';
import { Membership, type Person } from '../../../households/index.js';
import {
  CheckIn,
  type DispatchBatch,
  enterFound,
  type JobProgramme,
  LeavingReason,
  letDepart,
  type Opening,
  registerAgreement,
  registerBatch,
  registerEmployer,
  registerMember,
  registerOpening,
  registerPlacement,
  Transport,
  WageBasis,
  WelfareWork,
  WorkerGrade,
} from '../../../jobs/index.js';
import { addDays, type Day } from '../../../kernel/index.js';
import { programmeCalled, type RecordsCounty, stationIn } from './county.js';
import { forget } from './households.js';

/** The batches to 东方希望晋中铝业: the third is the article's, the first two are sixty-odd people of whom day and split are invented. */
const batches = [
  { number: 1, count: 31, day: '2019-03-20', transport: Transport.NONE, isInvented: true },
  { number: 2, count: 32, day: '2019-04-16', transport: Transport.NONE, isInvented: true },
  { number: 3, count: 30, day: '2019-05-15', transport: Transport.FREE, isInvented: false },
] as const;

/** The five kinds of work that Fenxi's article names; quota, pay and holders are invented. */
const posts: readonly (readonly [work: WelfareWork, title: string])[] = [
  [WelfareWork.SANITATION, '城乡环境卫生整治岗'],
  [WelfareWork.BEAUTIFUL_VILLAGE, '美丽乡村建设岗'],
  [WelfareWork.ROAD_UPKEEP, '公路养护岗'],
  [WelfareWork.FOREST_GUARD, '护林防火岗'],
  [WelfareWork.CULTURE, '文化宣传岗'],
];
const holdersOfEach = 6;

/** Enters Fenxi's batches and posts with the people of its villages; the session must have entered the county. Answers how many people. */
export async function seedJobs(em: EntityManager, county: RecordsCounty): Promise<number> {
  if (county.code !== '141034') return 0;
  const workers = await workersOf(em, county);
  const wanted = batches.reduce((sum, { count }) => sum + count, 0);
  await enterBatches(em, county, workers.slice(0, wanted));
  await forget(em);
  const holders = posts.length * holdersOfEach;
  await enterPosts(em, county, workers.slice(wanted, wanted + holders));
  await forget(em);
  return wanted + holders;
}

/** Who can work, of every other household first from each village in turn, so that no town sends all. */
async function workersOf(em: EntityManager, { tenantId }: RecordsCounty): Promise<Person[]> {
  const members = await em.find(
    Membership,
    { tenantId, validTo: null } as never,
    { populate: ['person'], orderBy: { id: 'asc' } } as never,
  );
  const people = members.map((one) => one.person.unwrap() as Person).filter(({ canWork }) => canWork === true);
  const byStation = [...Map.groupBy(people, ({ station }) => station.id).values()];
  const longest = Math.max(...byStation.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => byStation.flatMap((list) => list.slice(i, i + 1))).flat();
}

async function enterBatches(em: EntityManager, county: RecordsCounty, people: readonly Person[]): Promise<void> {
  const { tenantId } = county;
  const stationId = stationIn(county, county.code);
  const programme = await programmeCalled<JobProgramme>(em, county, '春风行动劳务输出（东方希望晋中铝业）');
  const name = '东方希望晋中铝业';
  const employer = registerEmployer(em, { tenantId, stationId, name, place: '山西省晋中市', isOutside: true });
  const dated = { signedOn: '2019-03-05', validFrom: '2019-03-05', validTo: '2020-03-05' };
  const agreement = registerAgreement(em, employer, { title: '劳务输出协议（日期为示例）', ...dated });
  const band = (grade: WorkerGrade, wage: number) => ({ grade, wageFrom: wage, wageTo: wage, basis: WageBasis.QUOTED });
  const wageBands = [band(WorkerGrade.TECHNICAL, 450_000), band(WorkerGrade.GENERAL, 350_000)];
  const facts = { title: '铝业工人', work: null, headcount: 93, monthlyPay: null };
  const opening = registerOpening(em, programme, { ...facts, stationId, employer, wageBands, skills: [] });
  let next = 0;
  for (const { count, ...made } of batches) {
    const batch = registerBatch(em, opening, { ...made, employer, agreement });
    const left = people.slice(next, next + count).map((person, i) => {
      const grade = i % 4 === 0 ? WorkerGrade.TECHNICAL : WorkerGrade.GENERAL;
      return registerMember(em, batch, person, { grade, wage: null, employerName: name });
    });
    letDepart(em, batch, left, made.day);
    next += count;
    await em.flush();
    await enterChecks(em, batch);
  }
}

/** What was found of each, invented: nearly all after a month, fewer later, and some were never asked. */
async function enterChecks(em: EntityManager, batch: DispatchBatch): Promise<void> {
  const { tenantId, id } = batch;
  const rows = await em.find(
    CheckIn,
    { tenantId, batch: { tenantId, id } } as never,
    { orderBy: { months: 'asc', id: 'asc' } } as never,
  );
  const every = { 1: 15, 3: 10, 6: 6 } as Readonly<Record<number, number>>;
  rows.forEach((checkIn, i) => {
    if (checkIn.months === 6 && i % 8 === 0) return;
    const on: Day = addDays(checkIn.dueOn, (i % 5) - 1);
    const isEmployed = i % (every[checkIn.months] ?? 10) !== 3;
    enterFound(checkIn, { on, isEmployed, reason: isEmployed ? null : LeavingReason.FAMILY });
  });
}

async function enterPosts(em: EntityManager, county: RecordsCounty, people: readonly Person[]): Promise<void> {
  const programme = await programmeCalled<JobProgramme>(em, county, '公益专岗');
  const stationId = stationIn(county, county.code);
  for (const [index, [work, title]] of posts.entries()) {
    const facts = { title, work, headcount: 20, monthlyPay: 60_000, stationId, employer: null, wageBands: [] };
    const opening: Opening = registerOpening(em, programme, facts);
    for (let i = 0; i < holdersOfEach; i += 1) {
      const person = people[index * holdersOfEach + i];
      if (!person) throw new Error('Fenxi has too few people who can work.');
      const validFrom = i % 3 === 2 ? '2019-02-11' : '2019-01-01';
      registerPlacement(em, opening, person, { validFrom, validTo: '2021-01-01', wage: 60_000, isInvented: true });
    }
  }
}
