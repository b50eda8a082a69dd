import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, hold, idempotent } from '../access/index.js';
import { stationRef } from '../households/index.js';
import { Check, type Day, ErrorCode, newId } from '../kernel/index.js';
import { directory } from '../tenancy/index.js';
import type { Employer } from './employer.js';
import { employerSays } from './employer.service.js';
import { holdProgramme } from './find.js';
import { JobKind, type JobProgramme } from './jobProgramme.js';
import { employerList, openingList } from './lists.js';
import type { OpeningCreateInput, OpeningUpdateInput, WageBandInput } from './opening.input.js';
import { Opening, WageBand } from './opening.js';

export const openingSays = { zh: '岗位', en: 'opening' };

/** What is said of an opening, checked. */
export type NewOpening = Pick<Opening, 'title' | 'work' | 'headcount' | 'monthlyPay'> &
  Partial<Pick<Opening, 'skills' | 'isInvented'>> & {
    stationId: string;
    employer: Employer | null;
    wageBands: readonly WageBandInput[];
  };

/** Enters an opening with its wage bands; the caller flushes. */
export function registerOpening(em: EntityManager, programme: JobProgramme, made: NewOpening): Opening {
  const { tenantId, jobKind } = programme;
  const { wageBands, stationId, employer, ...facts } = made;
  const station = stationRef(em, tenantId, stationId);
  const opening = em.create(Opening, {
    tenantId,
    id: newId(),
    programme: programme as never,
    station,
    employer: employer as never,
    kind: jobKind,
    ...facts,
  });
  em.persist(opening);
  for (const { grade, wageFrom, wageTo, basis } of wageBands) {
    const band = { grade, wageFrom, wageTo: wageTo ?? wageFrom, basis };
    em.persist(em.create(WageBand, { tenantId, id: newId(), opening: opening as never, station, ...band }));
  }
  return opening;
}

/** Adds an opening to a programme; once per key. */
export async function createOpening(ctx: Context, input: OpeningCreateInput, key?: string | null): Promise<Opening> {
  const em = await ctx.em();
  const check = new Check();
  const programme = await holdProgramme(ctx, check, input.programmeId);
  const employer = input.employerId ? await findIn(ctx, employerList, input.employerId, employerSays) : null;
  const stationId = await placeOf(ctx, check, programme, input.stationId);
  const made = { ...checkedOpening(check, programme.jobKind, input), employer, stationId };
  check.done();
  ctx.note({ act: 'openingCreate' });
  const make = async () => {
    const opening = registerOpening(em, programme, made);
    await em.flush();
    return opening;
  };
  const find = (id: string) => findIn(ctx, openingList, id, openingSays);
  return idempotent(ctx, { key, act: 'openingCreate', input, make, find });
}

async function placeOf(ctx: Context, check: Check, programme: JobProgramme, asked?: string | null): Promise<string> {
  const home = programme.station.id;
  if (!asked) return home;
  const tree = await directory(ctx);
  const { station } = tree.need(asked);
  check.that(tree.subtree(home).has(station.id), 'stationId', ErrorCode.INVALID, {
    zh: '岗位须设在项目所属单位或其下级。',
    en: 'An opening stands at the programme’s station or below it.',
  });
  return station.id;
}

function checkedOpening(check: Check, kind: JobKind, input: OpeningCreateInput) {
  const isPost = kind === JobKind.PUBLIC_WELFARE;
  const { work = null, monthlyPay = null, employerId = null } = input;
  const needed = { zh: '请填写。', en: 'Please fill this in.' };
  const barred = { zh: '这类岗位不填此项。', en: 'Openings of this kind do not have it.' };
  for (const [field, value] of [
    ['work', work],
    ['monthlyPay', monthlyPay],
  ] as const) {
    check.that(!isPost || value !== null, field, ErrorCode.REQUIRED, needed);
    check.that(isPost || value === null, field, ErrorCode.INVALID, barred);
  }
  check.that(isPost || employerId !== null, 'employerId', ErrorCode.REQUIRED, needed);
  check.that(!isPost || employerId === null, 'employerId', ErrorCode.INVALID, barred);
  check.range('headcount', input.headcount, 1, 10_000);
  const wageBands = input.wageBands ?? [];
  checkBands(check, wageBands);
  const skills = checkedSkills(check, input.skills);
  return {
    title: check.text('title', input.title, 60),
    work,
    monthlyPay,
    headcount: input.headcount,
    skills,
    wageBands,
  };
}

