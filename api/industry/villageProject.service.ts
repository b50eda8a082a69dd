import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand } from '../access/index.js';
import { Household, householdList } from '../households/index.js';
import { Check, ErrorCode, type Message, mistake, newId, notFound, stale } from '../kernel/index.js';
import { findForChange, heldKindList, ProgrammeState } from '../programmes/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { factsOfProject } from './constructionStep.js';
import { IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';
import type { ConsultationCreateInput, FundLineInput, PublicNoticeCreateInput } from './villageProject.input.js';
import { Consultation, FundLine, ProjectHousehold, PublicNotice } from './villageProject.js';

const { DRAFT, RETURNED, APPROVED, RUNNING, FINISHED, ACCEPTED, STOPPED } = ProgrammeState;
const mostHouseholds = 500;

/** An industry programme in hand for something that hangs on it: within reach, and where the asker edits industry. */
export async function holdProgramme(ctx: Context, id: string): Promise<IndustryProgramme> {
  const programme = await findForChange(ctx, industryKind, id);
  demand(actorOf(ctx), 'industry.edit', { stationId: programme.station.id });
  return programme;
}

/** An industry programme to look at, within reach; NOT_FOUND otherwise. */
export async function findProgramme(ctx: Context, id: string): Promise<IndustryProgramme> {
  const walls = await conditionsOf(heldKindList(industryKind), askerOf(ctx), null);
  const em = await ctx.em();
  const found = isUuid(id) ? await em.findOne(IndustryProgramme, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound(industryKind.says);
  return found as IndustryProgramme;
}

/** What every record of a project carries. */
export function ofProject(ctx: Context, programme: IndustryProgramme) {
  const { tenantId, station } = programme;
  const { name } = actorOf(ctx);
  return { tenantId, id: newId(), programme: programme as never, station: station as never, enteredBy: name };
}

/** Enters a meeting of the village about a project. */
export async function enterConsultation(ctx: Context, input: ConsultationCreateInput): Promise<Consultation> {
  const programme = await holdVillageProject(ctx, input.programmeId);
  const check = new Check();
  notLater(check, 'on', input.on, ctx.today);
  check.range('attendance', input.attendance, 1, 100_000);
  const resolution = check.text('resolution', input.resolution, 1000);
  check.done();
  ctx.note({ act: 'consultationCreate' });
  const { kind, on, attendance, isAgreed } = input;
  const said = { kind, heldOn: on, attendance, resolution, isAgreed };
  return kept(ctx, (em) => em.create(Consultation, { ...ofProject(ctx, programme), ...said }));
}

/** Enters a notice whose days are over; it hangs out what a meeting has agreed to before. */
export async function enterNotice(ctx: Context, input: PublicNoticeCreateInput): Promise<PublicNotice> {
  const programme = await holdVillageProject(ctx, input.programmeId);
  const { consultedOn } = await factsOfProject(ctx, programme);
  const { from, to, objections } = input;
  const check = new Check();
  check.that(consultedOn !== null && consultedOn <= from, 'from', ErrorCode.WRONG_STATE, {
    zh: '须先有会议议定通过，再公示；公示不能早于议定之日。',
    en: 'A meeting has to agree first; the notice cannot begin before that day.',
  });
  check.that(to >= from, 'to', ErrorCode.INVALID, {
    zh: '公示截止日不能早于起始日。',
    en: 'The notice ends before it begins.',
  });
  check.that(to < ctx.today, 'to', ErrorCode.OUT_OF_RANGE, {
    zh: '公示期满的次日起才能登记。',
    en: 'A notice is entered once its last day is over.',
  });
  check.range('objections', objections, 0, 10_000);
  const settlement =
    objections > 0
      ? check.text('settlement', input.settlement, 500)
      : check.optionalText('settlement', input.settlement, 500);
  check.done();
  ctx.note({ act: 'publicNoticeCreate' });
  const said = { fromDay: from, toDay: to, objections, settlement };
  return kept(ctx, (em) => em.create(PublicNotice, { ...ofProject(ctx, programme), ...said }));
}

/** Says which part of the budget comes from which source. What was approved stays, unless an amendment changed the budget. */
export async function setFundLines(
  ctx: Context,
  asked: { id: string; version: number; lines: readonly FundLineInput[] },
): Promise<IndustryProgramme> {
  const programme = await holdProgramme(ctx, asked.id);
  if (programme.version !== asked.version) throw stale(programme.version);
  const em = await ctx.em();
  const known = await em.find(FundLine, of(programme));
  const sum = known.reduce((all, line) => all + line.amount, 0);
  const isOpen = [DRAFT, RETURNED].includes(programme.state);
  const isAmended = [APPROVED, RUNNING].includes(programme.state) && sum !== programme.budget;
  if (!isOpen && !isAmended)
    throw mistake(['id'], ErrorCode.WRONG_STATE, {
      zh: '资金构成只在草稿或退回时可改；批准后仅在预算变更、合计不符时可改。',
      en: 'Fund lines change while the programme is a draft or returned, and later only where an amendment changed its budget.',
    });
  checkLines(asked.lines, programme.budget);
  ctx.note({ act: 'fundLinesSet' });
  for (const source of new Set([...known, ...asked.lines].map((line) => line.source))) {
    const amount = asked.lines.find((line) => line.source === source)?.amount ?? 0;
    const line = known.find((one) => one.source === source);
    if (line) Object.assign(line, { amount, enteredBy: actorOf(ctx).name });
    else em.persist(em.create(FundLine, { ...ofProject(ctx, programme), source, amount }));
  }
  await em.flush();
  return programme;
}

function checkLines(lines: readonly FundLineInput[], budget: number | null): void {
  const check = new Check(null);
  const seen = new Set<string>();
  for (const [index, { source, amount }] of lines.entries()) {
    check.that(!seen.has(source), `lines.${index}.source`, ErrorCode.TAKEN, {
      zh: '同一资金来源只填一行。',
      en: 'Each source has one line.',
    });
    check.that(amount > 0, `lines.${index}.amount`, ErrorCode.OUT_OF_RANGE, {
      zh: '金额须大于零。',
      en: 'The amount must be more than nothing.',
    });
    seen.add(source);
  }
  const sum = lines.reduce((all, line) => all + line.amount, 0);
  check.that(sum === budget, 'lines', ErrorCode.INVALID, notTheBudget(sum, budget));
  check.done();
}

function notTheBudget(sum: number, budget: number | null): Message {
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  if (budget === null) return { zh: '请先填写预算。', en: 'The programme has no budget yet.' };
  return {
    zh: `各来源合计 ${yuan(sum)} 元，与预算 ${yuan(budget)} 元不符。`,
    en: `The lines add up to ${yuan(sum)} yuan, and the budget is ${yuan(budget)}.`,
  };
}

/** Enters households that a project reaches, by their numbers: all of them, or none where one is unknown, doubled or there already. */
export async function addHouseholds(
  ctx: Context,
  asked: { id: string; on: string | null | undefined; codes: readonly string[] },
): Promise<IndustryProgramme> {
  const programme = await holdVillageProject(ctx, asked.id);
  if (![APPROVED, RUNNING, FINISHED].includes(programme.state))
    throw mistake(['id'], ErrorCode.WRONG_STATE, {
      zh: '项目批准后、验收前才登记受益户。',
      en: 'Households are entered from approval until acceptance.',
    });
  const em = await ctx.em();
  const reachedOn = asked.on ?? ctx.today;
  const check = new Check(null);
  notLater(check, 'on', reachedOn, ctx.today);
  check.that(asked.codes.length >= 1 && asked.codes.length <= mostHouseholds, 'codes', ErrorCode.OUT_OF_RANGE, {
    zh: `一次 1 至 ${mostHouseholds} 户。`,
    en: `From 1 to ${mostHouseholds} households at a time.`,
  });
  const found = await householdsByCode(ctx, asked.codes.slice(0, mostHouseholds));
  const there = await em.find(ProjectHousehold, { ...of(programme), endedOn: null });
  const reached = new Set(there.map((one) => one.household.id));
  const codes = asked.codes.slice(0, mostHouseholds).map((code) => code.trim());
  for (const [index, code] of codes.entries()) {
    const fault = faultOf(found.get(code), reached, codes.indexOf(code) < index);
    if (fault) check.add(`codes.${index}`, ...fault);
  }
  check.done();
  ctx.note({ act: 'projectHouseholdsAdd' });
  for (const household of found.values()) {
    const row = { ...ofProject(ctx, programme), station: household.station as never, household: household as never };
    em.persist(em.create(ProjectHousehold, { ...row, reachedOn }));
  }
  await em.flush();
  return programme;
}

function faultOf(
  household: Household | undefined,
  reached: ReadonlySet<string>,
  isDoubled: boolean,
): [ErrorCode, Message] | null {
  if (!household) return [ErrorCode.INVALID, { zh: '没有这个户编号。', en: 'There is no household of this number.' }];
  if (isDoubled) return [ErrorCode.TAKEN, { zh: '本次重复填写。', en: 'It is named twice.' }];
  return reached.has(household.id)
    ? [ErrorCode.TAKEN, { zh: '已是受益户。', en: 'The project reaches it already.' }]
    : null;
}

/** Households on the register within reach, by number. */
export async function householdsByCode(ctx: Context, codes: readonly string[]): Promise<Map<string, Household>> {
  const walls = await conditionsOf(householdList, askerOf(ctx), null);
  const wanted = codes.map((code) => code.trim());
  const found = await (await ctx.em()).find(Household, { $and: [{ code: { $in: wanted } }, ...walls] } as never);
  return new Map((found as Household[]).map((household) => [household.code, household]));
}

/** Takes a household out of those that a project reaches, saying why. */
export async function endHousehold(ctx: Context, asked: { id: string; reason: string }): Promise<ProjectHousehold> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const row = isUuid(asked.id) ? await em.findOne(ProjectHousehold, { tenantId, id: asked.id }) : null;
  if (!row) throw notFound({ zh: '受益户', en: 'household of a project' });
  await holdProgramme(ctx, row.programme.id);
  await em.refresh(row);
  const check = new Check(null);
  const endReason = check.text('reason', asked.reason, 500);
  check.that(row.endedOn === null, 'id', ErrorCode.WRONG_STATE, { zh: '该户已移出。', en: 'It has been taken out.' });
  check.done();
  ctx.note({ act: 'projectHouseholdEnd', reason: endReason });
  Object.assign(row, { endedOn: ctx.today, endReason });
  await em.flush();
  return row;
}

async function holdVillageProject(ctx: Context, id: string): Promise<IndustryProgramme> {
  const programme = await holdProgramme(ctx, id);
  if (!programme.isVillageProject)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '这个项目不是村级项目。',
      en: 'This programme is not marked as a village project.',
    });
  if ([ACCEPTED, STOPPED].includes(programme.state))
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '项目已办结。', en: 'The programme is over.' });
  return programme;
}

function of(programme: IndustryProgramme) {
  const { tenantId, id } = programme;
  return { tenantId, programme: { tenantId, id } } as never as object;
}

/** A day that has come. */
export function notLater(check: Check, field: string, day: string, today: string): void {
  check.that(day <= today, field, ErrorCode.OUT_OF_RANGE, {
    zh: '日期不能晚于今天。',
    en: 'The day cannot be later than today.',
  });
}

async function kept<T extends object>(ctx: Context, make: (em: EntityManager) => T): Promise<T> {
  const em = await ctx.em();
  const row = make(em);
  em.persist(row);
  await em.flush();
  return row;
}
