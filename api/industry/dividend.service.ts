import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand, idempotent } from '../access/index.js';
import { Household, Person, stationRef } from '../households/index.js';
import { Check, ErrorCode, type Message, newId, notFound, stale } from '../kernel/index.js';
import { ProgrammeState } from '../programmes/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory, findStanding } from '../tenancy/index.js';
import type { DividendPlanCreateInput, DividendPreview } from './dividend.input.js';
import { dividendPlanList } from './dividend.lists.js';
import { type Beneficiary, beneficiariesOn } from './dividend.snapshot.js';
import { remainderRule, type Split, splitBy, thousandthsOf } from './dividend.split.js';
import { DividendPlan, DividendSplit, DividendState, DividendUnit } from './dividendPlan.js';
import { DividendShare } from './dividendShare.js';
import type { IndustryProgramme } from './industryProgramme.js';
import { holdProgramme, notLater } from './villageProject.service.js';

/** A dividend worked out: its beneficiaries in their order, and what each gets. */
export interface WorkedOut {
  beneficiaries: readonly Beneficiary[];
  weights: readonly (string | null)[];
  cut: Split;
  total: number;
}

/** What a dividend would be; the same check and the same sums as the real thing. */
export async function previewDividend(ctx: Context, input: DividendPlanCreateInput): Promise<DividendPreview> {
  await heldFor(ctx, input);
  const { beneficiaries, cut, total } = await workOut(ctx, input);
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
  const programme = await heldFor(ctx, input);
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

/** The programme in hand, and the place whose people are asked after: where the asker edits industry, and sees the register. */
async function heldFor(ctx: Context, input: DividendPlanCreateInput): Promise<IndustryProgramme> {
  const programme = await holdProgramme(ctx, input.programmeId);
  const scope = await findStanding(ctx, input.withinId);
  if (!scope) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'industry.edit', { stationId: scope.id });
  demand(actorOf(ctx), 'household.read', { stationId: scope.id });
  return programme;
}

const { RUNNING, FINISHED, ACCEPTED } = ProgrammeState;

async function workOut(
  ctx: Context,
  input: DividendPlanCreateInput,
  programme?: IndustryProgramme,
): Promise<WorkedOut> {
  const check = new Check();
  check.text('title', input.title, 100);
  check.range('year', input.year, 2014, 2100);
  checkAmounts(check, input);
  check.that(input.snapshotOn <= input.dueOn, 'snapshotOn', ErrorCode.INVALID, {
    zh: '名单基准日不能晚于分红基准日。',
    en: 'The beneficiaries cannot be taken later than the day on which the dividend hangs.',
  });
  notLater(check, 'snapshotOn', input.snapshotOn, ctx.today);
  if (programme) await checkProgramme(ctx, check, programme, input.year);
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
  return { beneficiaries, weights, cut, total };
}

/** Whether there is at least one fen for each share, and no more than money can be. */
export function checkTotal(check: Check, total: number, count: number): void {
  check.that(total >= count && total <= 1e14, 'total', ErrorCode.OUT_OF_RANGE, {
    zh: '总额不足每份一分，或超出范围。',
    en: 'There is less than one fen for each share, or more than money can be.',
  });
}

function checkAmounts(check: Check, { total, perHead, split, unit, weights }: DividendPlanCreateInput): void {
  const given = [total, perHead].filter((amount) => amount !== null && amount !== undefined);
  check.that(given.length === 1, 'total', ErrorCode.INVALID, {
    zh: '总额与人均金额填且只填一项。',
    en: 'Give either a total or an amount per share.',
  });
  check.that(
    given.every((amount) => Number(amount) > 0),
    'total',
    ErrorCode.OUT_OF_RANGE,
    {
      zh: '金额须大于零。',
      en: 'The amount must be more than nothing.',
    },
  );
  const isWeighted = split === DividendSplit.WEIGHTED;
  check.that(!isWeighted || unit === DividendUnit.HOUSEHOLD, 'unit', ErrorCode.INVALID, {
    zh: '按份额分配时，份额属于户，请选择按户。',
    en: 'Weights are of households; choose shares per household.',
  });
  check.that(!isWeighted || !perHead, 'perHead', ErrorCode.INVALID, {
    zh: '按份额分配时请填总额。',
    en: 'Shares by weight need a total.',
  });
  check.that(isWeighted || !weights?.length, 'weights', ErrorCode.INVALID, {
    zh: '平均分配不填份额。',
    en: 'Equal shares have no weights.',
  });
}