function checkBands(check: Check, bands: readonly WageBandInput[]): void {
  bands.forEach(({ grade, wageFrom, wageTo }, i) => {
    check.that((wageTo ?? wageFrom) >= wageFrom, `wageBands.${i}.wageTo`, ErrorCode.INVALID, {
      zh: '月工资上限不能低于下限。',
      en: 'The highest wage is below the lowest.',
    });
    const first = bands.findIndex((band) => band.grade === grade);
    check.that(first === i, `wageBands.${i}.grade`, ErrorCode.TAKEN, {
      zh: '同一级别只填一个工资区间。',
      en: 'There is one band for each grade.',
    });
  });
}

/** At most ten words, each once. */
export function checkedSkills(check: Check, asked: readonly string[] | null | undefined): string[] {
  const skills = (asked ?? []).map((skill, i) => check.text(`skills.${i}`, skill, 20));
  check.that(skills.length <= 10, 'skills', ErrorCode.OUT_OF_RANGE, { zh: '最多 10 项。', en: 'At most ten.' });
  return [...new Set(skills)];
}

/** Changes an opening; who is in it stays, at the pay with which they took it up. */
export async function updateOpening(
  ctx: Context,
  id: string,
  version: number,
  input: OpeningUpdateInput,
): Promise<Opening> {
  const em = await ctx.em();
  const opening = await holdOpening(ctx, id, version);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
  const check = new Check();
  const { title, work, headcount, monthlyPay, skills } = opening;
  const employerId = opening.employer?.id ?? null;
  const whole = { programmeId: '', title, work, headcount, monthlyPay, skills, employerId, ...given };
  const { wageBands, ...said } = checkedOpening(check, opening.kind, whole);
  const isDispatch = opening.kind === JobKind.LABOUR_DISPATCH;
  const taken = isDispatch ? await membersOf(ctx, id) : await placesTaken(ctx, opening, { from: ctx.today, to: null });
  check.that(said.headcount >= taken, 'headcount', ErrorCode.OUT_OF_RANGE, {
    zh: `已有 ${taken} 人在岗，名额不能更少。`,
    en: `${taken} people are in it; there cannot be fewer places.`,
  });
  check.that(!opening.isClosed, 'id', ErrorCode.WRONG_STATE, { zh: '岗位已关闭。', en: 'The opening is closed.' });
  check.done();
  ctx.note({ act: 'openingUpdate' });
  Object.assign(opening, said);
  await setBands(em, opening, wageBands);
  await em.flush();
  return opening;
}

async function setBands(em: EntityManager, opening: Opening, bands: readonly WageBandInput[]): Promise<void> {
  const { tenantId, id, station } = opening;
  const known = await em.find(WageBand, { tenantId, opening: { tenantId, id } as never });
  for (const { grade, wageFrom, wageTo, basis } of bands) {
    const said = { grade, wageFrom, wageTo: wageTo ?? wageFrom, basis };
    const band = known.find((one) => one.grade === grade);
    if (band) Object.assign(band, said);
    else
      em.persist(em.create(WageBand, { tenantId, id: newId(), opening: opening as never, station, ...said } as never));
  }
}

/** Closes an opening: it takes nobody any more; who is in it stays. */
export async function closeOpening(ctx: Context, id: string, version: number): Promise<Opening> {
  const opening = await holdOpening(ctx, id, version);
  ctx.note({ act: 'openingClose' });
  opening.isClosed = true;
  await (await ctx.em()).flush();
  return opening;
}

/** An opening in hand, so that its places are counted by one at a time. */
export function holdOpening(ctx: Context, id: string, version: number | null): Promise<Opening> {
  return hold(ctx, openingList, { id, version, says: openingSays, permission: 'jobs.edit' });
}

/** How many places of a post or workshop are taken at most on any day of a span, whoever may see who holds them. */
export async function placesTaken(
  ctx: Context,
  opening: Opening,
  span: { from: Day; to: Day | null; beside?: string | null },
): Promise<number> {
  const { tenantId } = actorOf(ctx);
  const sql = 'select gate.posts_taken(?, ?, ?, ?, ?) as taken';
  const given = [tenantId, opening.id, span.from, span.to, span.beside ?? null];
  const [row] = (await (await ctx.em()).execute(sql, given)) as { taken: number }[];
  return row?.taken ?? 0;
}

/** How many go, or are away, with the batches of an opening. */
export async function membersOf(ctx: Context, openingId: string): Promise<number> {
  const sql = 'select gate.members_of_opening(?, ?) as taken';
  const [row] = (await (await ctx.em()).execute(sql, [actorOf(ctx).tenantId, openingId])) as { taken: number }[];
  return row?.taken ?? 0;
}
