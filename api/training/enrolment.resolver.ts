import { ID } from 'type-graphql';
import { RecordResolver, takes, takesId, takesInput, takesReason, takesVersion } from '../access/index.js';
import { Household, Person } from '../households/index.js';
import { Attendance } from './attendance.js';
import { ClassGroup } from './classGroup.js';
import { counted } from './counted.js';
import { EnrolmentFilter, EnrolmentOrder } from './course.input.js';
import { Course } from './course.js';
import { Enrolment } from './enrolment.js';
import { admitEnrolments, completeEnrolments, createEnrolments, withdrawEnrolment } from './enrolment.service.js';
import { enrolmentList } from './lists.js';
import { EnrolmentsCreateInput, Roster } from './roster.js';

const permission = 'training.read';
const takesCourse = takes<string>(() => ID, 'The course （课程）.');
const answers = { field: 'roster', type: Roster };

const takesIds = (says: string) => takes<string[] | null | undefined>(() => [ID], says, { isNullable: true });

/** Enrolments: many people at once, and what becomes of them. */
export const enrolments = new RecordResolver(Enrolment, 'enrolment')
  .act({
    name: 'enrolmentsCreate',
    permission: 'training.enrol',
    says: 'Enrols people in a course, all or nothing, answering each row; who finds no place waits （批量报名）.',
    takes: { input: takesInput(EnrolmentsCreateInput, 'Whom.') },
    answers,
    isUnread: true,
    run: (ctx, { input }) => createEnrolments(ctx, input),
  })
  .act({
    name: 'enrolmentsAdmit',
    permission: 'training.enrol',
    says: 'Gives places to people who applied, by number; who finds none waits （审核录取）.',
    takes: { courseId: takesCourse, ids: takesIds('Enrolments; all who applied when left out （报名）.') },
    answers,
    isUnread: true,
    run: (ctx, { courseId, ids }) => admitEnrolments(ctx, courseId, ids ?? null),
  })
  .act({
    name: 'enrolmentsComplete',
    permission: 'training.enrol',
    says: 'Records that people have completed a course （结业）.',
    takes: { courseId: takesCourse, ids: takesIds('Enrolments; all who hold a place when left out （报名）.') },
    answers,
    isUnread: true,
    run: (ctx, { courseId, ids }) => completeEnrolments(ctx, courseId, ids ?? null),
  })
  .act({
    name: 'enrolmentWithdraw',
    permission: 'training.enrol',
    says: 'Withdraws an enrolment, saying why; the place goes to who has waited longest （退出）.',
    takes: { id: takesId, version: takesVersion, reason: takesReason },
    run: (ctx, { id, version, reason }) => withdrawEnrolment(ctx, id, version, reason),
  })
  .reference('course', { type: () => Course, says: 'The course, also where another village gives it （课程）.' })
  .reference('classGroup', { type: () => ClassGroup, permission, says: 'The class group （班）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who （人员）.' })
  .reference('household', {
    type: () => Household,
    permission: 'household.read',
    says: 'The household to which the person belonged when enrolled （户）.',
  })
  .field(
    'attendedCount',
    counted({
      says: 'At how many sessions the person was （到课次数）.',
      of: () => Attendance,
      by: 'enrolment',
      meets: (row) => row.column('isPresent'),
      plain: { table: 'attendance', column: 'enrolment_id', where: 'is_present' },
    }),
  );

/** What the file of a household shows of training: who of it was enrolled in what. */
export const enrolmentsOfHousehold = new RecordResolver(Household, 'household').page('enrolments', {
  list: enrolmentList,
  filter: EnrolmentFilter,
  order: EnrolmentOrder,
  permission,
  by: 'household',
  says: 'Courses in which members of it were enrolled while they belonged to it （培训情况）.',
});

/** What is shown of a person: every course, also one of the place from which they moved. */
export const enrolmentsOfPerson = new RecordResolver(Person, 'person').page('enrolments', {
  list: enrolmentList,
  filter: EnrolmentFilter,
  order: EnrolmentOrder,
  permission,
  by: 'person',
  says: 'Courses in which they are or were enrolled, wherever they lived then （培训情况）.',
});
