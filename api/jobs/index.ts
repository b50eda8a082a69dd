import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';

export * from './jobProgramme.js';

export const entities = [JobProgramme] as const;
export const resolvers = [programmeResolver(jobKind)] as const;
