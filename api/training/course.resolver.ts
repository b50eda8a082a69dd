import { RecordResolver, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { stationField } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { enrolledIn } from './counted.js';
import {
  ClassGroupCreateInput,
  CourseCreateInput,
  CourseFilter,
  CourseOrder,
  CourseUpdateInput,
  EnrolmentFilter,
  EnrolmentOrder,
} from './course.input.js';
import { Course } from './course.js';
import { addClassGroup, createCourse, updateCourse } from './course.service.js';
import { CourseSession } from './courseSession.js';
import { EnrolmentState } from './enrolment.js';
import { courseList, enrolmentList } from './lists.js';
import { TrainingProgramme } from './trainingProgramme.js';
import { TrainingProvider } from './trainingProvider.js';

const permission = 'training.read';
const placed = [EnrolmentState.ENROLLED, EnrolmentState.COMPLETED];

/** Courses: the list, the page of one, and what hangs on it. */
export const courses = new RecordResolver(Course, 'course')
  .list({
    list: courseList,
    filter: CourseFilter,
    order: CourseOrder,
    permission,
    says: 'Courses, the latest first when no order is asked for （课程）.',
  })
  .lookUp({ list: courseList, permission, says: 'One course, null when there is none within reach （课程）.' })
  .act({
    name: 'courseCreate',
    permission: 'training.edit',
    says: 'Opens a course of a training programme that is approved or under way （开设课程）.',
    takes: { input: takesInput(CourseCreateInput, 'The course.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createCourse(ctx, input, idempotencyKey),
  })
  .act({
    name: 'courseUpdate',
    permission: 'training.edit',
    says: 'Changes a course; more places go at once to those who wait （修改课程）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(CourseUpdateInput, 'What changes.') },
    run: (ctx, { id, version, input }) => updateCourse(ctx, id, version, input),
  })
  .field('station', stationField('Where it is given （开课单位）.'))
  .reference('programme', { type: () => TrainingProgramme, permission, says: 'The training programme （培训项目）.' })
  .reference('provider', { type: () => TrainingProvider, says: 'Who gives it （培训机构）.' })
  .children('classGroups', {
    type: () => ClassGroup,
    by: 'course',
    order: [
      ['createdAt', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Its class groups, in the order of opening （班）.',
  })
  .children('sessions', {
    type: () => CourseSession,
    by: 'course',
    order: [
      ['heldOn', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Its sessions, by day （课次）.',
  })
  .page('enrolments', {
    list: enrolmentList,
    filter: EnrolmentFilter,
    order: EnrolmentOrder,
    permission,
    by: 'course',
    says: 'Who is enrolled, in the order of applying （报名）.',
  })
  .field(
    'enrolledCount',
    enrolledIn('How many places are taken, also by those who have completed it （已占名额）.', placed),
  )
  .field('waitingCount', enrolledIn('How many wait for a place （候补人数）.', [EnrolmentState.WAITING]));

/** Class groups, which are seen with their course. */
export const classGroups = new RecordResolver(ClassGroup, 'classGroup')
  .act({
    name: 'classGroupCreate',
    permission: 'training.edit',
    says: 'Adds a class group to a course （加班）.',
    takes: { input: takesInput(ClassGroupCreateInput, 'The class group.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => addClassGroup(ctx, input, idempotencyKey),
  })
  .reference('course', { type: () => Course, permission, says: 'The course （课程）.' })
  .field(
    'enrolledCount',
    enrolledIn('How many hold a place in it or have completed it （本班人数）.', placed, 'classGroup'),
  );

/** The courses of a programme, from below. */
export const coursesOfProgramme = new RecordResolver(TrainingProgramme, 'trainingProgramme').page('courses', {
  list: courseList,
  filter: CourseFilter,
  order: CourseOrder,
  permission,
  by: 'programme',
  says: 'The courses of the programme （课程）.',
});
