import type { EntityManager } from '@mikro-orm/postgresql';
import type { Person } from '../../../households/index.js';
import {
  ClassGroup,
  Course,
  CourseSession,
  Enrolment,
  LevelTestState,
  lineFor,
  registerBand,
  registerDemand,
  registerKnowHowHolder,
  registerLevelTest,
  registerMenuItem,
  registerResult,
  TrainingCategory,
  TrainingDemandState,
  TrainingPriority,
  type TrainingProgramme,
} from '../../../training/index.js';
import { householdsIn, programmeCalled, type RecordsCounty, stationIn } from './county.js';
import { forget } from './households.js';

const village = '653123204203';

/** The class groups of the night school and from which score on; that 120, 160 and 120 come there is invented. */
const levels = [
  { name: 'A班', fromScore: 80, people: 120 },
  { name: 'B班', fromScore: 60, people: 160 },
  { name: 'C班', fromScore: 0, people: 120 },
] as const;
const candidates = 400;

/** Level tests, know-how holders and wishes of the demo; the session must have entered the county. Answers how many rows. */
export async function seedLevelTests(em: EntityManager, county: RecordsCounty): Promise<number> {
  if (county.code === '620981') return seedDemands(em, county);
  if (county.code !== '653123') return 0;
  const tested = await seedTest(em, county);
  await forget(em);
  const holders = await seedHolders(em, county);
  await forget(em);
  return tested + holders;
}

/** Yengisar's night school is tested in January 2019: 400 candidates, placed by the score rule. */
async function seedTest(em: EntityManager, county: RecordsCounty): Promise<number> {
  const { tenantId } = county;
  const programme = await programmeCalled<TrainingProgramme>(em, county, '帕其英也尔村农民夜校');
  const course = await em.findOneOrFail(Course, { tenantId, programme: { tenantId, id: programme.id } } as never);
  const ofCourse = { tenantId, course: { tenantId, id: course.id } } as never;
  const groups = (await em.find(ClassGroup, ofCourse)) as ClassGroup[];
  const enrolments = (await em.find(Enrolment, ofCourse, { orderBy: { no: 'asc' } } as never)) as Enrolment[];
  const test = registerLevelTest(em, course, { month: '2019-01-01', maxScore: 100 });
  const lines = levels.map(({ name, fromScore }) => ({ fromScore, group: groupCalled(groups, name) }));
  for (const { group, fromScore } of lines) registerBand(em, test, group, fromScore);
  for (const [index, enrolment] of enrolments.entries()) {
    const score = scoreOf(index);
    const result = registerResult(em, test, enrolment, score);
    const before = groups.find(({ id }) => id === enrolment.classGroup.id) as ClassGroup;
    const after = lineFor(lines, score)?.group ?? before;
    Object.assign(result, { movedFrom: before, placedIn: after, isMoved: before !== after });
    enrolment.classGroup = after as never;
  }
  Object.assign(test, { state: LevelTestState.PLACED, heldOn: '2019-01-12', placedOn: '2019-01-14' });
  return enrolments.length;
}

function groupCalled(groups: readonly ClassGroup[], name: string): ClassGroup {
  const found = groups.find((group) => group.name === name);
  if (!found) throw new Error(`The night school has no class group ${name}.`);
  return found;
}

/** Scores that bring 120, 160 and 120 of 400 to A, B and C, mixed over the roster. */
function scoreOf(index: number): number {
  const place = (index * 37) % candidates;
  if (place < levels[0].people) return 80 + (place % 20);
  if (place < levels[0].people + levels[1].people) return 60 + (place % 20);
  return 28 + (place % 32);
}

function isAdult(person: Person): boolean {
  return person.canWork === true;
}

/** 236 households have a confirmed know-how holder, and some more a trained one; the aim is one for each of the 342. */
async function seedHolders(em: EntityManager, county: RecordsCounty): Promise<number> {
  const [confirmed, trained] = [236, 36];
  const topics = ['肉羊育肥', '温室蔬菜栽培', '林果修剪', '庭院养鸡'];
  const households = await householdsIn(em, county, village);
  for (const [index, { members }] of households.slice(0, confirmed + trained).entries()) {
    const person = members.find(isAdult) ?? members[0];
    if (!person) continue;
    const topic = topics[index % topics.length] ?? '';
    const trainedOn = `2019-01-${String(5 + (index % 12)).padStart(2, '0')}`;
    const word = index < confirmed ? { confirmedOn: '2019-01-25', assessor: '县农技推广站专家（示例）' } : {};
    registerKnowHowHolder(em, person, { topic, trainedOn, ...word });
  }
  return confirmed + trained;
}

const menu: readonly (readonly [title: string, category: TrainingCategory])[] = [
  ['日光温室蔬菜栽培', TrainingCategory.TECHNIQUE],
  ['肉羊舍饲育肥', TrainingCategory.TECHNIQUE],
  ['玉米制种田间管理', TrainingCategory.TECHNIQUE],
  ['家政服务', TrainingCategory.VOCATIONAL],
  ['电焊', TrainingCategory.VOCATIONAL],
];

/** Chijin's menu, and what its villages and people ordered from it; all of it is invented. */
async function seedDemands(em: EntityManager, county: RecordsCounty): Promise<number> {
  const { tenantId } = county;
  const town = '620981102';
  const items = menu.map(([title, category]) =>
    registerMenuItem(em, tenantId, stationIn(county, town), { title, category }),
  );
  const sessions = (await em.find(
    CourseSession,
    { tenantId, station: { tenantId, id: stationIn(county, town) } } as never,
    {
      limit: 1,
    } as never,
  )) as CourseSession[];
  const codes = [...county.stations.keys()].filter((code) => code.startsWith(town) && code.length > 9).sort();
  const priorities = Object.values(TrainingPriority);
  let made = 0;
  for (const [at, code] of codes.entries()) {
    const stationId = stationIn(county, code);
    const people = (await householdsIn(em, county, code)).flatMap(({ members }) => members.filter(isAdult).slice(0, 1));
    for (const [index, item] of items.entries()) {
      if ((at + index) % 3 === 2) continue;
      const priority = priorities[(at + index) % priorities.length] as TrainingPriority;
      const askedOn = `2026-0${3 + (index % 5)}-1${at % 9}`;
      registerDemand(em, { item, person: null, stationId, people: 6 + ((at * 5 + index * 3) % 14), priority, askedOn });
      const person = people[index];
      if (!person) continue;
      const own = registerDemand(em, { item, person, stationId, people: 1, priority, askedOn });
      const [session] = sessions;
      if (session && index === 0) Object.assign(own, { session, state: TrainingDemandState.SCHEDULED });
      else if (index === 4)
        Object.assign(own, { state: TrainingDemandState.DECLINED, reason: '本县暂无培训资质（示例）' });
      made += 2;
    }
  }
  await forget(em);
  return made;
}
