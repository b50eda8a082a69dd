import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, findIn, hold, idempotent } from '../access/index.js';
import { Household, Person, stationRef } from '../households/index.js';
import { Check, ErrorCode, newId, notFound } from '../kernel/index.js';
import { directory, findStanding } from '../tenancy/index.js';
import { checkAmounts, checkProgramme, checkShares, checkTotal, weightsOf } from './dividend.check.js';
import type { DividendPlanCreateInput, DividendPreview } from './dividend.input.js';
import { dividendPlanList } from './dividend.lists.js';
import { type Beneficiary, beneficiariesOn } from './dividend.snapshot.js';
import { remainderRule, type Split, splitBy, thousandthsOf } from './dividend.split.js';
import { DividendPlan, DividendState } from './dividendPlan.js';
import { DividendShare } from './dividendShare.js';
import type { IndustryProgramme } from './industryProgramme.js';
import { findProgramme, holdProgramme, notLater } from './villageProject.service.js';

/** A dividend worked out: its beneficiaries in their order, and what each gets. */
export interface WorkedOut {
  beneficiaries: readonly Beneficiary[];
  weights: readonly (string | null)[];
  cut: Split;
  total: number;
}

/** What a dividend would be; the same check and the same sums as the real thing. */
export async function previewDividend(ctx: Context, input: DividendPlanCreateInput): Promise<DividendPreview> {
  const programme = await findProgramme(ctx, input.programmeId);
  await checkPlace(ctx, programme, input.withinId);
  const { beneficiaries, cut, total } = await workOut(ctx, input, programme);
  const sorted = cut.amounts.toSorted((a, b) => a - b);
  return {
    shareCount: beneficiaries.length,
    householdCount: new Set(beneficiaries.map((one) => one.householdId)).size,
    total,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
    extraShares: cut.extra,
    remainderRule: remainderRule({ ...cut, count: beneficiaries.length })[ctx.language],
    isEstimate: true,
  };
}

/** Takes the beneficiaries of a day and enters what each is expected to get; once per key. */
export async function createDividend(
  ctx: Context,
  input: DividendPlanCreateInput,
  key?: string | null,
): Promise<DividendPlan> {
  const programme = await holdProgramme(ctx, input.programmeId);
  await checkPlace(ctx, programme, input.withinId);
  return idempotent(ctx, {
    key,
    act: 'dividendPlanCreate',
    input,
    make: async () => {
      const worked = await workOut(ctx, input, programme);
      ctx.note({ act: 'dividendPlanCreate' });
      const em = await ctx.em();
      const { id, name } = actorOf(ctx);
      const plan = enterDividend(em, programme, { ...input, title: input.title.trim() }, worked, { id, name });
      await em.flush();
      return plan;
    },
    find: (id) => findDividend(ctx, id),
  });
}

/** Enters a dividend with its shares; what is asked of it has been checked before, and the caller flushes. */
export function enterDividend(
  em: EntityManager,
  programme: Pick<IndustryProgramme, 'tenantId' | 'station'>,
  input: DividendPlanCreateInput,
  { beneficiaries, weights, cut, total }: WorkedOut,
  by: { id: string; name: string },
): DividendPlan {
  const { tenantId } = programme;
  const { title, year, rule, unit, split, snapshotOn, dueOn, perHead, withinId } = input;
  const plan = em.create(DividendPlan, {
    ...{ tenantId, id: newId(), programme: programme as never, station: programme.station as never },
    ...{ title, year, rule, unit, split, snapshotOn, dueOn, perHead: perHead ?? null },
    scope: stationRef(em, tenantId, withinId),
    ...{ expectedTotal: total, total, shareCount: beneficiaries.length, baseShare: cut.base, extraShares: cut.extra },
    ...{ createdBy: by.name, authorIds: [by.id], state: DividendState.ESTIMATED },
  });
  em.persist(plan);
  for (const [index, one] of beneficiaries.entries()) {
    const household = em.getReference(Household, [tenantId, one.householdId] as never, { wrapped: true });
    const person = one.personId && em.getReference(Person, [tenantId, one.personId] as never, { wrapped: true });
    const share = em.create(DividendShare, {
      ...{ tenantId, id: newId(), plan: plan as never, station: stationRef(em, tenantId, one.stationId) },
      ...{ household: household as never, person: person as never, no: index + 1, payee: one.payee },
      ...{ householdCode: one.householdCode, weight: weights[index] ?? null, amount: cut.amounts[index] ?? 0 },
    });
    em.persist(share);
  }
  return plan;
}

/** The asker edits industry for the programme and at the place whose people take part, and sees the register there. */
async function checkPlace(ctx: Context, programme: IndustryProgramme, withinId: string): Promise<void> {
  const scope = await findStanding(ctx, withinId);
  if (!scope) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'industry.edit', { stationId: programme.station.id });
  demand(actorOf(ctx), 'industry.edit', { stationId: scope.id });
  demand(actorOf(ctx), 'household.read', { stationId: scope.id });
}

async function workOut(ctx: Context, input: DividendPlanCreateInput, programme: IndustryProgramme): Promise<WorkedOut> {
  const check = new Check();
  check.text('title', input.title, 100);
  check.range('year', input.year, 2014, 2100);
  checkAmounts(check, input);
  check.that(input.snapshotOn <= input.dueOn, 'snapshotOn', ErrorCode.INVALID, {
    zh: '名单基准日不能晚于分红基准日。',
    en: 'The beneficiaries cannot be taken later than the day on which the dividend hangs.',
  });
  notLater(check, 'snapshotOn', input.snapshotOn, ctx.today);
  await checkProgramme(ctx, check, programme, input.year);
  check.done();
  const stationIds = [...(await directory(ctx)).subtree(input.withinId)];
  const { tenantId } = actorOf(ctx);
  const beneficiaries = await beneficiariesOn(await ctx.em(), tenantId, { ...input, stationIds });
  check.that(beneficiaries.length > 0, 'rule', ErrorCode.INVALID, {
    zh: '这一天该范围内没有受益对象。',
    en: 'Nobody there takes part on that day.',
  });
  check.done();
  const weights = weightsOf(check, input, beneficiaries);
  const total = input.total ?? (input.perHead ?? 0) * beneficiaries.length;
  checkTotal(check, total, beneficiaries.length);
  check.done();
  const cut = splitBy(
    total,
    weights.map((weight) => (weight === null ? 1000n : thousandthsOf(weight))),
  );
  checkShares(check, cut);
  check.done();
  return { beneficiaries, weights, cut, total };
}

const dividendSays = { zh: '分红方案', en: 'dividend' };

/** A dividend within the asker's reach; NOT_FOUND otherwise. */
export function findDividend(ctx: Context, id: string): Promise<DividendPlan> {
  return findIn(ctx, dividendPlanList, id, dividendSays);
}

/** A dividend in hand for an act: locked, so that two runs at once come one after the other, and in the version that was seen. */
export function holdDividend(
  ctx: Context,
  asked: { id: string; version: number | null },
  permission: 'industry.edit' | 'dividend.review' = 'industry.edit',
): Promise<DividendPlan> {
  const demands = ({ station, authorIds }: DividendPlan) =>
    demand(actorOf(ctx), permission, { stationId: station.id, authorIds } as never);
  return hold(ctx, dividendPlanList, { ...asked, says: dividendSays, permission: demands });
}
