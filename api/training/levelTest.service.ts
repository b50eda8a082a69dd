import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, idempotent, lockRecord, type Permission } from '../access/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, newId } from '../kernel/index.js';
import { ProgrammeState } from '../programmes/index.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { findRead, holdRead, keyOf } from './found.js';
import { checkPast } from './knowHowHolder.service.js';
import { LevelBand } from './levelBand.js';
import type { LevelBandInput, LevelTestCreateInput } from './levelTest.input.js';
import { LevelTest, LevelTestState } from './levelTest.js';
import { TrainingProgramme } from './trainingProgramme.js';

export const testNoun = { zh: '测试', en: 'test' };
const courseNoun = { zh: '课程', en: 'course' };

/** Plans the test of a month, for a course whose programme is approved or under way. */
export async function createLevelTest(
  ctx: Context,
  input: LevelTestCreateInput,
  key?: string | null,
): Promise<LevelTest> {
  const course = await findRead(ctx, Course, input.courseId, courseNoun);
  demand(actorOf(ctx), 'training.edit', { stationId: course.station.id });
  const em = await ctx.em();
  const check = new Check();
  const month = monthOf(input.month);
  const maxScore = input.maxScore ?? 100;
  check.range('maxScore', maxScore, 1, 1000);
  check.that(month >= monthOf(course.startsOn) && month <= course.endsOn, 'month', ErrorCode.OUT_OF_RANGE, {
    zh: `测试月份须在课程期间内（${course.startsOn} 至 ${course.endsOn}）。`,
    en: `The month must lie in the course’s period, ${course.startsOn} to ${course.endsOn}.`,
  });
  await checkUnderWay(em, check, course);
  check.done();
  ctx.note({ act: 'levelTestCreate' });
  return idempotent(ctx, {
    key,
    act: 'levelTestCreate',
    input,
    make: async () => {
      const same = await em.findOne(LevelTest, { tenantId: course.tenantId, course: keyOf(course), month });
      if (same) throw monthTaken(month, same.state);
      const test = registerLevelTest(em, course, { month, maxScore });
      await em.flush().catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? monthTaken(month) : error;
      });
      return test;
    },
    find: (id) => findRead(ctx, LevelTest, id, testNoun),
  });
}

/** Enters a test of a course; the caller flushes. */
export function registerLevelTest(
  em: EntityManager,
  course: Course,
  made: Pick<LevelTest, 'month' | 'maxScore'>,
): LevelTest {
  const { tenantId, station } = course;
  const test = em.create(LevelTest, { ...made, tenantId, id: newId(), course, station } as never);
  em.persist(test);
  return test;
}

/** Enters that the test was held. */
export async function holdLevelTest(
  ctx: Context,
  given: { id: string; version: number; heldOn: Day },
): Promise<LevelTest> {
  const test = await lockedTest(ctx, { ...given, permission: 'training.edit' });
  const check = new Check(null);
  checkPast(check, 'heldOn', given.heldOn, ctx.today);
  check.that(monthOf(given.heldOn) === test.month, 'heldOn', ErrorCode.OUT_OF_RANGE, {
    zh: '测试日期须在测试月份内。',
    en: 'The day must lie in the month of the test.',
  });
  check.done();
  if (test.state !== LevelTestState.PLANNED)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '该测试已经举行。', en: 'This test was held already.' });
  ctx.note({ act: 'levelTestHold' });
  Object.assign(test, { state: LevelTestState.HELD, heldOn: given.heldOn });
  await (await ctx.em()).flush();
  return test;
}

