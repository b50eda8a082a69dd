import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import type { Person } from '../households/index.js';
import { Check, ErrorCode, type Message, mistake, newId } from '../kernel/index.js';
import { Enrolment, EnrolmentState } from './enrolment.js';
import { keyOf } from './found.js';
import type { ScoreInput } from './levelTest.input.js';
import { type LevelTest, LevelTestState } from './levelTest.js';
import { lockedTest, placedAlready } from './levelTest.service.js';
import { TestResult } from './testResult.js';

const most = 500;

/**
 * Enters scores of many people at once, or puts them right. Each row is answered at its place (`rows.3.score`), and where one of them
 * is wrong nothing is written.
 */
export async function enterScores(ctx: Context, given: { id: string; rows: ScoreInput[] }): Promise<LevelTest> {
  const test = await lockedTest(ctx, { id: given.id, permission: 'training.enrol' });
  if (test.state === LevelTestState.PLACED) throw placedAlready(test);
  if (test.state === LevelTestState.PLANNED)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '测试尚未举行，请先登记测试日期。',
      en: 'The test has not been held yet; enter its day first.',
    });
  const em = await ctx.em();
  const check = new Check(null);
  check.range('rows', given.rows.length, 1, most);
  check.done();
  const found = whoIsMeant(check, given.rows, await rosterOf(em, test));
  given.rows.forEach(({ score }, index) => {
    check.range(`rows.${index}.score`, score, 0, test.maxScore);
  });
  check.done();
  ctx.note({ act: 'levelTestEnterScores' });
  const known = await em.find(TestResult, { tenantId: test.tenantId, test: keyOf(test) });
  const byEnrolment = new Map(known.map((result) => [result.enrolment.id, result]));
  found.forEach((enrolment, index) => {
    const score = given.rows[index]?.score ?? 0;
    const before = byEnrolment.get(enrolment.id);
    if (before) before.score = score;
    else registerResult(em, test, enrolment, score);
  });
  test.state = LevelTestState.SCORED;
  test.changes += 1;
  await em.flush();
  return test;
}

/** Enters a score of somebody of the course; the caller flushes. */
export function registerResult(em: EntityManager, test: LevelTest, enrolment: Enrolment, score: number): TestResult {
  const { tenantId, course, station } = test;
  const { person } = enrolment;
  const made = { tenantId, id: newId(), test, course, enrolment, person, station, score };
  const result = em.create(TestResult, made as never);
  em.persist(result);
  return result;
}

/** Everybody who has a place in the course, by enrolment, with their names. */
export async function rosterOf(em: EntityManager, test: LevelTest): Promise<Enrolment[]> {
  const { tenantId } = test;
  const state = { $in: [EnrolmentState.ENROLLED, EnrolmentState.COMPLETED] };
  const course = keyOf({ tenantId, id: test.course.id });
  return em.find(
    Enrolment,
    { tenantId, course, state } as never,
    {
      populate: ['person'],
      orderBy: { no: 'asc' },
      strategy: 'select-in',
    } as never,
  );
}

/** The enrolment that each row means; what is unknown, doubled or named twice is a mistake at its row. */
function whoIsMeant(check: Check, rows: readonly ScoreInput[], roster: readonly Enrolment[]): Enrolment[] {
  const byId = new Map(roster.map((enrolment) => [enrolment.id, enrolment]));
  const byName = Map.groupBy(roster, (enrolment) => (enrolment.person.unwrap() as Person).name);
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const field = `rows.${index}.${row.enrolmentId ? 'enrolmentId' : 'name'}`;
    const name = row.name?.trim() ?? '';
    const meant = row.enrolmentId ? [byId.get(row.enrolmentId)] : (byName.get(name) ?? []);
    const [enrolment] = meant;
    if (!enrolment) check.add(field, ErrorCode.NOT_FOUND, row.enrolmentId ? stranger : unknown(name));
    else if (meant.length > 1) check.add(field, ErrorCode.INVALID, doubled(name));
    else if (seen.has(enrolment.id)) check.add(field, ErrorCode.INVALID, twice);
    if (enrolment) seen.add(enrolment.id);
    return enrolment ? [enrolment] : [];
  });
}

const stranger = { zh: '此人不在本课程名册中。', en: 'This person is not on the roster of the course.' };
const twice = { zh: '同一人重复登分。', en: 'The same person is scored twice here.' };
const unknown = (name: string): Message => ({
  zh: `名册中没有“${name}”。`,
  en: `There is nobody called ${name} on the roster.`,
});
const doubled = (name: string): Message => ({
  zh: `名册中有多人叫“${name}”，请在表格中逐人录入。`,
  en: `Several people on the roster are called ${name}; enter them one by one.`,
});
