import './policy.js';
import { CrossTownReportResolver } from './crossTownReport.resolver.js';

export const entities = [] as const;
export const resolvers = [CrossTownReportResolver] as const;
