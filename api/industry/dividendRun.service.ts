import { actorOf, type Context } from '../access/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, newId, notFound } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { checkTotal, holdDividend } from './dividend.service.js';
import { splitBy, thousandthsOf } from './dividend.split.js';
import { type DividendPlan, DividendState } from './dividendPlan.js';
import { DividendPayment, DividendShare } from './dividendShare.js';
import { notLater } from './villageProject.service.js';

interface Asked {
  id: string;
  version: number;
}

const { ESTIMATED, DECLARED, PUBLISHED, PAID, RECONCILED, CANCELLED } = DividendState;

const words: Readonly<Record<DividendState, Message>> = {
  ESTIMATED: { zh: '预计', en: 'an estimate' },
  DECLARED: { zh: '已确定', en: 'declared' },
  PUBLISHED: { zh: '已公示', en: 'published' },
  PAID: { zh: '已发放', en: 'paid' },
  RECONCILED: { zh: '已核对', en: 'reconciled' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

function demandState(plan: DividendPlan, ...open: DividendState[]): void {
  if (open.includes(plan.state)) return;
  const listed = (language: 'zh' | 'en', by: string): string => open.map((state) => words[state][language]).join(by);
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: `分红方案${words[plan.state].zh}；这一步只在“${listed('zh', '、')}”时可办。`,
    en: `The dividend is ${words[plan.state].en}; this step is open only while it is ${listed('en', ' or ')}.`,
  });
}

/** Everybody who moves a dividend on before its payment is one of its authors, and may not approve it. */
function signed(ctx: Context, plan: DividendPlan): void {
  const { id } = actorOf(ctx);
  if (!plan.authorIds.includes(id)) plan.authorIds = [...plan.authorIds, id];
}

/** Settles the amount: the estimate as it stands, or another total shared out among the same beneficiaries. */
export async function declareDividend(ctx: Context, asked: Asked & { total?: number | null }): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked);
  demandState(plan, ESTIMATED);
  const total = asked.total ?? plan.total;
  const check = new Check(null);
  checkTotal(check, total, plan.shareCount);
  check.done();
  ctx.note({ act: 'dividendPlanDeclare' });
  if (total !== plan.total) {
    const shares = await sharesOf(ctx, plan);
    const cut = splitBy(
      total,
      shares.map(({ weight }) => (weight === null ? 1000n : thousandthsOf(weight))),
    );
    for (const [index, share] of shares.entries()) share.amount = cut.amounts[index] ?? 0;
    Object.assign(plan, { total, baseShare: cut.base, extraShares: cut.extra });
  }
  Object.assign(plan, { state: DECLARED, isEstimate: false, declaredOn: ctx.today });
  signed(ctx, plan);
  await (await ctx.em()).flush();
  return plan;
}

/** Publishes the list of shares. */
export async function publishDividend(ctx: Context, asked: Asked): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked);
  demandState(plan, DECLARED);
  ctx.note({ act: 'dividendPlanPublish' });
  Object.assign(plan, { state: PUBLISHED, publishedOn: ctx.today });
  signed(ctx, plan);
  await (await ctx.em()).flush();
  return plan;
}

/** Lets a published dividend be paid; by the finance reviewer, who entered nothing of it. */
export async function approveDividend(ctx: Context, asked: Asked): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked, 'dividend.review');
  demandState(plan, PUBLISHED);
  if (plan.approvedOn !== null)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '已经审核通过。', en: 'It has been approved already.' });
  ctx.note({ act: 'dividendPlanApprove' });
  Object.assign(plan, { approvedOn: ctx.today, approvedBy: actorOf(ctx).name });
  await (await ctx.em()).flush();
  return plan;
}

/** Pays every share that is not paid. Whoever runs it twice pays nobody twice: the database numbers the turns of each share. */
export async function payDividend(ctx: Context, asked: Asked & { on?: Day | null }): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked);
  demandState(plan, PUBLISHED);
  const paidOn = asked.on ?? ctx.today;
  const check = new Check(null);
  check.that(plan.approvedOn !== null, 'id', ErrorCode.WRONG_STATE, {
    zh: '须先由财务审核通过，才能发放。',
    en: 'The finance reviewer has to approve the payment first.',
  });
  notLater(check, 'on', paidOn, ctx.today);
  check.that(plan.approvedOn === null || paidOn >= plan.approvedOn, 'on', ErrorCode.INVALID, {
    zh: '发放日期不能早于审核日期。',
    en: 'It cannot be paid before the payment was approved.',
  });
  check.done();
  ctx.note({ act: 'dividendPlanPay' });
  const em = await ctx.em();
  const ledger = Map.groupBy(await paymentsOf(ctx, plan), (payment) => payment.share.id);
  for (const share of await sharesOf(ctx, plan)) {
    const lines = ledger.get(share.id) ?? [];
    if (lines.reduce((sum, line) => sum + line.amount, 0) !== 0) continue;
    const turn = lines.filter((line) => line.reverses === null).length + 1;
    em.persist(em.create(DividendPayment, { ...lineOf(ctx, plan, share), turn, amount: share.amount, paidOn }));
  }
  Object.assign(plan, { state: PAID, paidOn });
  await em.flush();
  return plan;
}

