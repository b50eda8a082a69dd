import { actorOf, type Context, demand, findIn } from '../access/index.js';
import { type Check, type Day, ErrorCode, type Message, notFound, type Unit } from '../kernel/index.js';
import { kindList, ProgrammeState } from '../programmes/index.js';
import { isUuid } from '../reading/index.js';
import { demandEntry } from '../tenancy/index.js';
import { DistributionItem } from './distributionItem.js';
import type { IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';

/** An industry programme on which the asker may hang records; whether its state allows it is checked apart. */
export async function findProgramme(
  ctx: Context,
  id: string,
  permission: 'industry.edit' | 'industry.enrol',
): Promise<IndustryProgramme> {
  const programme = await findIn(ctx, kindList(industryKind), id, industryKind.says);
  if (permission === 'industry.enrol') await demandEntry(ctx, permission, programme.station.id);
  else demand(actorOf(ctx), permission, { stationId: programme.station.id });
  return programme;
}

/** Records hang on a programme from its approval until it is finished, and fall within its period. */
export function checkProgramme(check: Check, programme: IndustryProgramme, day: Day, field: string): void {
  const isOpen = [ProgrammeState.APPROVED, ProgrammeState.RUNNING].includes(programme.state);
  check.that(isOpen, 'programmeId', ErrorCode.WRONG_STATE, {
    zh: '只有已批准或实施中的项目才能登记。',
    en: 'Records are entered while the programme is approved or running.',
  });
  check.that(programme.startsOn <= day && day <= programme.endsOn, field, ErrorCode.OUT_OF_RANGE, {
    zh: `日期须在项目期间（${programme.startsOn} 至 ${programme.endsOn}）之内。`,
    en: `The day must lie within the programme, ${programme.startsOn} to ${programme.endsOn}.`,
  });
}

/** What has happened is not in the future. */
export function checkPast(check: Check, field: string, day: Day, today: Day): void {
  check.that(day <= today, field, ErrorCode.OUT_OF_RANGE, {
    zh: '日期不能晚于今天。',
    en: 'The day cannot be later than today.',
  });
}

/** An item of the county's catalogue; NOT_FOUND otherwise. */
export async function findItem(ctx: Context, id: string): Promise<DistributionItem> {
  const em = await ctx.em();
  const found = isUuid(id) ? await em.findOne(DistributionItem, { tenantId: actorOf(ctx).tenantId, id }) : null;
  if (!found) throw notFound({ zh: '品目', en: 'item' });
  return found;
}

/** That an item is not counted in a unit. */
export function wrongUnit(item: DistributionItem, unit: Unit): Message | null {
  return item.units.includes(unit)
    ? null
    : {
        zh: `“${item.name}”不按这个单位计量。`,
        en: `${item.name} is not counted in ${unit}.`,
      };
}

/** Waits until nobody else in the county has the same record in hand, where the ledger's rows cannot be locked. */
export async function alone(ctx: Context, id: string): Promise<void> {
  if (!isUuid(id)) return;
  await (await ctx.em()).execute('select pg_advisory_xact_lock(?, hashtext(?))', [actorOf(ctx).tenantId, id]);
}
