import { actorOf, type Context, demand, findIn, hold, idempotent } from '../access/index.js';
import { findHousehold, stationRef } from '../households/index.js';
import { Check, ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { directory } from '../tenancy/index.js';
import { checkPast, checkProgramme, findProgramme } from './find.js';
import type { CooperativeCreateInput, LivestockContractCreateInput } from './livestock.input.js';
import { cooperativeList, livestockContractList } from './livestock.list.js';
import { ContractState, Cooperative, LivestockContract, LivestockMode } from './livestockContract.js';
import { LivestockInstalment } from './livestockInstalment.js';
import { registerContract, registerCooperative, registerSchedule } from './register.js';

export const contractSays: Message = { zh: '养殖合同', en: 'livestock contract' };

/** Enters a cooperative; once per key. */
export async function createCooperative(
  ctx: Context,
  input: CooperativeCreateInput,
  key?: string | null,
): Promise<Cooperative> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const make = async (): Promise<Cooperative> => {
    const station = (await directory(ctx)).get(input.stationId)?.station;
    if (!station) throw notFound({ zh: '单位', en: 'station' });
    demand(actorOf(ctx), 'industry.edit', { stationId: station.id });
    const check = new Check();
    const name = check.text('name', input.name, 60);
    const note = check.optionalText('note', input.note, 200);
    check.that((await em.count(Cooperative, { tenantId, name })) === 0, 'name', ErrorCode.TAKEN, {
      zh: '已有同名合作社。',
      en: 'There is a cooperative of that name.',
    });
    check.done();
    ctx.note({ act: 'cooperativeCreate' });
    const made = registerCooperative(em, { tenantId, station: stationRef(em, tenantId, station.id), name, note });
    await em.flush();
    return made;
  };
  const find = (id: string) => em.findOneOrFail(Cooperative, { tenantId, id });
  return idempotent(ctx, { key, act: 'cooperativeCreate', input, make, find });
}

/** Enters what a household would like to raise, or to have raised; once per key. */
export async function createContract(
  ctx: Context,
  input: LivestockContractCreateInput,
  key?: string | null,
): Promise<LivestockContract> {
  const em = await ctx.em();
  const { tenantId, name: enteredBy } = actorOf(ctx);
  const make = async (): Promise<LivestockContract> => {
    const programme = await findProgramme(ctx, input.programmeId, 'industry.edit');
    const household = await findHousehold(ctx, input.householdId);
    demand(actorOf(ctx), 'industry.edit', { stationId: household.station.id });
    const said = { zh: '合作社', en: 'cooperative' };
    const cooperative = input.cooperativeId ? await findIn(ctx, cooperativeList, input.cooperativeId, said) : null;
    const check = new Check();
    const isWithin = (await directory(ctx)).subtree(programme.station.id).has(household.station.id);
    check.that(isWithin && !household.isClosed, 'householdId', ErrorCode.INVALID, {
      zh: '这户不在项目所在范围内，或已注销。',
      en: 'The household is not where the programme is, or struck off.',
    });
    check.that(input.mode !== LivestockMode.AGENT_RAISE || cooperative !== null, 'cooperativeId', ErrorCode.REQUIRED, {
      zh: '代养须写明合作社。',
      en: 'Where animals are entrusted, say to which cooperative.',
    });
    checkProgramme(check, programme, input.startsOn, 'startsOn');
    const terms = checkedTerms(check, input);
    check.done();
    ctx.note({ act: 'livestockContractCreate' });
    const made = registerContract(em, { ...terms, household, programme, cooperative, enteredBy });
    await em.flush();
    return made;
  };
  const find = (id: string) => em.findOneOrFail(LivestockContract, { tenantId, id });
  return idempotent(ctx, { key, act: 'livestockContractCreate', input, make, find });
}

function checkedTerms(check: Check, input: LivestockContractCreateInput) {
  const { mode, species, head, startsOn } = input;
  const [ratioEntrusted, ratioReturned, years] = [
    input.ratioEntrusted ?? 2,
    input.ratioReturned ?? 1,
    input.years ?? 4,
  ];
  check.range('head', head, 1, 10_000);
  check.range('ratioEntrusted', ratioEntrusted, 1, 100);
  check.range('ratioReturned', ratioReturned, 1, 100);
  check.range('years', years, 1, 20);
  const [isHalfCarried, isPrincipalReturned] = [input.isHalfCarried ?? true, input.isPrincipalReturned ?? false];
  const note = check.optionalText('note', input.note, 500);
  const ratio = { ratioEntrusted, ratioReturned, years, isHalfCarried, isPrincipalReturned };
  return { mode, species, head, startsOn, note, ...ratio };
}

