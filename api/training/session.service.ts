import { actorOf, type Context, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode } from '../kernel/index.js';
import { Attendance } from './attendance.js';
import type { CourseSessionsCreateInput, CourseSessionUpdateInput } from './course.input.js';
import type { Course } from './course.js';
import { plans } from './course.service.js';
import type { CourseSession } from './courseSession.js';
import { demandState, findCourse, findTeacher, holdCourse, holdSession, planning } from './find.js';
import { enterSession } from './register.js';
import type { TrainingProgramme } from './trainingProgramme.js';

/** Plans sessions of a course, one on each of the days, and answers the course; once per key. */
export function createSessions(ctx: Context, input: CourseSessionsCreateInput, key?: string | null): Promise<Course> {
  const make = async () => {
    const em = await ctx.em();
    const course = await holdCourse(ctx, input.courseId, plans);
    const teacher = await findTeacher(ctx, input.teacherId);
    const check = new Check();
    const days = [...new Set(input.days)].sort();
    check.range('days', days.length, 1, 100);
    for (const day of days) checkDay(check, 'days', day, course);
    const said = checkedWords(check, input);
    check.done();
    ctx.note({ act: 'courseSessionsCreate' });
    for (const heldOn of days) enterSession(em, course, { ...said, heldOn, teacher });
    await em.flush();
    return course;
  };
  return idempotent(ctx, { key, act: 'courseSessionsCreate', input, make, find: (id) => findCourse(ctx, id) });
}

/** Changes a session, moves it to another day, or calls it off. */
export async function updateSession(
  ctx: Context,
  id: string,
  version: number,
  input: CourseSessionUpdateInput,
): Promise<CourseSession> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const session = await holdSession(ctx, id, version);
  const course = session.course.unwrap() as Course;
  demandState(course.programme.unwrap() as TrainingProgramme, planning);
  const teacher = await findTeacher(ctx, input.teacherId);
  const check = new Check();
  const heldOn = input.heldOn ?? session.heldOn;
  const isCancelled = input.isCancelled ?? session.isCancelled;
  const wasTaken = (await em.count(Attendance, { tenantId, session: { tenantId, id } } as never)) > 0;
  if (heldOn !== session.heldOn) checkDay(check, 'heldOn', heldOn, course);
  check.that(!wasTaken || heldOn <= ctx.today, 'heldOn', ErrorCode.INVALID, {
    zh: '已签到的课次不能改到今后。',
    en: 'Attendance was taken; the session cannot move to a day to come.',
  });
  check.that(!(isCancelled && wasTaken), 'isCancelled', ErrorCode.WRONG_STATE, {
    zh: '已签到的课次不能取消。',
    en: 'Attendance was taken; the session cannot be called off.',
  });
  const said = checkedWords(check, { ...wordsOf(session), ...definedOf(input) });
  check.done();
  ctx.note({ act: 'courseSessionUpdate' });
  Object.assign(session, { ...said, heldOn, isCancelled });
  if (input.teacherId !== undefined) session.teacher = teacher as never;
  await em.flush();
  return session;
}

type Words = Pick<CourseSession, 'topic' | 'place' | 'hours'>;

function wordsOf({ topic, place, hours }: CourseSession): Words {
  return { topic, place, hours };
}

/** What an input gives of the words; null empties place and hours. */
function definedOf(input: CourseSessionUpdateInput): Partial<Words> {
  const { topic, place, hours } = input;
  return {
    ...(topic !== undefined && topic !== null && { topic }),
    ...(place !== undefined && { place }),
    ...(hours !== undefined && { hours }),
  };
}

function checkDay(check: Check, field: string, day: Day, course: Course): void {
  check.that(day >= course.startsOn && day <= course.endsOn, field, ErrorCode.OUT_OF_RANGE, {
    zh: `${day} 不在课程期间（${course.startsOn} 至 ${course.endsOn}）内。`,
    en: `${day} is outside the period of the course, ${course.startsOn} to ${course.endsOn}.`,
  });
}

function checkedWords(
  check: Check,
  said: { topic?: string | null; place?: string | null; hours?: string | null },
): Words {
  const hours = said.hours ?? null;
  check.that(hours === null || (Number(hours) > 0 && Number(hours) <= 12), 'hours', ErrorCode.OUT_OF_RANGE, {
    zh: '课时须大于 0、至多 12 小时。',
    en: 'Hours are more than 0 and at most 12.',
  });
  check.that(hours === null || /^\d+(\.\d0*)?$/.test(hours), 'hours', ErrorCode.INVALID, {
    zh: '课时至多一位小数。',
    en: 'Hours have at most one decimal.',
  });
  return {
    topic: check.text('topic', said.topic, 100),
    place: check.optionalText('place', said.place, 60),
    hours,
  };
}