function lineOf(ctx: Context, plan: DividendPlan, share: DividendShare) {
  const ends = { plan: plan as never, share: share as never, station: share.station as never };
  return { tenantId: plan.tenantId, id: newId(), ...ends, enteredBy: actorOf(ctx).name };
}

/** Takes a payment back by a line that names it; the share waits to be paid again. */
export async function reversePayment(ctx: Context, asked: { id: string; reason: string }): Promise<DividendPayment> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const payment = isUuid(asked.id) ? await em.findOne(DividendPayment, { tenantId, id: asked.id }) : null;
  if (!payment) throw notFound({ zh: '发放记录', en: 'payment' });
  const plan = await holdDividend(ctx, { id: payment.plan.id, version: null });
  demandState(plan, PAID, PUBLISHED);
  const check = new Check(null);
  const reason = check.text('reason', asked.reason, 500);
  const reversed = await em.count(DividendPayment, { tenantId, reverses: { tenantId, id: payment.id } } as never);
  check.that(payment.reverses === null && reversed === 0, 'id', ErrorCode.WRONG_STATE, {
    zh: '这笔发放已冲正，或本身就是冲正。',
    en: 'This payment was taken back already, or is itself a reversal.',
  });
  check.done();
  ctx.note({ act: 'dividendPaymentReverse', reason });
  const share = await em.findOneOrFail(DividendShare, { tenantId, id: payment.share.id });
  const { turn, amount } = payment;
  const said = { turn, amount: -amount, paidOn: ctx.today, reverses: payment as never, reason };
  const line = em.create(DividendPayment, { ...lineOf(ctx, plan, share as DividendShare), ...said });
  em.persist(line);
  Object.assign(plan, { state: PUBLISHED, paidOn: null });
  await em.flush();
  return line;
}

/** Finds that what was paid agrees with the total to the fen, and closes the dividend. */
export async function reconcileDividend(ctx: Context, asked: Asked): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked);
  demandState(plan, PAID);
  const sum = (await paymentsOf(ctx, plan)).reduce((all, line) => all + line.amount, 0);
  if (sum !== plan.total)
    throw mistake(null, ErrorCode.INVALID, {
      zh: `实发合计与分红总额相差 ${((sum - plan.total) / 100).toFixed(2)} 元。`,
      en: `What was paid differs from the total by ${((sum - plan.total) / 100).toFixed(2)} yuan.`,
    });
  ctx.note({ act: 'dividendPlanReconcile' });
  Object.assign(plan, { state: RECONCILED, reconciledOn: ctx.today });
  await (await ctx.em()).flush();
  return plan;
}

/** Gives a dividend up before anything of it was paid, saying why. */
export async function cancelDividend(ctx: Context, asked: Asked & { reason: string }): Promise<DividendPlan> {
  const plan = await holdDividend(ctx, asked);
  demandState(plan, ESTIMATED, DECLARED, PUBLISHED);
  const check = new Check(null);
  const cancelReason = check.text('reason', asked.reason, 500);
  check.that((await paymentsOf(ctx, plan)).length === 0, 'id', ErrorCode.WRONG_STATE, {
    zh: '已有发放记录，不能取消。',
    en: 'Something was paid already; it cannot be cancelled.',
  });
  check.done();
  ctx.note({ act: 'dividendPlanCancel', reason: cancelReason });
  Object.assign(plan, { state: CANCELLED, cancelReason });
  await (await ctx.em()).flush();
  return plan;
}

async function sharesOf(ctx: Context, { tenantId, id }: DividendPlan): Promise<DividendShare[]> {
  const where = { tenantId, plan: { tenantId, id } };
  return (await ctx.em()).find(DividendShare, where as never, { orderBy: { no: 'asc' } } as never) as never;
}

async function paymentsOf(ctx: Context, { tenantId, id }: DividendPlan): Promise<DividendPayment[]> {
  return (await ctx.em()).find(DividendPayment, { tenantId, plan: { tenantId, id } } as never) as never;
}
