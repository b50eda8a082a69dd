import { actorOf, type Context, demand, findIn, hold, idempotent } from '../access/index.js';
import { demandWhereLives } from '../households/index.js';
import { Check, type Day, ErrorCode, mistake, newId, notFound } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { followedLoans, type LoanCreateInput, loanList } from './loan.input.js';
import { Loan, LoanRepayment, LoanState } from './loan.js';
import { householdsByCode, notLater } from './villageProject.service.js';

interface Asked {
  id: string;
  version: number;
}

const { APPLIED, GRANTED, REPAID, WITHDRAWN } = LoanState;

/** Enters a loan that a household asks for; once per key. */
export async function createLoan(ctx: Context, input: LoanCreateInput, key?: string | null): Promise<Loan> {
  const household = (await householdsByCode(ctx, [input.householdCode])).get(input.householdCode.trim());
  if (!household)
    throw mistake(['input', 'householdCode'], ErrorCode.NOT_FOUND, {
      zh: '没有这个户编号。',
      en: 'There is no household of this number.',
    });
  demand(actorOf(ctx), 'industry.edit', { stationId: household.station.id });
  const check = new Check();
  const appliedOn = input.appliedOn ?? ctx.today;
  notLater(check, 'appliedOn', appliedOn, ctx.today);
  checkAmount(check, input.amount);
  const lender = check.text('lender', input.lender, 60);
  const purpose = check.optionalText('purpose', input.purpose, 200);
  check.done();
  ctx.note({ act: 'loanCreate' });
  return idempotent(ctx, {
    key,
    act: 'loanCreate',
    input,
    make: async () => {
      const em = await ctx.em();
      const { tenantId, station } = household;
      const ends = { tenantId, id: newId(), household: household as never, station: station as never };
      const loan = em.create(Loan, { ...ends, amount: input.amount, lender, purpose, appliedOn, state: APPLIED });
      em.persist(loan);
      await em.flush();
      return loan;
    },
    find: (id) => findIn(ctx, loanList, id, says),
  });
}

function checkAmount(check: Check, amount: number): void {
  check.that(amount > 0, 'amount', ErrorCode.OUT_OF_RANGE, {
    zh: '金额须大于零。',
    en: 'The amount must be more than nothing.',
  });
}

const says = { zh: '贷款', en: 'loan' };

function holdLoan(ctx: Context, id: string, version: number | null): Promise<Loan> {
  const permission = (loan: Loan) => demandWhereLives(ctx, 'industry.edit', loan);
  return hold(ctx, followedLoans, { id, version, says, permission });
}

function demandState(loan: Loan, ...open: LoanState[]): void {
  if (open.includes(loan.state)) return;
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: '贷款当前状态下不能办这一步。',
    en: 'The state of the loan does not allow this step.',
  });
}

/** Grants a loan, with the day on which it has to be repaid. */
export async function grantLoan(ctx: Context, asked: Asked & { on: Day; dueOn: Day }): Promise<Loan> {
  const loan = await holdLoan(ctx, asked.id, asked.version);
  demandState(loan, APPLIED);
  const check = new Check(null);
  notLater(check, 'on', asked.on, ctx.today);
  check.that(asked.on >= loan.appliedOn, 'on', ErrorCode.INVALID, {
    zh: '放款日期不能早于申请日期。',
    en: 'It cannot be granted before it was asked for.',
  });
  check.that(asked.dueOn > asked.on, 'dueOn', ErrorCode.INVALID, {
    zh: '到期日须晚于放款日期。',
    en: 'It has to be repaid after it was granted.',
  });
  check.done();
  ctx.note({ act: 'loanGrant' });
  Object.assign(loan, { state: GRANTED, grantedOn: asked.on, dueOn: asked.dueOn });
  await (await ctx.em()).flush();
  return loan;
}

/** Notes that a loan is not granted, or no longer asked for. */
export async function withdrawLoan(ctx: Context, asked: Asked & { reason: string }): Promise<Loan> {
  const loan = await holdLoan(ctx, asked.id, asked.version);
  demandState(loan, APPLIED);
  const check = new Check(null);
  const reason = check.text('reason', asked.reason, 500);
  check.done();
  ctx.note({ act: 'loanWithdraw', reason });
  loan.state = WITHDRAWN;
  await (await ctx.em()).flush();
  return loan;
}

/** Enters a repayment, of at most what is owed; the last one closes the loan. */
export async function repayLoan(
  ctx: Context,
  asked: Asked & { amount: number; on: Day | null | undefined },
): Promise<Loan> {
  const loan = await holdLoan(ctx, asked.id, asked.version);
  demandState(loan, GRANTED);
  const owed = loan.amount - (await repaidOf(ctx, loan));
  const repaidOn = asked.on ?? ctx.today;
  const check = new Check(null);
  checkAmount(check, asked.amount);
  check.that(asked.amount <= owed, 'amount', ErrorCode.OUT_OF_RANGE, {
    zh: `还款不能多于尚欠的 ${(owed / 100).toFixed(2)} 元。`,
    en: `No more than the ${(owed / 100).toFixed(2)} yuan owed can be repaid.`,
  });
  notLater(check, 'on', repaidOn, ctx.today);
  check.that(repaidOn >= (loan.grantedOn ?? repaidOn), 'on', ErrorCode.INVALID, {
    zh: '还款日期不能早于放款日期。',
    en: 'It cannot be repaid before it was granted.',
  });
  check.done();
  ctx.note({ act: 'loanRepay' });
  const em = await ctx.em();
  em.persist(em.create(LoanRepayment, { ...lineOf(ctx, loan), amount: asked.amount, repaidOn }));
  loan.lineCount += 1;
  if (asked.amount === owed) loan.state = REPAID;
  await em.flush();
  return loan;
}

function lineOf(ctx: Context, loan: Loan) {
  const ends = { loan: loan as never, station: loan.station as never };
  return { tenantId: loan.tenantId, id: newId(), ...ends, enteredBy: actorOf(ctx).name };
}

/** Takes a repayment back by a line that names it. */
export async function reverseRepayment(ctx: Context, asked: { id: string; reason: string }): Promise<LoanRepayment> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const found = isUuid(asked.id) ? await em.findOne(LoanRepayment, { tenantId, id: asked.id }) : null;
  if (!found) throw notFound({ zh: '还款记录', en: 'repayment' });
  const loan = await holdLoan(ctx, found.loan.id, null);
  const check = new Check(null);
  const reason = check.text('reason', asked.reason, 500);
  const reversed = await em.count(LoanRepayment, { tenantId, reverses: { tenantId, id: found.id } } as never);
  check.that(found.amount > 0 && reversed === 0, 'id', ErrorCode.WRONG_STATE, {
    zh: '这笔还款已冲正，或本身就是冲正。',
    en: 'This repayment was taken back already, or is itself a reversal.',
  });
  check.done();
  ctx.note({ act: 'loanRepaymentReverse', reason });
  const said = { amount: -found.amount, repaidOn: ctx.today, reverses: found as never, reason };
  const line = em.create(LoanRepayment, { ...lineOf(ctx, loan), ...said });
  em.persist(line);
  Object.assign(loan, { state: GRANTED, lineCount: loan.lineCount + 1 });
  await em.flush();
  return line;
}

/** What was repaid of a loan so far. */
async function repaidOf(ctx: Context, { tenantId, id }: Loan): Promise<number> {
  const lines = await (await ctx.em()).find(LoanRepayment, { tenantId, loan: { tenantId, id } } as never);
  return (lines as LoanRepayment[]).reduce((sum, line) => sum + line.amount, 0);
}
