import { actorOf } from '../access/index.js';
import { carrying, type HouseholdPort } from '../households/index.js';
import { recordsPort } from '../tenancy/index.js';
import { DividendPlan, DividendState } from './dividendPlan.js';
import { Intention } from './intention.js';
import { ContractState, LivestockContract } from './livestockContract.js';
import { LivestockInstalment } from './livestockInstalment.js';
import { Loan, LoanState } from './loan.js';

const isRunning = { state: { $nin: [ContractState.COMPLETED, ContractState.BREACHED] } };
const isOwed = { state: { $in: [LoanState.APPLIED, LoanState.GRANTED] } };

/**
 * What closing or merging a station asks of industry. Nothing is rewritten: the ledgers stay where things were given, and whoever takes
 * the station over reaches them there. What is not over has to be taken over by somebody.
 */
export const industryPorts = [
  recordsPort({ zh: '份养殖合同', en: 'livestock contracts' }, LivestockContract, () => isRunning),
  recordsPort({ zh: '笔贷款', en: 'loans' }, Loan, () => isOwed),
  recordsPort({ zh: '个分红方案', en: 'dividends' }, DividendPlan, () => ({
    state: { $nin: [DividendState.RECONCILED, DividendState.CANCELLED] },
  })),
];

const running = carrying([
  { entity: LivestockContract, by: 'household', while: () => isRunning },
  { entity: Loan, by: 'household', while: () => isOwed },
  { entity: Intention, by: 'household', while: ({ today }) => ({ year: { $gte: Number(today.slice(0, 4)) } }) },
]);

/**
 * What goes with a household that moves: its running contracts with what is due of them, its loans, and what it wishes for this year and
 * later. What it was given, and shares that were cut, stay in the figures of where it stood then.
 */
export const industryCarried: HouseholdPort = async (ctx, moved) => {
  await running(ctx, moved);
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const household = { tenantId, id: { $in: [...moved.householdIds] } };
  const contracts = await em.find(LivestockContract, { tenantId, household, ...isRunning } as never);
  const contract = { tenantId, id: { $in: contracts.map(({ id }) => id) } };
  for (const due of await em.find(LivestockInstalment, { tenantId, contract } as never)) due.station = moved.station;
  await em.flush();
};