/** A contract in hand for a step: within reach, with the right, in the version that was seen, and in one of the states it is open in. */
async function holdContract(
  ctx: Context,
  asked: { id: string; version: number },
  states: readonly ContractState[],
): Promise<LivestockContract> {
  const { id, version } = asked;
  const contract = await hold(ctx, livestockContractList, {
    id,
    version,
    says: contractSays,
    permission: 'industry.edit',
  });
  if (!states.includes(contract.state))
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '合同当前的状态不能办理这一步。',
      en: 'The contract is not in a state for this step.',
    });
  return contract;
}

/** A step on a day. */
export interface StepAsked {
  id: string;
  version: number;
  onDay: string;
}

/** The pen was looked at. */
export async function checkContract(ctx: Context, asked: StepAsked): Promise<LivestockContract> {
  const contract = await holdContract(ctx, asked, [ContractState.WILLING]);
  demandPast(ctx, asked.onDay, null);
  ctx.note({ act: 'livestockContractCheck' });
  contract.state = ContractState.CHECKED;
  contract.checkedOn = asked.onDay;
  await (await ctx.em()).flush();
  return contract;
}

/** Signed: what will be due at each year end is set down now, by the contract's own terms. */
export async function signContract(ctx: Context, asked: StepAsked): Promise<LivestockContract> {
  const em = await ctx.em();
  const contract = await holdContract(ctx, asked, [ContractState.CHECKED]);
  demandPast(ctx, asked.onDay, contract.checkedOn);
  ctx.note({ act: 'livestockContractSign' });
  contract.state = ContractState.SIGNED;
  contract.signedOn = asked.onDay;
  registerSchedule(em, contract);
  await em.flush();
  return contract;
}

/** The animals are there. */
export async function startContract(ctx: Context, asked: StepAsked): Promise<LivestockContract> {
  const contract = await holdContract(ctx, asked, [ContractState.SIGNED]);
  demandPast(ctx, asked.onDay, contract.signedOn);
  ctx.note({ act: 'livestockContractStart' });
  contract.state = ContractState.RUNNING;
  await (await ctx.em()).flush();
  return contract;
}

/** Ended: completed once nothing of it is open, or broken off for a reason. */
export async function endContract(
  ctx: Context,
  asked: StepAsked & { isBreached: boolean; reason: string | null | undefined },
): Promise<LivestockContract> {
  const em = await ctx.em();
  const states = asked.isBreached ? [ContractState.SIGNED, ContractState.RUNNING] : [ContractState.RUNNING];
  const contract = await holdContract(ctx, asked, states);
  demandPast(ctx, asked.onDay, contract.signedOn);
  const check = new Check(null);
  const reason = asked.isBreached
    ? check.text('reason', asked.reason, 500)
    : check.optionalText('reason', asked.reason, 500);
  check.done();
  if (!asked.isBreached) await demandDelivered(ctx, contract);
  ctx.note({ act: 'livestockContractEnd', reason });
  contract.state = asked.isBreached ? ContractState.BREACHED : ContractState.COMPLETED;
  contract.endedOn = asked.onDay;
  contract.note = reason ?? contract.note;
  await em.flush();
  return contract;
}

async function demandDelivered(ctx: Context, { tenantId, id }: LivestockContract): Promise<void> {
  const of = { tenantId, contract: { tenantId, id } as never };
  const instalments = await (await ctx.em()).find(LivestockInstalment, of);
  if (instalments.some(({ headDue, headDelivered }) => headDelivered < headDue))
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '还有分红没有兑付，不能办结。',
      en: 'Instalments are still open, so it cannot be completed.',
    });
}

function demandPast(ctx: Context, day: string, after: string | null): void {
  const check = new Check(null);
  checkPast(check, 'onDay', day, ctx.today);
  check.that(after === null || day >= after, 'onDay', ErrorCode.OUT_OF_RANGE, {
    zh: `日期不能早于上一步的 ${after}。`,
    en: `The day cannot be before that of the last step, ${after}.`,
  });
  check.done();
}
