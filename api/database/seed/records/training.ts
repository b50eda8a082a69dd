import type { EntityManager } from '@mikro-orm/postgresql';
import type { Person } from '../../../households/index.js';
import { addDays, type Day, newId } from '../../../kernel/index.js';
import {
  type Course,
  CourseAudience,
  EnrolmentState,
  enterAttendance,
  enterClassGroup,
  enterCourse,
  enterEnrolment,
  enterSession,
  Teacher,
  type TrainingProgramme,
  TrainingProvider,
} from '../../../training/index.js';
import { cadresIn, householdsIn, programmeCalled, type RecordsCounty, stationIn } from './county.js';

/** A course of the demo: who is enrolled, in which class groups, and when it meets; each session says who was there. */
interface DemoCourse {
  at: string;
  programme: string;
  title: string;
  audiences: CourseAudience[];
  teacher: [name: string, speciality: string, provider: string];
  groups: readonly (readonly [name: string, level: string | null, upTo: number])[];
  days: readonly Day[];
  topic: string;
  place: string;
  hours: string;
  people: readonly Person[];
  /** The places, among the enrolled, of who was at a session. */
  present(session: number): readonly [from: number, to: number];
}

const { CADRE, HOUSEHOLD } = CourseAudience;

function everyDay(from: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(from, i));
}

const inVillage = { at: '653123204203', place: '村委会会议室', hours: '2.0' };

/** Sixteen policy sessions of a hundred reach each of the 1,499 registered people and 101 cadres once. */
function policySessions(people: readonly Person[]): DemoCourse {
  return {
    ...inVillage,
    programme: '帕其英也尔村惠民政策专题宣讲',
    title: '惠民政策专题宣讲（示例）',
    audiences: [HOUSEHOLD, CADRE],
    teacher: ['褚明（示例）', '惠民政策', '驻村工作队（示例）'],
    groups: [['宣讲班', null, 1600]],
    days: everyDay('2018-12-29', 16),
    topic: '专题宣讲与才艺表演',
    people,
    present: (session) => [session * 100, session * 100 + 100],
  };
}

/** The night school has 400 learners on 26 evenings, in three class groups; the split is invented. */
function nightSchool(grown: readonly Person[]): DemoCourse {
  return {
    ...inVillage,
    programme: '帕其英也尔村农民夜校',
    title: '国家通用语言与法律（示例）',
    audiences: [HOUSEHOLD],
    teacher: ['卫宁（示例）', '国家通用语言', '村小学（示例）'],
    groups: [
      ['A班', '提高班', 120],
      ['B班', '巩固班', 280],
      ['C班', '基础班', 400],
    ],
    days: everyDay('2019-01-02', 26),
    topic: '国家通用语言与法律常识',
    people: grown.slice(0, 400),
    present: () => [0, 400],
  };
}

/** Five expert clinics have a hundred people each. */
function clinics(grown: readonly Person[]): DemoCourse {
  return {
    ...inVillage,
    programme: '帕其英也尔村专家现场培训',
    title: '种养技术专家门诊（示例）',
    audiences: [HOUSEHOLD],
    teacher: ['蒋禾（示例）', '种植养殖', '县农技站（示例）'],
    groups: [['现场班', null, 100]],
    days: ['2019-01-05', '2019-01-12', '2019-01-19', '2019-01-26', '2019-01-30'],
    topic: '专家讲授与现场培训',
    people: grown.slice(0, 100),
    present: () => [0, 100],
  };
}

/** Yengisar's village: 12,500 person-times of 1,600 people. */
async function yengisar(em: EntityManager, county: RecordsCounty): Promise<DemoCourse[]> {
  const members = (await householdsIn(em, county, inVillage.at)).flatMap((one) => one.members);
  const cadres = await cadresIn(em, county, inVillage.at);
  const grown = members.filter((person) => person.canWork === true);
  return [policySessions([...members, ...cadres]), nightSchool(grown), clinics(grown)];
}

/** Fenxi's village: one session on sweet potatoes with 108 people. */
async function fenxi(em: EntityManager, county: RecordsCounty): Promise<DemoCourse[]> {
  const at = '141034100207';
  const members = (await householdsIn(em, county, at)).flatMap((one) => one.members);
  return [
    {
      at,
      programme: '南沟底村红薯栽培技术培训',
      title: '红薯栽培',
      audiences: [HOUSEHOLD],
      teacher: ['沈川（示例）', '红薯栽培', '山西省农科院'],
      groups: [['栽培班', null, 108]],
      days: ['2019-04-10'],
      topic: '红薯栽培技术',
      place: '南沟底村',
      hours: '3.0',
      people: members.filter((person) => person.canWork === true).slice(0, 108),
      present: () => [0, 108],
    },
  ];
}

const coursesOf: Readonly<Record<string, (em: EntityManager, county: RecordsCounty) => Promise<DemoCourse[]>>> = {
  '653123': yengisar,
  '141034': fenxi,
};

/** Enters the courses of a county with everybody who was there; answers how many attendances. */
export async function seedTraining(em: EntityManager, county: RecordsCounty): Promise<number> {
  const courses = (await coursesOf[county.code]?.(em, county)) ?? [];
  let attendances = 0;
  for (const demo of courses) attendances += await enterDemo(em, county, demo);
  return attendances;
}

async function enterDemo(em: EntityManager, county: RecordsCounty, demo: DemoCourse): Promise<number> {
  const { tenantId } = county;
  const programme = await programmeCalled<TrainingProgramme>(em, county, demo.programme);
  const [name, speciality, providerName] = demo.teacher;
  const provider = em.create(TrainingProvider, { tenantId, id: newId(), name: providerName });
  const teacher = em.create(Teacher, { tenantId, id: newId(), name, speciality, provider: provider as never });
  em.persist([provider, teacher]);
  const course = enterCourse(em, {
    tenantId,
    stationId: stationIn(county, demo.at),
    programme,
    provider,
    title: demo.title,
    audiences: demo.audiences,
    capacity: demo.people.length,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    isInvented: true,
  });
  const enrolments = enrolPeople(em, course, demo, programme.startsOn);
  let count = 0;
  for (const [i, heldOn] of demo.days.entries()) {
    const { topic, place, hours } = demo;
    const session = enterSession(em, course, { heldOn, topic, place, hours, teacher });
    const there = enrolments.slice(...demo.present(i));
    for (const enrolment of there) enterAttendance(em, session, enrolment, true);
    count += there.length;
  }
  await em.flush();
  return count;
}

function enrolPeople(em: EntityManager, course: Course, demo: DemoCourse, on: Day) {
  const groups = demo.groups.map(([name, level, upTo]) => ({
    upTo,
    group: enterClassGroup(em, course, { name, level }),
  }));
  return demo.people.map((person, i) => {
    const group = groups.find(({ upTo }) => i < upTo)?.group ?? groups[0]?.group;
    if (!group) throw new Error(`${demo.title} has no class group.`);
    return enterEnrolment(em, group, person, { no: i + 1, state: EnrolmentState.COMPLETED, on });
  });
}
