import { RecordResolver, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { Person } from '../households/index.js';
import { Attendance } from './attendance.js';
import { counted } from './counted.js';
import { CourseSessionsCreateInput, CourseSessionUpdateInput } from './course.input.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { Enrolment } from './enrolment.js';
import { courseSessionList, teacherList, trainingProviderList } from './lists.js';
import { Roster, RosterTakeInput } from './roster.js';
import { takeRoster } from './roster.service.js';
import { createSessions, updateSession } from './session.service.js';
import { Teacher } from './teacher.js';
import {
  TeacherCreateInput,
  TeacherFilter,
  TeacherOrder,
  TeacherUpdateInput,
  TrainingProviderCreateInput,
  TrainingProviderFilter,
  TrainingProviderOrder,
  TrainingProviderUpdateInput,
} from './teaching.input.js';
import { createProvider, createTeacher, updateProvider, updateTeacher } from './teaching.service.js';
import { TrainingProvider } from './trainingProvider.js';

const permission = 'training.read';

/** Sessions of courses, and the roster of each. */
export const courseSessions = new RecordResolver(CourseSession, 'courseSession')
  .lookUp({ list: courseSessionList, permission, says: 'One session, null when there is none within reach （课次）.' })
  .act({
    name: 'courseSessionsCreate',
    permission: 'training.edit',
    says: 'Plans sessions of a course, one on each of the days, and answers the course （排课）.',
    takes: { input: takesInput(CourseSessionsCreateInput, 'The sessions.'), idempotencyKey: takesKey },
    answers: { field: 'course', type: Course },
    run: (ctx, { input, idempotencyKey }) => createSessions(ctx, input, idempotencyKey),
  })
  .act({
    name: 'courseSessionUpdate',
    permission: 'training.edit',
    says: 'Changes a session, moves it or calls it off （调课）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(CourseSessionUpdateInput, 'What changes.') },
    run: (ctx, { id, version, input }) => updateSession(ctx, id, version, input),
  })
  .act({
    name: 'rosterTake',
    permission: 'training.enrol',
    says: 'Takes attendance of a session for many people, all or nothing, answering each row （签到）.',
    takes: { input: takesInput(RosterTakeInput, 'Who was there.') },
    answers: { field: 'roster', type: Roster },
    isUnread: true,
    run: (ctx, { input }) => takeRoster(ctx, input),
  })
  .reference('course', { type: () => Course, permission, says: 'The course （课程）.' })
  .reference('teacher', { type: () => Teacher, says: 'Who teaches （教师）.' })
  .children('attendances', {
    type: () => Attendance,
    by: 'session',
    order: [['id', 'asc']],
    says: 'Who was there and who was not, as far as it was taken （签到记录）.',
  })
  .field(
    'presentCount',
    counted({
      says: 'How many were there （到课人数）.',
      of: () => Attendance,
      by: 'session',
      meets: (row) => row.column('isPresent'),
      plain: { table: 'attendance', column: 'session_id', where: 'is_present' },
    }),
  );

/** What an attendance answers beyond its columns. */
export const attendances = new RecordResolver(Attendance, 'attendance')
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who （人员）.' })
  .reference('enrolment', { type: () => Enrolment, permission, says: 'The enrolment （报名）.' })
  .reference('session', { type: () => CourseSession, permission, says: 'The session （课次）.' });

/** Providers of training. */
export const trainingProviders = new RecordResolver(TrainingProvider, 'trainingProvider')
  .list({
    list: trainingProviderList,
    filter: TrainingProviderFilter,
    order: TrainingProviderOrder,
    permission,
    says: 'Providers of training in the county, by name （培训机构）.',
  })
  .act({
    name: 'trainingProviderCreate',
    permission: 'training.edit',
    says: 'Enters a provider of training （新增培训机构）.',
    takes: { input: takesInput(TrainingProviderCreateInput, 'The provider.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createProvider(ctx, input, idempotencyKey),
  })
  .act({
    name: 'trainingProviderUpdate',
    permission: 'training.edit',
    says: 'Corrects a provider of training, for the whole county （修改培训机构）.',
    takes: {
      id: takesId,
      version: takesVersion,
      input: takesInput(TrainingProviderUpdateInput, 'What changes.'),
    },
    run: (ctx, given) => updateProvider(ctx, given),
  });

/** Teachers. */
export const teachers = new RecordResolver(Teacher, 'teacher')
  .list({
    list: teacherList,
    filter: TeacherFilter,
    order: TeacherOrder,
    permission,
    says: 'Teachers of the county, by name （教师）.',
  })
  .act({
    name: 'teacherCreate',
    permission: 'training.edit',
    says: 'Enters a teacher （新增教师）.',
    takes: { input: takesInput(TeacherCreateInput, 'The teacher.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createTeacher(ctx, input, idempotencyKey),
  })
  .act({
    name: 'teacherUpdate',
    permission: 'training.edit',
    says: 'Corrects what is known of a teacher, for the whole county （修改教师）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(TeacherUpdateInput, 'What changes.') },
    run: (ctx, given) => updateTeacher(ctx, given),
  })
  .reference('provider', { type: () => TrainingProvider, says: 'For whom they teach （培训机构）.' });
