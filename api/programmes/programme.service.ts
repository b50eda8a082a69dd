import { actorOf, type Context, demand, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, newId, notFound } from '../kernel/index.js';
import { findStanding, type Standing, Station } from '../tenancy/index.js';
import { applyContent, type Content, changesBetween, checkContent, contentOf, merged } from './content.js';
import { ProgrammeAct, ProgrammeState } from './enums.js';
import { entryOf, findForChange, hold } from './find.js';
import { addAuthor, enterRevision, enterStep, reviseTo, revisionsOf, stepsOf } from './history.js';
import { ruledFor } from './judge.js';
import { type KindFacts, permissionOf } from './kind.js';
import type { ProgrammeCreateInput, ProgrammeUpdateInput } from './programme.input.js';
import type { Programme } from './programme.js';

/** Begins a draft at a station where the asker edits this kind; once per key. */
export async function createProgramme<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  input: ProgrammeCreateInput,
  key: string | null | undefined,
): Promise<T> {
  const act = `${facts.name}Create`;
  const station = await findStanding(ctx, input.stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  const permission = permissionOf(facts, 'edit');
  demand(actorOf(ctx), permission, await ruledFor(ctx, permission, { stationId: station.id }));
  const check = new Check();
  const content = checkContent(check, facts as unknown as KindFacts, { ...input });
  checkStanding(check, 'stationId', station, input.startsOn, ctx.today);
  check.done();
  ctx.note({ act });
  return idempotent(ctx, {
    key,
    act,
    input,
    make: () => enterDraft(ctx, facts, station.id, content),
    find: (id) => findForChange(ctx, facts, id),
  });
}

async function enterDraft<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  stationId: string,
  content: Content,
): Promise<T> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const entry = entryOf(ctx);
  const programme = Object.assign(new facts.entity(), { tenantId, id: newId(), kind: facts.kind }) as unknown as T;
  programme.station = em.getReference(Station, [tenantId, stationId] as never, { wrapped: true }) as never;
  Object.assign(programme, { createdBy: entry.name, authorIds: [entry.id], stateSince: entry.day });
  applyContent(programme, content);
  em.persist(programme);
  enterStep(em, programme, { act: ProgrammeAct.CREATE, from: null, to: ProgrammeState.DRAFT, comment: null }, entry);
  enterRevision(em, programme, { no: 1, content, reason: null }, entry);
  await em.flush();
  return programme;
}

/** A programme belongs to a station that stands today and on the programme's first day. */
function checkStanding(check: Check, field: string, station: Standing, startsOn: Day, today: Day): void {
  const { closedOn } = station;
  check.that(closedOn === null || (closedOn > startsOn && closedOn > today), field, ErrorCode.INVALID, {
    zh: `该单位已于 ${closedOn} 撤销，请选择承接单位。`,
    en: `This station was closed on ${closedOn}; choose the one that took over.`,
  });
}

/** Changes a draft or a returned programme; each change is a revision in force from today. */
export async function updateProgramme<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  asked: { id: string; version: number; input: ProgrammeUpdateInput },
): Promise<T> {
  const { em, programme, entry } = await hold(ctx, facts, ProgrammeAct.UPDATE, asked);
  const kind = facts as unknown as KindFacts;
  const before = contentOf(kind, programme);
  const check = new Check();
  const content = checkContent(check, kind, merged(before, asked.input));
  const station = asked.input.startsOn ? await findStanding(ctx, programme.station.id) : null;
  if (station) checkStanding(check, 'startsOn', station, content.startsOn, ctx.today);
  check.done();
  if (changesBetween(kind, before, content).length === 0) return programme;
  ctx.note({ act: `${facts.name}Update` });
  applyContent(programme, content);
  addAuthor(programme, entry.id);
  await reviseTo(em, kind, programme, null, entry);
  await em.flush();
  return programme;
}

/** Throws a draft away with its steps and revisions; the audit keeps what it said. */
export async function discardProgramme<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  asked: { id: string; version: number },
): Promise<T> {
  const { em, programme } = await hold(ctx, facts, ProgrammeAct.DISCARD, asked);
  ctx.note({ act: `${facts.name}Discard` });
  const { tenantId, id } = programme;
  for (const row of [...(await stepsOf(em, tenantId, [id])), ...(await revisionsOf(em, tenantId, [id]))])
    em.remove(row);
  await em.flush();
  em.remove(programme);
  await em.flush();
  return programme;
}
