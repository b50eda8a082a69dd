import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { Distribution, DistributionSheet, SurvivalCheck } from './distribution.js';
import * as distributed from './distribution.resolver.js';
import { distributionTotals } from './distribution.totals.js';
import { DistributionItem } from './distributionItem.js';
import { distributionItems } from './distributionItem.resolver.js';
import {
  dividendPayments,
  dividendPlans,
  dividendShares,
  dividendsOfProgramme,
  sharesOfHousehold,
} from './dividend.resolver.js';
import { DividendPlan } from './dividendPlan.js';
import { DividendPayment, DividendShare } from './dividendShare.js';
import { IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';
import { Intention, SpecialtyItem, VillageSpecialty } from './intention.js';
import * as intended from './intention.resolver.js';
import { intentionDemand } from './intention.totals.js';
import * as livestock from './livestock.resolver.js';
import { livestockInstalmentTotals, livestockTotals } from './livestock.totals.js';
import { Cooperative, LivestockContract } from './livestockContract.js';
import { LivestockDelivery, LivestockInstalment } from './livestockInstalment.js';
import { Loan, LoanRepayment } from './loan.js';
import { loanRepayments, loans, loansOfHousehold } from './loan.resolver.js';
import { Consultation, FundLine, ProjectHousehold, PublicNotice } from './villageProject.js';
import { consultations, projectHouseholds, publicNotices, villageProjects } from './villageProject.resolver.js';

export { industryColumns } from './columns.js';
export { DistributionItem } from './distributionItem.js';
export type { DividendPlanCreateInput } from './dividend.input.js';
export { enterDividend } from './dividend.service.js';
export { beneficiariesOn } from './dividend.snapshot.js';
export { splitBy } from './dividend.split.js';
export { DividendRule, DividendSplit, DividendUnit } from './dividendPlan.js';
export * from './industryProgramme.js';
export { SpecialtyState } from './intention.js';
export { registerSpecialty } from './intention.service.js';
export { ContractState, Cooperative, LivestockMode, Species } from './livestockContract.js';
export { DeliveryKind } from './livestockInstalment.js';
export { Loan, LoanRepayment, LoanState } from './loan.js';
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
export { Consultation, FundLine, MeetingKind, ProjectHousehold, PublicNotice } from './villageProject.js';

const given = [DistributionItem, DistributionSheet, Distribution, SurvivalCheck] as const;
const wished = [Intention, VillageSpecialty, SpecialtyItem] as const;
const built = [Consultation, PublicNotice, FundLine, ProjectHousehold] as const;
const shared = [DividendPlan, DividendShare, DividendPayment, Loan, LoanRepayment] as const;
const raised = [Cooperative, LivestockContract, LivestockInstalment, LivestockDelivery] as const;

export const entities = [IndustryProgramme, ...given, ...wished, ...raised, ...built, ...shared] as const;
export const resolvers = [
  programmeResolver(industryKind),
  distributionTotals,
  intentionDemand,
  livestockTotals,
  livestockInstalmentTotals,
  ...[distributionItems, ...Object.values(distributed), ...Object.values(intended), ...Object.values(livestock)].map(
    ({ resolver }) => resolver,
  ),
  ...[villageProjects, consultations, publicNotices, projectHouseholds].map((made) => made.resolver),
  ...[dividendPlans, dividendShares, dividendPayments, dividendsOfProgramme, sharesOfHousehold].map(
    (made) => made.resolver,
  ),
  ...[loans, loanRepayments, loansOfHousehold].map((made) => made.resolver),
] as const;
