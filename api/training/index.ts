import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { Attendance } from './attendance.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { classGroups, courses, coursesOfProgramme } from './course.resolver.js';
import { CourseSession } from './courseSession.js';
import { TrainingCoverageResolver } from './coverage.resolver.js';
import { Enrolment } from './enrolment.js';
import { enrolments, enrolmentsOfHousehold, enrolmentsOfPerson } from './enrolment.resolver.js';
import { learningEntities, learningResolvers } from './learning.js';
import { attendances, courseSessions, teachers, trainingProviders } from './session.resolver.js';
import { Teacher } from './teacher.js';
import { TrainingProgramme } from './trainingProgramme.js';
import { trainingKind } from './trainingProgramme.kind.js';
import { TrainingProvider } from './trainingProvider.js';

export { ClassGroup } from './classGroup.js';
export { trainingColumns } from './columns.js';
export { Course, CourseAudience } from './course.js';
export { CourseSession } from './courseSession.js';
export { Enrolment, EnrolmentState } from './enrolment.js';
export { registerKnowHowHolder } from './knowHowHolder.service.js';
export { lineFor } from './levelPlacement.service.js';
export { LevelTestState } from './levelTest.js';
export { registerBand, registerLevelTest } from './levelTest.service.js';
export { enterAttendance, enterClassGroup, enterCourse, enterEnrolment, enterSession } from './register.js';
export { registerResult } from './scores.service.js';
export { trainingCarried, trainingPorts } from './stationPorts.js';
export { Teacher } from './teacher.js';
export { TrainingDemandState, TrainingPriority } from './trainingDemand.js';
export { registerDemand, registerMenuItem } from './trainingDemand.service.js';
export * from './trainingProgramme.js';
export { TrainingProvider } from './trainingProvider.js';

export const entities = [
  TrainingProgramme,
  TrainingProvider,
  Teacher,
  Course,
  ClassGroup,
  CourseSession,
  Enrolment,
  Attendance,
  ...learningEntities,
] as const;
const records = [
  trainingProviders,
  teachers,
  courses,
  classGroups,
  coursesOfProgramme,
  courseSessions,
  enrolments,
  enrolmentsOfHousehold,
  enrolmentsOfPerson,
  attendances,
];
export const resolvers = [
  programmeResolver(trainingKind),
  ...records.map((made) => made.resolver),
  TrainingCoverageResolver,
  ...learningResolvers,
] as const;
