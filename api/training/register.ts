import type { EntityManager } from '@mikro-orm/postgresql';
import { type Person, stationRef } from '../households/index.js';
import { type Day, newId } from '../kernel/index.js';
import { Attendance } from './attendance.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { Enrolment, type EnrolmentState } from './enrolment.js';
import type { Teacher } from './teacher.js';
import type { TrainingProgramme } from './trainingProgramme.js';
import type { TrainingProvider } from './trainingProvider.js';

/** A course as it is entered; what is asked of it has been checked before. */
export interface NewCourse extends Pick<Course, 'title' | 'audiences' | 'capacity' | 'startsOn' | 'endsOn'> {
  tenantId: number;
  stationId: string;
  programme: TrainingProgramme;
  provider: TrainingProvider | null;
  isInvented?: boolean;
}

/** Enters a course, of no class group yet; the caller flushes. */
export function enterCourse(em: EntityManager, made: NewCourse): Course {
  const { tenantId, stationId, programme, provider, isInvented = false, ...said } = made;
  const course = em.create(Course, {
    tenantId,
    id: newId(),
    station: stationRef(em, tenantId, stationId),
    programme: programme as never,
    provider: provider as never,
    isInvented,
    ...said,
  });
  em.persist(course);
  return course;
}

/** Enters a class group of a course; the caller flushes. */
export function enterClassGroup(
  em: EntityManager,
  course: Course,
  { name, level }: { name: string; level?: string | null },
): ClassGroup {
  const { tenantId, station } = course;
  const made = { tenantId, id: newId(), course: course as never, station: station as never, name };
  const group = em.create(ClassGroup, { ...made, level: level ?? null });
  em.persist(group);
  return group;
}

/** A session as it is entered. */
export interface NewSession extends Pick<CourseSession, 'heldOn' | 'topic' | 'place' | 'hours'> {
  teacher: Teacher | null;
}

/** Enters a session of a course; the caller flushes. */
export function enterSession(em: EntityManager, course: Course, { teacher, ...said }: NewSession): CourseSession {
  const { tenantId, station } = course;
  const made = { tenantId, id: newId(), course: course as never, station: station as never };
  const session = em.create(CourseSession, { ...made, teacher: teacher as never, ...said });
  em.persist(session);
  return session;
}

/** Enters somebody in a class group of a course under the next number; the caller has counted the places, and flushes. */
export function enterEnrolment(
  em: EntityManager,
  group: ClassGroup,
  person: Person,
  how: { no: number; state: EnrolmentState; on: Day },
): Enrolment {
  const { tenantId, station, course } = group;
  const enrolment = em.create(Enrolment, {
    tenantId,
    id: newId(),
    course: course as never,
    classGroup: group as never,
    station: station as never,
    person: person as never,
    household: person.household as never,
    no: how.no,
    state: how.state,
    stateSince: how.on,
  });
  em.persist(enrolment);
  return enrolment;
}

/** Enters whether somebody enrolled was at a session of the same course; the caller flushes. */
export function enterAttendance(
  em: EntityManager,
  session: CourseSession,
  enrolment: Enrolment,
  isPresent: boolean,
): Attendance {
  const { tenantId, station, course } = session;
  const attendance = em.create(Attendance, {
    tenantId,
    id: newId(),
    course: course as never,
    session: session as never,
    enrolment: enrolment as never,
    person: enrolment.person as never,
    station: station as never,
    isPresent,
  });
  em.persist(attendance);
  return attendance;
}
