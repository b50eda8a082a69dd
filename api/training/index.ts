import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { Attendance } from './attendance.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { Enrolment } from './enrolment.js';
import { learningEntities, learningResolvers } from './learning.js';
import { Teacher } from './teacher.js';
import { TrainingProgramme } from './trainingProgramme.js';
import { trainingKind } from './trainingProgramme.kind.js';
import { TrainingProvider } from './trainingProvider.js';

export * from './trainingProgramme.js';

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
export const resolvers = [programmeResolver(trainingKind), ...learningResolvers] as const;
