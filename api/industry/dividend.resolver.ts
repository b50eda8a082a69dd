import { Ctx, Int } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { Household, Person } from '../households/index.js';
import { attempt, DateScalar, type Day, type Language, MoneyScalar, payloadType } from '../kernel/index.js';
import { code, expression, judged, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import {
  DividendPlanCreateInput,
  DividendPlanFilter,
  DividendPlanOrder,
  DividendPreview,
  DividendShareFilter,
  DividendShareOrder,
} from './dividend.input.js';
import { paidCountOf, paidCountSql, paidOf, paidSql } from './dividend.ledger.js';
import { dividendPlanList, dividendShareList, followedShares } from './dividend.lists.js';
import { createDividend, previewDividend } from './dividend.service.js';
import { remainderRule } from './dividend.split.js';
import { DividendPlan } from './dividendPlan.js';
import {
  approveDividend,
  cancelDividend,
  declareDividend,
  payDividend,
  publishDividend,
  reconcileDividend,
  reversePayment,
} from './dividendRun.service.js';
import { DividendPayment, DividendShare } from './dividendShare.js';
import { IndustryProgramme } from './industryProgramme.js';

const read = 'industry.read';
const edit = 'industry.edit';
const inVersion = { id: takesId, version: takesVersion };

interface Cut {
  base: number | null;
  extra: number;
  count: number;
}

/** Dividends: the list, one with its shares, and each step on its way. */
export const dividendPlans = new RecordResolver(DividendPlan, 'dividendPlan')
  .list({
    list: dividendPlanList,
    filter: DividendPlanFilter,
    order: DividendPlanOrder,
    permission: read,
    says: 'Dividends, latest year first when no order is asked for （分红方案清单）.',
  })
  .lookUp({
    list: dividendPlanList,
    permission: read,
    says: 'One dividend, null when there is none within reach （分红方案）.',
  })
  .field('station', stationField('Whose programme it is of （所属单位）.'))
  .field('scope', stationField('Where its beneficiaries lived （受益地域）.', 'scope'))
  .reference('programme', { type: () => IndustryProgramme, permission: read, says: 'The programme （产业项目）.' })
  .field('remainderRule', {
    type: () => String,
    says: 'Who gets the remainder, in the language of the request （余数规则）.',
    reads: code(
      (row) => ({ base: row.column('baseShare'), extra: row.column('extraShares'), count: row.column('shareCount') }),
      (cut: Cut, { language }) => ruleOf(cut, language),
    ),
    resolve: ({ baseShare, extraShares, shareCount }, ctx) =>
      ruleOf({ base: baseShare, extra: extraShares, count: shareCount }, ctx.language),
  })
  .field('paid', {
    type: () => MoneyScalar,
    says: 'What was paid so far: the sum of the ledger （已发放）.',
    reads: expression((row) => paidSql(row, 'plan'), { isCertain: true }),
    resolve: (plan, ctx) => paidOf(ctx, plan.id, 'plan'),
  })
  .field('unpaid', {
    type: () => MoneyScalar,
    says: 'What is still to be paid （未发放）.',
    reads: expression((row) => sql`${row.column('total')} - ${paidSql(row, 'plan')}`, { isCertain: true }),
    resolve: async (plan, ctx) => plan.total - (await paidOf(ctx, plan.id, 'plan')),
  })
  .field('unpaidCount', {
    type: () => Int,
    says: 'How many shares are still to be paid （未发放份数）.',
    reads: expression((row) => sql`${row.column('shareCount')} - ${paidCountSql(row)}`, { isCertain: true }),
    resolve: async (plan, ctx) => plan.shareCount - (await paidCountOf(ctx, plan.id)),
  })
  .page('shares', {
    list: dividendShareList,
    filter: DividendShareFilter,
    order: DividendShareOrder,
    permission: read,
    by: 'plan',
    says: 'Its shares, in the order of the list （分红明细）.',
  })
  .act({
    name: 'dividendPlanCreate',
    permission: edit,
    says: 'Takes the beneficiaries of a day and enters what each is expected to get （新建分红方案）.',
    takes: { input: takesInput(DividendPlanCreateInput, 'The dividend.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createDividend(ctx, input, idempotencyKey),
  })
  .act({
    name: 'dividendPlanDeclare',
    permission: edit,
    says: 'Settles the amount, as it was expected or another （确定分红）.',
    takes: {
      ...inVersion,
      total: takes<number | null>(() => MoneyScalar, 'Another total, for the same beneficiaries.', {
        isNullable: true,
      }),
    },
    run: (ctx, given) => declareDividend(ctx, given),
  })
  .act({
    name: 'dividendPlanPublish',
    permission: edit,
    says: 'Publishes the shares （公示分红）.',
    takes: inVersion,
    run: (ctx, given) => publishDividend(ctx, given),
  })
  .act({
    name: 'dividendPlanApprove',
    permission: 'dividend.review',
    says: 'Lets a published dividend be paid, by somebody who entered nothing of it （审核发放）.',
    takes: inVersion,
    run: (ctx, given) => approveDividend(ctx, given),
  })
  .act({
    name: 'dividendPlanPay',
    permission: edit,
    says: 'Pays every share that is not paid yet （发放）.',
    takes: {
      ...inVersion,
      on: takes<Day | null>(() => DateScalar, 'When it was paid; today when left out.', { isNullable: true }),
    },
    run: (ctx, given) => payDividend(ctx, given),
  })
  .act({
    name: 'dividendPlanReconcile',
    permission: edit,
    says: 'Finds that the payments agree with the total to the fen, and closes the dividend （核对）.',
    takes: inVersion,
    run: (ctx, given) => reconcileDividend(ctx, given),
  })
  .act({
    name: 'dividendPlanCancel',
    permission: edit,
    says: 'Gives a dividend up before anything was paid （取消分红）.',
    takes: { ...inVersion, reason: takesReason },
    run: (ctx, given) => cancelDividend(ctx, given),
  });

const previewPayload = payloadType('DividendPreview', 'preview', () => DividendPreview);

addOperation(dividendPlans.resolver, {
  as: 'query',
  name: 'dividendPreview',
  permission: edit,
  type: () => previewPayload,
  says: 'What a dividend would be, by the sums of the real thing; nothing is written （分红测算）.',
  takes: [Ctx() as ParameterDecorator, takesInput(DividendPlanCreateInput, 'The dividend.').declare('input')],
  run: (ctx: Context, input: DividendPlanCreateInput) => attempt(ctx, 'preview', () => previewDividend(ctx, input)),
  reads: judged('it works a dividend out by the very code that enters it, and says what is wrong with it'),
});

/** Shares, each with its payments. */
export const dividendShares = new RecordResolver(DividendShare, 'dividendShare')
  .reference('household', { type: () => Household, permission: 'household.read', says: 'The household （户）.' })
  .reference('person', {
    type: () => Person,
    permission: 'household.read',
    says: 'The person; null where the share is the household’s （人）.',
  })
  .reference('plan', { type: () => DividendPlan, permission: read, says: 'The dividend （分红方案）.' })
  .field('paid', {
    type: () => MoneyScalar,
    says: 'What was paid of it: the sum of its ledger （已发放）.',
    reads: expression((row) => paidSql(row, 'share'), { isCertain: true }),
    resolve: (share, ctx) => paidOf(ctx, share.id, 'share'),
  })
  .children('payments', {
    type: () => DividendPayment,
    by: 'share',
    order: [['id', 'asc']],
    says: 'Its payments and what was taken back, in order （发放记录）.',
  });

export const dividendPayments = new RecordResolver(DividendPayment, 'dividendPayment')
  .reference('reverses', { type: () => DividendPayment, says: 'The payment that it takes back （被冲正的记录）.' })
  .act({
    name: 'dividendPaymentReverse',
    permission: edit,
    says: 'Takes a payment back by a line of its own, saying why （冲正发放）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, given) => reversePayment(ctx, given),
  });

/** The way back from programmes and households. */
export const dividendsOfProgramme = new RecordResolver(IndustryProgramme, 'industryProgramme').children(
  'dividendPlans',
  {
    type: () => DividendPlan,
    by: 'programme',
    order: [
      ['year', 'asc'],
      ['id', 'asc'],
    ],
    permission: read,
    says: 'Its dividends, by year （分红方案）.',
  },
);

export const sharesOfHousehold = new RecordResolver(Household, 'household').page('dividendShares', {
  list: followedShares,
  filter: DividendShareFilter,
  order: DividendShareOrder,
  permission: read,
  by: 'household',
  says: 'Shares of dividends that it or its people got （分红）.',
});

function ruleOf(cut: Cut, language: Language): string {
  return remainderRule(cut)[language];
}
