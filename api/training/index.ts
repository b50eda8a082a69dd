import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { TrainingProgramme } from './trainingProgramme.js';
import { trainingKind } from './trainingProgramme.kind.js';

export * from './trainingProgramme.js';

export const entities = [TrainingProgramme] as const;
export const resolvers = [programmeResolver(trainingKind)] as const;
