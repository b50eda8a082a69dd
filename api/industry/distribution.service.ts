import { actorOf, askerOf, type Context, can, findIn, idempotent, outerReach, reaches } from '../access/index.js';
import { demandWhereLives, type Household, Household as HouseholdEntity, householdList } from '../households/index.js';
import { Check, ErrorCode, InputMistakes, type Message, mistake, newId } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory } from '../tenancy/index.js';
import { inThousandths, thousandths } from './amount.js';
import type { DistributionRowInput, DistributionsCreateInput, SurvivalCheckCreateInput } from './distribution.input.js';
import {
  Distribution,
  type DistributionEntry,
  DistributionSheet,
  type SkippedRow,
  SurvivalCheck,
} from './distribution.js';
import { followedDistributions } from './distribution.list.js';
import type { DistributionItem } from './distributionItem.js';
import { alone, checkPast, checkProgramme, findItem, findProgramme, wrongUnit } from './find.js';
import { registerDistribution, registerSurvivalCheck } from './register.js';
import { takesBack } from './reversal.js';

const most = 500;

/** Enters what many households were given: good rows are entered, others left out with the reason; none at all is a refusal. Once per key. */
export async function createDistributions(
  ctx: Context,
  input: DistributionsCreateInput,
  key?: string | null,
): Promise<DistributionEntry> {
  const { tenantId } = actorOf(ctx);
  const em = await ctx.em();
  const sheet = await idempotent(ctx, {
    key,
    act: 'distributionsCreate',
    input,
    make: () => makeSheet(ctx, input),
    find: (id) => em.findOneOrFail(DistributionSheet, { tenantId, id }),
  });
  const lines = await em.find(Distribution, { tenantId, sheet: { tenantId, id: sheet.id } as never });
  const byNo = new Map(lines.map((line) => [line.rowNo, line]));
  const reasons = new Map(sheet.skipped.map((row) => [row.no, row[ctx.language]]));
  const rows = input.rows.map((_, no) => ({
    no,
    distribution: byNo.get(no) ?? null,
    reason: reasons.get(no) ?? null,
  }));
  return { doneCount: lines.length, skippedCount: sheet.skipped.length, rows };
}

async function makeSheet(ctx: Context, input: DistributionsCreateInput): Promise<DistributionSheet> {
  const em = await ctx.em();
  const { tenantId, name: enteredBy } = actorOf(ctx);
  const programme = await findProgramme(ctx, input.programmeId, 'industry.enrol');
  const item = await findItem(ctx, input.itemId);
  const check = new Check();
  checkProgramme(check, programme, input.onDay, 'onDay');
  checkPast(check, 'onDay', input.onDay, ctx.today);
  check.that(input.rows.length > 0 && input.rows.length <= most, 'rows', ErrorCode.OUT_OF_RANGE, {
    zh: `一次登记 1 至 ${most} 户。`,
    en: `An entry has 1 to ${most} households.`,
  });
  check.done();
  const { households, refusals } = await judged(ctx, input.rows, item, programme.station.id);
  if (refusals.length === input.rows.length) throw new InputMistakes(refusals.map(({ mistake: one }) => one));
  ctx.note({ act: 'distributionsCreate' });
  const skipped = refusals.map(({ no, mistake: { code, says } }): SkippedRow => ({ no, code, ...says }));
  const [first] = households.values();
  const isOwn = reaches(outerReach(actorOf(ctx)), programme.station.id);
  const relations = { station: isOwn ? programme.station : first?.station, programme, item } as object;
  const { onDay } = input;
  const plain = { tenantId, id: newId(), onDay, skipped, enteredBy };
  const sheet = em.create(DistributionSheet, { ...plain, ...relations } as never) as DistributionSheet;
  em.persist(sheet);
  const left = new Set(skipped.map(({ no }) => no));
  for (const [rowNo, row] of input.rows.entries()) {
    const household = households.get(row.householdId);
    if (left.has(rowNo) || !household) continue;
    const { amount, unit } = row.quantity;
    const said = { unit, isSigned: row.isSigned ?? false, note: row.note?.trim() || null };
    registerDistribution(em, {
      ...{ programme, item, household, sheet, rowNo, onDay, enteredBy, ...said },
      amount: thousandths(amount),
    });
  }
  await em.flush();
  return sheet;
}

interface Refusal {
  no: number;
  mistake: { path: string[]; code: ErrorCode; says: Message };
}

/** Looks at every row: the households that are there, and what is wrong with rows. */
async function judged(
  ctx: Context,
  rows: readonly DistributionRowInput[],
  item: DistributionItem,
  stationId: string,
): Promise<{ households: ReadonlyMap<string, Household>; refusals: Refusal[] }> {
  const em = await ctx.em();
  const walls = await conditionsOf(householdList, askerOf(ctx), { isClosed: null });
  const id = { $in: rows.map((row) => row.householdId).filter(isUuid) };
  const found = await em.find(HouseholdEntity, { $and: [{ id }, ...walls] } as never);
  const households = new Map(found.map((household) => [household.id, household]));
  const within = (await directory(ctx)).subtree(stationId);
  const met = new Set<string>();
  const refusals = rows.flatMap((row, no): Refusal[] => {
    const fault = faultOf(ctx, row, { household: households.get(row.householdId), item, within, met });
    met.add(row.householdId);
    return fault ? [{ no, mistake: { path: ['input', 'rows', String(no), fault.at], ...fault } }] : [];
  });
  return { households, refusals };
}

