import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import { ProgrammeState } from '../programmes/index.js';
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

/** The state of a course’s programme, whoever sees it; the course is held until the operation ends. */
export async function lockedState(
  em: EntityManager,
  course: { tenantId: number; id: string },
): Promise<ProgrammeState> {
  const sql = 'select gate.course_hold(?, ?) as state';
  const [row] = (await em.execute(sql, [course.tenantId, course.id])) as { state: ProgrammeState }[];
  return row?.state ?? ProgrammeState.DRAFT;
}

/**
 * Gives free places to those who have waited longest, whoever sees them; the caller holds the course and has flushed what frees places.
 * The gate writes them, and so they are audited here.
 */
export async function fillPlaces(ctx: Context, { tenantId, id, station }: Course): Promise<void> {
  const sql = 'select gate.course_fill(?, ?, ?) as filled';
  const [row] = (await (await ctx.em()).execute(sql, [tenantId, id, ctx.today])) as { filled: string[] }[];
  for (const recordId of row?.filled ?? [])
    await ctx.wrote({
      record: 'Enrolment',
      recordId,
      stationId: station.id,
      before: { state: WAITING },
      after: { state: ENROLLED },
    });
}

/** The condition of being of a course. */
export function ofCourse({ tenantId, id }: Course): { tenantId: number; course: { tenantId: number; id: string } } {
  return { tenantId, course: { tenantId, id } };
}