/** Sets the score rule: which class group takes whom. Groups that are left out take nobody. */
export async function setLevelBands(
  ctx: Context,
  given: { id: string; version: number; bands: LevelBandInput[] },
): Promise<LevelTest> {
  const test = await lockedTest(ctx, { ...given, permission: 'training.edit' });
  if (test.state === LevelTestState.PLACED) throw placedAlready(test);
  const em = await ctx.em();
  const { tenantId } = test;
  const groups = await em.find(ClassGroup, { tenantId, course: keyOf({ tenantId, id: test.course.id }) });
  checkBands(test, given.bands, new Set(groups.map((group) => group.id)));
  ctx.note({ act: 'levelTestSetBands' });
  const before = await em.find(LevelBand, { tenantId, test: keyOf(test) });
  for (const band of before) band.fromScore = null;
  test.changes += 1;
  await em.flush();
  for (const { classGroupId, fromScore } of given.bands) {
    const known = before.find((band) => band.classGroup.id === classGroupId);
    const group = groups.find((one) => one.id === classGroupId) as ClassGroup;
    if (known) known.fromScore = fromScore;
    else registerBand(em, test, group, fromScore);
  }
  await em.flush();
  return test;
}

/** Enters a line of a test's rule; the caller flushes. */
export function registerBand(em: EntityManager, test: LevelTest, classGroup: ClassGroup, fromScore: number): void {
  const { tenantId, course, station } = test;
  em.persist(em.create(LevelBand, { tenantId, id: newId(), test, course, classGroup, station, fromScore } as never));
}

function checkBands(test: LevelTest, bands: readonly LevelBandInput[], groups: ReadonlySet<string>): void {
  const check = new Check(null);
  bands.forEach(({ classGroupId, fromScore }, index) => {
    check.that(groups.has(classGroupId), `bands.${index}.classGroupId`, ErrorCode.NOT_FOUND, {
      zh: '本课程没有这个班。',
      en: 'The course has no such class group.',
    });
    check.range(`bands.${index}.fromScore`, fromScore, 0, test.maxScore);
    const isRepeated = bands.some(
      (other, at) => at < index && (other.classGroupId === classGroupId || other.fromScore === fromScore),
    );
    check.that(!isRepeated, `bands.${index}.fromScore`, ErrorCode.INVALID, {
      zh: '每班一条分数线，分数线不能相同。',
      en: 'Each class group has one line, and no two lines are the same.',
    });
  });
  check.that(
    bands.some((band) => band.fromScore === 0),
    'bands',
    ErrorCode.INVALID,
    { zh: '最低一条分数线须为 0，使每人都有班可分。', en: 'The lowest line must be 0, so that everybody is placed.' },
  );
  check.done();
}

/** A test in hand for a change, its row locked until the operation ends. */
export async function lockedTest(
  ctx: Context,
  asked: { id: string; version?: number; permission: Permission },
): Promise<LevelTest> {
  await lockRecord(ctx, LevelTest, asked.id);
  return holdRead(ctx, LevelTest, { ...asked, noun: testNoun });
}

/** The first day of a day's month. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** Refuses a change of a test by which people were placed. */
export function placedAlready(test: LevelTest): Error {
  const month = monthWords(test.month);
  return mistake(null, ErrorCode.WRONG_STATE, {
    zh: `${month.zh}的测试已分班，不能再改。`,
    en: `People were placed by the test of ${month.en} already; it can no longer be changed.`,
  });
}

async function checkUnderWay(em: EntityManager, check: Check, course: Course): Promise<void> {
  const { tenantId } = course;
  const programme = await em.findOneOrFail(TrainingProgramme, { tenantId, id: course.programme.id });
  const isUnderWay = [ProgrammeState.APPROVED, ProgrammeState.RUNNING].includes(programme.state);
  check.that(isUnderWay, 'courseId', ErrorCode.WRONG_STATE, {
    zh: '培训项目须为“已立项”或“实施中”，才能安排测试。',
    en: 'The training programme must be approved or under way before a test can be planned.',
  });
}

function monthTaken(month: Day, state?: LevelTestState): Error {
  const words = monthWords(month);
  const says: Message =
    state === LevelTestState.PLACED
      ? { zh: `${words.zh}已按测试分班，不能再测。`, en: `People were placed by a test of ${words.en} already.` }
      : {
          zh: `该课程${words.zh}已有测试，一月一次。`,
          en: `The course has a test in ${words.en} already, one a month.`,
        };
  return mistake(['input', 'month'], ErrorCode.TAKEN, says);
}

function monthWords(month: Day): Message {
  const [year = '', number = ''] = month.split('-');
  return { zh: `${year}年${Number(number)}月`, en: `${year}-${number}` };
}