interface Known {
  household: Household | undefined;
  item: DistributionItem;
  within: ReadonlySet<string>;
  met: ReadonlySet<string>;
}

function faultOf(
  ctx: Context,
  row: DistributionRowInput,
  { household, item, within, met }: Known,
): { at: string; code: ErrorCode; says: Message } | null {
  const at = 'householdId';
  if (!household)
    return { at, code: ErrorCode.NOT_FOUND, says: { zh: '没有这户。', en: 'There is no such household.' } };
  if (met.has(row.householdId))
    return {
      at,
      code: ErrorCode.TAKEN,
      says: { zh: '本次已填过这户。', en: 'This household is in the entry already.' },
    };
  const stationId = household.station.id;
  if (household.isClosed || !within.has(stationId))
    return {
      at,
      code: ErrorCode.INVALID,
      says: {
        zh: '这户不在项目所在范围内，或已注销。',
        en: 'The household is not where the programme is, or struck off.',
      },
    };
  const decision = can(actorOf(ctx), 'industry.enrol', { stationId });
  if (!decision.isAllowed) return { at, code: ErrorCode.FORBIDDEN, says: decision.says };
  const unit = wrongUnit(item, row.quantity.unit);
  if (unit) return { at: 'quantity', code: ErrorCode.INVALID, says: unit };
  if (inThousandths(row.quantity.amount) <= 0n)
    return { at: 'quantity', code: ErrorCode.OUT_OF_RANGE, says: { zh: '数量须大于零。', en: 'More than nothing.' } };
  return [...(row.note ?? '')].length > 200
    ? { at: 'note', code: ErrorCode.TOO_LONG, says: { zh: '备注最多 200 个字。', en: 'At most 200 characters.' } }
    : null;
}

const lineSays = { zh: '发放记录', en: 'line' };

/** Takes a line back by a line that names it; nothing is taken back twice. */
export async function reverseDistribution(ctx: Context, id: string, reason: string): Promise<Distribution> {
  await alone(ctx, id);
  const line = await findIn(ctx, followedDistributions, id, lineSays);
  await demandWhereLives(ctx, 'industry.enrol', line);
  const check = new Check(null);
  const note = check.text('reason', reason, 200);
  check.done();
  const em = await ctx.em();
  await demandStanding(ctx, line);
  ctx.note({ act: 'distributionReverse', reason: note });
  const { programme, item, household, station, amount, unit, onDay, isSigned } = line;
  const reversal = em.create(Distribution, {
    ...{ tenantId: line.tenantId, id: newId(), amount, unit, onDay, isSigned, note, enteredBy: actorOf(ctx).name },
    ...({ programme, item, household, station, reverses: line } as object),
  } as never) as Distribution;
  await em.persist(reversal).flush();
  return reversal;
}

/** A line stands until it is taken back; one that takes another back never did. */
async function demandStanding(ctx: Context, line: Distribution): Promise<void> {
  const { tenantId, id } = line;
  const isTaken =
    takesBack(line) ||
    (await (await ctx.em()).count(Distribution, { tenantId, reverses: { tenantId, id } as never })) > 0;
  if (isTaken)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '这条记录已冲销，或本身是冲销记录。',
      en: 'This line was taken back already, or takes another back.',
    });
}

/** Enters how much of a line is alive; once per key, and once for each day. */
export async function createSurvivalCheck(
  ctx: Context,
  input: SurvivalCheckCreateInput,
  key?: string | null,
): Promise<SurvivalCheck> {
  const em = await ctx.em();
  const { tenantId, name: enteredBy } = actorOf(ctx);
  const make = async (): Promise<SurvivalCheck> => {
    await alone(ctx, input.distributionId);
    const line = await findIn(ctx, followedDistributions, input.distributionId, lineSays);
    await demandWhereLives(ctx, 'industry.enrol', line);
    await demandStanding(ctx, line);
    const check = new Check();
    const note = check.optionalText('note', input.note, 200);
    checkPast(check, 'onDay', input.onDay, ctx.today);
    check.that(input.onDay >= line.onDay, 'onDay', ErrorCode.OUT_OF_RANGE, {
      zh: '核查日期不能早于发放日期。',
      en: 'It cannot be looked at before it was given.',
    });
    const most = inThousandths(line.amount);
    check.that(inThousandths(input.alive) <= most, 'alive', ErrorCode.OUT_OF_RANGE, {
      zh: '成活数量不能多于发放数量。',
      en: 'No more can be alive than was given.',
    });
    const sameDay = { tenantId, distribution: { tenantId, id: line.id } as never, onDay: input.onDay };
    check.that((await em.count(SurvivalCheck, sameDay)) === 0, 'onDay', ErrorCode.TAKEN, {
      zh: '这一天已核查过。',
      en: 'It was looked at on that day already.',
    });
    check.done();
    ctx.note({ act: 'survivalCheckCreate' });
    const seen = { onDay: input.onDay, alive: thousandths(input.alive), note, enteredBy };
    const made = registerSurvivalCheck(em, line, seen);
    await em.flush();
    return made;
  };
  const find = (id: string) => em.findOneOrFail(SurvivalCheck, { tenantId, id });
  return idempotent(ctx, { key, act: 'survivalCheckCreate', input, make, find });
}
