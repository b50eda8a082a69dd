import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, hold, type Permission } from '../access/index.js';
import { ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { ProgrammeState } from '../programmes/index.js';
import { isUuid } from '../reading/index.js';
import { demandEntry } from '../tenancy/index.js';
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
  return findIn(ctx, courseList, id, nouns.course, ['programme']);
}

/** A course in hand for a change, locked until the operation ends: places and numbers are counted by one at a time. */
export async function holdCourse(ctx: Context, id: string, asked: CourseAsked): Promise<Course> {
  const { version, permission } = asked;
  const course = await hold(ctx, courseList, { id, version, permission, says: nouns.course, populate: ['programme'] });
  demandState(course.programme.unwrap() as TrainingProgramme, asked.states);
  return course;
}

const withCourse = ['course', 'course.programme'];

/** A course in which somebody is to be enrolled, by its own station or, of their own people, by one under it; says whether by its own. */
export async function findToEnrol(ctx: Context, id: string): Promise<{ course: Course; isOwn: boolean }> {
  const course = await findCourse(ctx, id);
  const isOwn = await demandEntry(ctx, 'training.enrol', course.station.id);
  demandState(course.programme.unwrap() as TrainingProgramme, planning);
  return { course, isOwn };
}

/** A session within the asker's reach, with its course; NOT_FOUND otherwise. */
export async function findSession(ctx: Context, id: string): Promise<CourseSession> {
  return findIn(ctx, courseSessionList, id, nouns.session, withCourse);
}

/** A session in hand for a change of the plan. */
export function holdSession(ctx: Context, id: string, version: number): Promise<CourseSession> {
  const asked = { id, version, says: nouns.session, permission: 'training.edit', populate: withCourse } as const;
  return hold(ctx, courseSessionList, asked);
}

/** Refuses unless the programme is in one of the states, saying which. */
export function demandState(programme: Pick<TrainingProgramme, 'state'>, states: readonly ProgrammeState[]): void {
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
