import './policy.js';
import { programmeResolver } from '../programmes/index.js';
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
import { Loan, LoanRepayment } from './loan.js';
import { loanRepayments, loans, loansOfHousehold } from './loan.resolver.js';
import { Consultation, FundLine, ProjectHousehold, PublicNotice } from './villageProject.js';
import { consultations, projectHouseholds, publicNotices, villageProjects } from './villageProject.resolver.js';

export type { DividendPlanCreateInput } from './dividend.input.js';
export { enterDividend } from './dividend.service.js';
export { beneficiariesOn } from './dividend.snapshot.js';
export { splitBy } from './dividend.split.js';
export { DividendRule, DividendSplit, DividendUnit } from './dividendPlan.js';
export * from './industryProgramme.js';
export { Loan, LoanRepayment, LoanState } from './loan.js';
export { Consultation, FundLine, MeetingKind, ProjectHousehold, PublicNotice } from './villageProject.js';

export const entities = [
  IndustryProgramme,
  Consultation,
  PublicNotice,
  FundLine,
  ProjectHousehold,
  DividendPlan,
  DividendShare,
  DividendPayment,
  Loan,
  LoanRepayment,
] as const;

export const resolvers = [
  programmeResolver(industryKind),
  ...[villageProjects, consultations, publicNotices, projectHouseholds].map((made) => made.resolver),
  ...[dividendPlans, dividendShares, dividendPayments, dividendsOfProgramme, sharesOfHousehold].map(
    (made) => made.resolver,
  ),
  ...[loans, loanRepayments, loansOfHousehold].map((made) => made.resolver),
] as const;
