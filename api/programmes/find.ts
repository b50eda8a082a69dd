import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, lockRecord } from '../access/index.js';
import { notFound, stale } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import type { ProgrammeAct } from './enums.js';
import type { Entry } from './history.js';
import { demandOpen, demandRight, judge, knownOf, ruledFor, ruledOf } from './judge.js';
import { type KindFacts, permissionOf } from './kind.js';
import { kindList, programmeList } from './list.js';
import { Programme } from './programme.js';
import type { ProgrammeRuled } from './rights.js';
import { permissionFor, type StepRule } from './stateMachine.js';

/** A programme held for a change, with the rule that allows it and who enters it. */
export interface Held<T extends Programme> {
  em: EntityManager;
  programme: T;
  rule: StepRule;
  entry: Entry;
}

/** Reads a programme within the asker's reach, locked until the operation ends; NOT_FOUND otherwise. */
export async function findForChange<T extends Programme>(ctx: Context, facts: KindFacts<T>, id: string): Promise<T> {
  const em = await ctx.em();
  if (!isUuid(id)) throw notFound(facts.says);
  await lockRecord(ctx, Programme as never, id);
  const walls = await conditionsOf(kindList(facts), askerOf(ctx), null);
  const found = await em.findOne(facts.entity, { $and: [{ id }, ...walls] } as never);
  if (!found) throw notFound(facts.says);
  return found as unknown as T;
}

/** Takes a programme in hand for an act: it exists for the asker, the right is there, the version fits, and the state is open. */
export async function hold<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  act: ProgrammeAct,
  asked: { id: string; version: number },
): Promise<Held<T>> {
  const programme = await findForChange(ctx, facts, asked.id);
  const { station, authorIds } = programme;
  const permission = permissionOf(facts, permissionFor(act));
  const ruled = await ruledFor(ctx, permission, { stationId: station.id, authorIds });
  const known = await knownOf(ctx, facts, programme);
  const verdict = judge(actorOf(ctx), facts as unknown as KindFacts, programme, ruled, act, known);
  demandRight(verdict);
  if (programme.version !== asked.version) throw stale(programme.version);
  const rule = demandOpen(verdict, act, programme);
  return { em: await ctx.em(), programme, rule, entry: entryOf(ctx) };
}

/** Who enters something in this operation, as of the tenant's day. */
export function entryOf(ctx: Context): Entry {
  const { id, name } = actorOf(ctx);
  return { id, name, day: ctx.today };
}

/** What rules look at in a programme of any kind, for explaining a right; null where the asker sees no such programme. */
export async function findRuled(ctx: Context, id: string): Promise<ProgrammeRuled | null> {
  if (!isUuid(id)) return null;
  const em = await ctx.em();
  const walls = await conditionsOf(programmeList, askerOf(ctx), null);
  const programme = (await em.findOne(programmeList.entity(), {
    $and: [{ id }, ...walls],
  } as never)) as Programme | null;
  return programme ? ruledOf(ctx, programme) : null;
}