async function checkProgramme(ctx: Context, check: Check, programme: IndustryProgramme, year: number): Promise<void> {
  check.that([RUNNING, FINISHED, ACCEPTED].includes(programme.state), 'programmeId', ErrorCode.WRONG_STATE, {
    zh: '项目启动之后才能分红。',
    en: 'A programme pays a dividend once it is under way.',
  });
  const { tenantId, id } = programme;
  const of = { tenantId, programme: { tenantId, id }, year, state: { $ne: 'CANCELLED' } };
  const known = await (await ctx.em()).count(DividendPlan, of as never);
  check.that(known === 0, 'year', ErrorCode.TAKEN, {
    zh: '该项目这一年度已有分红方案。',
    en: 'The programme has a dividend for this year already.',
  });
}

/** The weight of each beneficiary in their order; null for equal shares. */
function weightsOf(
  check: Check,
  { split, weights }: DividendPlanCreateInput,
  beneficiaries: readonly Beneficiary[],
): (string | null)[] {
  if (split === DividendSplit.EQUAL) return beneficiaries.map(() => null);
  const byCode = new Map<string, string>();
  const known = new Set(beneficiaries.map((one) => one.householdCode));
  for (const [index, { householdCode, weight }] of (weights ?? []).entries()) {
    const code = householdCode.trim();
    const fault = weightFault(weight, known.has(code), byCode.has(code));
    if (fault) check.add(`weights.${index}`, ErrorCode.INVALID, fault);
    byCode.set(code, weight);
  }
  const missing = [...known].filter((code) => !byCode.has(code));
  check.that(missing.length === 0, 'weights', ErrorCode.REQUIRED, {
    zh: `还有 ${missing.length} 户没有份额，如 ${missing[0]}。`,
    en: `${missing.length} households have no weight, such as ${missing[0]}.`,
  });
  return beneficiaries.map((one) => byCode.get(one.householdCode) ?? '1');
}

function weightFault(weight: string, isKnown: boolean, isDoubled: boolean): Message | null {
  if (thousandthsOf(weight) <= 0n) return { zh: '份额须大于零。', en: 'A weight must be more than nothing.' };
  if (!isKnown) return { zh: '该户不在受益名单中。', en: 'This household does not take part.' };
  return isDoubled ? { zh: '该户重复填写。', en: 'This household is named twice.' } : null;
}

/** A dividend within the asker's reach; NOT_FOUND otherwise. */
export async function findDividend(ctx: Context, id: string): Promise<DividendPlan> {
  const walls = await conditionsOf(dividendPlanList, askerOf(ctx), null);
  const found = isUuid(id) ? await (await ctx.em()).findOne(DividendPlan, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound({ zh: '分红方案', en: 'dividend' });
  return found as DividendPlan;
}

/** A dividend in hand for an act: locked, so that two runs at once come one after the other, and in the version that was seen. */
export async function holdDividend(
  ctx: Context,
  asked: { id: string; version: number | null },
  permission: 'industry.edit' | 'dividend.review' = 'industry.edit',
): Promise<DividendPlan> {
  const { tenantId } = actorOf(ctx);
  const sql = 'select 1 from dividend_plan where tenant_id = ? and id = ? for update';
  if (isUuid(asked.id)) await (await ctx.em()).execute(sql, [tenantId, asked.id]);
  const plan = await findDividend(ctx, asked.id);
  demand(actorOf(ctx), permission, { stationId: plan.station.id, authorIds: plan.authorIds } as never);
  if (asked.version !== null && plan.version !== asked.version) throw stale(plan.version);
  return plan;
}
