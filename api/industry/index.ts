import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { Distribution, DistributionSheet, SurvivalCheck } from './distribution.js';
import * as distributed from './distribution.resolver.js';
import { distributionTotals } from './distribution.totals.js';
import { DistributionItem } from './distributionItem.js';
import { distributionItems } from './distributionItem.resolver.js';
import { IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';
import { Intention, SpecialtyItem, VillageSpecialty } from './intention.js';
import * as intended from './intention.resolver.js';
import { intentionDemand } from './intention.totals.js';
import * as livestock from './livestock.resolver.js';
import { livestockInstalmentTotals, livestockTotals } from './livestock.totals.js';
import { Cooperative, LivestockContract } from './livestockContract.js';
import { LivestockDelivery, LivestockInstalment } from './livestockInstalment.js';

export { DistributionItem } from './distributionItem.js';
export * from './industryProgramme.js';
export { SpecialtyState } from './intention.js';
export { registerSpecialty } from './intention.service.js';
export { ContractState, Cooperative, LivestockMode, Species } from './livestockContract.js';
export { DeliveryKind } from './livestockInstalment.js';
export {
  registerContract,
  registerCooperative,
  registerDelivery,
  registerDistribution,
  registerIntention,
  registerItem,
  registerSchedule,
  registerSurvivalCheck,
} from './register.js';
export { scheduleOf } from './schedule.js';

const given = [DistributionItem, DistributionSheet, Distribution, SurvivalCheck] as const;
const wished = [Intention, VillageSpecialty, SpecialtyItem] as const;
const raised = [Cooperative, LivestockContract, LivestockInstalment, LivestockDelivery] as const;

export const entities = [IndustryProgramme, ...given, ...wished, ...raised] as const;
export const resolvers = [
  programmeResolver(industryKind),
  distributionTotals,
  intentionDemand,
  livestockTotals,
  livestockInstalmentTotals,
  ...[distributionItems, ...Object.values(distributed), ...Object.values(intended), ...Object.values(livestock)].map(
    ({ resolver }) => resolver,
  ),
] as const;
