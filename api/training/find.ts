import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand, type Permission } from '../access/index.js';
import { ErrorCode, type Message, mistake, notFound, stale } from '../kernel/index.js';
import { ProgrammeState } from '../programmes/index.js';
import { conditionsOf, isUuid, type List } from '../reading/index.js';
import type { Course } from './course.js';
import type { CourseSession } from './courseSession.js';
import { courseList, courseSessionList } from './lists.js';
import { Teacher } from './teacher.js';
import type { TrainingProgramme } from './trainingProgramme.js';
import { TrainingProvider } from './trainingProvider.js';

/** What an act asks of a course before it may touch it. */
export interface CourseAsked {
  permission: Permission;
  version?: number;
  /** The states of the programme in which the act is open. */
  states: readonly ProgrammeState[];
}

const { APPROVED, RUNNING, FINISHED } = ProgrammeState;
/** While these, a course is planned and people are enrolled. */
export const planning: readonly ProgrammeState[] = [APPROVED, RUNNING];
/** While these, attendance is taken and courses are completed: what was held is entered until the work is accepted. */
export const teaching: readonly ProgrammeState[] = [RUNNING, FINISHED];

const nouns = {
  course: { zh: '课程', en: 'course' },
  session: { zh: '课次', en: 'session' },
  provider: { zh: '培训机构', en: 'provider' },
  teacher: { zh: '教师', en: 'teacher' },
} satisfies Record<string, Message>;

/** A course within the asker's reach; NOT_FOUND otherwise. */
export async function findCourse(ctx: Context, id: string): Promise<Course> {
  return within(ctx, courseList, id, nouns.course, ['programme']);
}

/** A course in hand for a change, locked until the operation ends: places and numbers are counted by one at a time. */
export async function holdCourse(ctx: Context, id: string, asked: CourseAsked): Promise<Course> {
  const em = await ctx.em();
  if (isUuid(id))
    await em.execute('select 1 from course where tenant_id = ? and id = ? for update', [actorOf(ctx).tenantId, id]);
  const course = await findCourse(ctx, id);
  demand(actorOf(ctx), asked.permission, { stationId: course.station.id });
  if (asked.version !== undefined && course.version !== asked.version) throw stale(course.version);
  demandState(course.programme.unwrap() as TrainingProgramme, asked.states);
  return course;
}

/** A session within the asker's reach, with its course; NOT_FOUND otherwise. */
export async function findSession(ctx: Context, id: string): Promise<CourseSession> {
  return within(ctx, courseSessionList, id, nouns.session, ['course', 'course.programme']);
}

async function within<T extends { id: string }>(
  ctx: Context,
  // biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own
  list: List<T, any>,
  id: string,
  noun: Message,
  populate: string[],
): Promise<T> {
  if (!isUuid(id)) throw notFound(noun);
  const walls = await conditionsOf(list, askerOf(ctx), null);
  const asked = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...walls] };
  const found = await (await ctx.em()).findOne(list.entity(), asked as never, { populate } as never);
  if (!found) throw notFound(noun);
  return found as T;
}

/** Refuses unless the programme is in one of the states, saying which. */
export function demandState(programme: TrainingProgramme, states: readonly ProgrammeState[]): void {
  if (states.includes(programme.state)) return;
  const isPlanning = states.includes(APPROVED);
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: isPlanning
      ? '培训项目已批准或实施中时才能开课、排课和报名。'
      : '培训项目实施中或已完成待验收时才能签到和结业。',
    en: isPlanning
      ? 'Courses are planned and people enrolled only while the programme is approved or under way.'
      : 'Attendance is taken only while the programme is under way or finished and not yet accepted.',
  });
}

/** The provider that an input names; null for none, NOT_FOUND for one that the county does not have. */
export function findProvider(ctx: Context, id: string | null | undefined): Promise<TrainingProvider | null> {
  return named(ctx, TrainingProvider, id, nouns.provider);
}

/** The teacher that an input names; null for none. */
export function findTeacher(ctx: Context, id: string | null | undefined): Promise<Teacher | null> {
  return named(ctx, Teacher, id, nouns.teacher);
}

async function named<T extends object>(
  ctx: Context,
  type: new () => T,
  id: string | null | undefined,
  noun: Message,
): Promise<T | null> {
  if (!id) return null;
  const em: EntityManager = await ctx.em();
  const found = isUuid(id) ? await em.findOne(type, { tenantId: actorOf(ctx).tenantId, id } as never) : null;
  if (!found) throw notFound(noun);
  return found as T;
}
