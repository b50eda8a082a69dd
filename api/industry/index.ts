import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';

export * from './industryProgramme.js';

export const entities = [IndustryProgramme] as const;
export const resolvers = [programmeResolver(industryKind)] as const;
