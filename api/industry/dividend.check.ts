import type { Context } from '../access/index.js';
import { type Check, ErrorCode, type Message } from '../kernel/index.js';
import { ProgrammeState } from '../programmes/index.js';
import type { DividendPlanCreateInput } from './dividend.input.js';
import type { Beneficiary } from './dividend.snapshot.js';
import { type Split, thousandthsOf } from './dividend.split.js';
import { DividendPlan, DividendSplit, DividendUnit } from './dividendPlan.js';
import type { IndustryProgramme } from './industryProgramme.js';

const { RUNNING, FINISHED, ACCEPTED } = ProgrammeState;

/** Whether there is at least one fen for each share, and no more than money can be. */
export function checkTotal(check: Check, total: number, count: number): void {
  check.that(total >= count && total <= 1e14, 'total', ErrorCode.OUT_OF_RANGE, {
    zh: '总额不足每份一分，或超出范围。',
    en: 'There is less than one fen for each share, or more than money can be.',
  });
}

/** Whether each share is something: a weight may be too small for the total. */
export function checkShares(check: Check, { amounts }: Split): void {
  check.that(
    amounts.every((amount) => amount > 0),
    'total',
    ErrorCode.OUT_OF_RANGE,
    {
      zh: '总额过小，有的份额不足一分。',
      en: 'The total is too small: some share is less than one fen.',
    },
  );
}

/** Whether there is one amount, and weights where they belong. */
export function checkAmounts(check: Check, { total, perHead, split, unit, weights }: DividendPlanCreateInput): void {
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

/** Whether a programme may have a dividend for a year. */
export async function checkProgramme(
  ctx: Context,
  check: Check,
  programme: IndustryProgramme,
  year: number,
): Promise<void> {
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
export function weightsOf(
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
