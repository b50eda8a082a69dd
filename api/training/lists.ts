import { heldWhereLives } from '../households/index.js';
import { type IdFilter, OrderDirection } from '../kernel/index.js';
import { ofOpenProgramme } from '../programmes/index.js';
import { anyId, anyOf, heldAt, type List, textIs } from '../reading/index.js';
import { heldOrOffered, withinStation } from '../tenancy/index.js';
import type { CourseFilter, EnrolmentFilter } from './course.input.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { Enrolment } from './enrolment.js';
import { Teacher } from './teacher.js';
import type { TeacherFilter, TrainingProviderFilter } from './teaching.input.js';
import { TrainingProvider } from './trainingProvider.js';

const walls = [heldAt('training.read')];

/** Every provider of the county: who may read training anywhere may name them. */
export const trainingProviderList: List<TrainingProvider, TrainingProviderFilter> = {
  name: 'trainingProviders',
  entity: () => TrainingProvider,
  walls: [],
  filter: { id: anyId('id', 'id'), name: textIs('name') },
  orders: { NAME: { property: 'name' } },
  usually: OrderDirection.ASC,
};

/** Every teacher of the county, like the providers. */
export const teacherList: List<Teacher, TeacherFilter> = {
  name: 'teachers',
  entity: () => Teacher,
  walls: [],
  filter: { id: anyId('id', 'id'), name: textIs('name') },
  orders: { NAME: { property: 'name' } },
  usually: OrderDirection.ASC,
};

/** Courses where `training.read` is held, and those that a station above offers to where people are enrolled. */
export const courseList: List<Course, CourseFilter> = {
  name: 'courses',
  entity: () => Course,
  walls: heldOrOffered('training.read', 'training.enrol', ofOpenProgramme),
  filter: {
    id: anyId('id', 'id'),
    programme: anyId('programme', 'programme', { isRelation: true }),
    within: withinStation('station'),
  },
  orders: { STARTS_ON: { property: 'startsOn' } },
  usually: OrderDirection.DESC,
};

/** Sessions where `training.read` is held; they are looked up one by one, and listed with their course. */
export const courseSessionList: List<CourseSession, { id?: IdFilter | null }> = {
  name: 'courseSessions',
  entity: () => CourseSession,
  walls,
  filter: { id: anyId('id', 'id') },
  orders: { HELD_ON: { property: 'heldOn' } },
  usually: OrderDirection.ASC,
};

/** Enrolments where `training.read` is held at the course or where the person lives, in the order of applying. */
export const enrolmentList: List<Enrolment, EnrolmentFilter> = {
  name: 'enrolments',
  entity: () => Enrolment,
  walls: [heldWhereLives('training.read', 'person')],
  filter: {
    state: anyOf('state'),
    classGroup: anyId('classGroup', 'classGroup', { isRelation: true }),
  },
  orders: { NO: { property: 'no', each: ['state'] }, CREATED_AT: { property: 'createdAt', each: ['state'] } },
  usually: OrderDirection.ASC,
};
