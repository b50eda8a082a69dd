import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../kernel/index.js';
import type { Course } from './course.js';
import { Enrolment, EnrolmentState } from './enrolment.js';

const { ENROLLED, COMPLETED, WAITING } = EnrolmentState;

/** How many places of a course are taken, also by those who have completed it. The caller holds the course. */
export function placesTaken(em: EntityManager, course: Course): Promise<number> {
  return em.count(Enrolment, { ...ofCourse(course), state: { $in: [ENROLLED, COMPLETED] } } as never);
}

/**
 * How many places of a course are taken, and the highest number that was given in it; it is held until the operation ends. The gate
 * counts, for a station under the course's own sees its own people in it alone.
 */
export async function tally(em: EntityManager, course: Course): Promise<{ taken: number; last: number }> {
  const sql = 'select gate.course_tally(?, ?) as tally';
  const [row] = (await em.execute(sql, [course.tenantId, course.id])) as { tally: { taken: number; last: number } }[];
  return row?.tally ?? { taken: 0, last: 0 };
}

/** Gives free places to those who have waited longest; the caller holds the course, has flushed what frees places, and flushes. */
export async function fillPlaces(em: EntityManager, course: Course, on: Day): Promise<Enrolment[]> {
  const free = course.capacity - (await placesTaken(em, course));
  if (free <= 0) return [];
  const where = { ...ofCourse(course), state: WAITING };
  const first = await em.find(Enrolment, where as never, { orderBy: { no: 'asc' }, limit: free });
  for (const enrolment of first) Object.assign(enrolment, { state: ENROLLED, stateSince: on });
  return first;
}

/** The condition of being of a course. */
export function ofCourse({ tenantId, id }: Course): { tenantId: number; course: { tenantId: number; id: string } } {
  return { tenantId, course: { tenantId, id } };
}
