import { actorOf, askerOf, type Context, demand } from '../access/index.js';
import { Check, ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { heldAt, isUuid } from '../reading/index.js';
import { CourseSession } from './courseSession.js';
import { DemandBatch, DemandBatchRow } from './demandBatch.js';
import { findRead, holdRead } from './found.js';
import { TrainingDemand, TrainingDemandState } from './trainingDemand.js';
import { demandNoun } from './trainingDemand.service.js';

/** Links wishes to a session that will answer them. Each is answered for itself: one that is not open any more is left as it is. */
export async function scheduleDemands(ctx: Context, given: { ids: string[]; sessionId: string }): Promise<DemandBatch> {
  const session = await findRead(ctx, CourseSession, given.sessionId, { zh: '课次', en: 'session' });
  if (session.isCancelled)
    throw mistake(['sessionId'], ErrorCode.WRONG_STATE, {
      zh: '该课次已取消。',
      en: 'This session was called off.',
    });
  const open = [TrainingDemandState.REQUESTED, TrainingDemandState.SCHEDULED];
  return settle(ctx, given.ids, 'trainingDemandsSchedule', (wish) => {
    if (!open.includes(wish.state)) return closed;
    Object.assign(wish, { session, state: TrainingDemandState.SCHEDULED });
    return null;
  });
}

/** Marks wishes as met, once their session was held. */
export async function meetDemands(ctx: Context, given: { ids: string[] }): Promise<DemandBatch> {
  return settle(ctx, given.ids, 'trainingDemandsMeet', (wish, session) => {
    if (wish.state !== TrainingDemandState.SCHEDULED || !session) return notScheduled;
    if (session.isCancelled) return cancelled;
    if (session.heldOn > ctx.today) return notYet;
    wish.state = TrainingDemandState.MET;
    return null;
  });
}

/** Says no to a wish, with the reason. */
export async function declineDemand(
  ctx: Context,
  given: { id: string; version: number; reason: string },
): Promise<TrainingDemand> {
  const wish = await holdRead(ctx, TrainingDemand, { ...given, permission: 'training.edit', noun: demandNoun });
  const check = new Check(null);
  const reason = check.text('reason', given.reason, 500);
  check.done();
  if (wish.state === TrainingDemandState.MET || wish.state === TrainingDemandState.DECLINED)
    throw mistake(null, ErrorCode.WRONG_STATE, closed);
  ctx.note({ act: 'trainingDemandDecline', reason });
  Object.assign(wish, { state: TrainingDemandState.DECLINED, session: null, reason });
  await (await ctx.em()).flush();
  return wish;
}

const most = 500;

/** Does one thing to many wishes; `act` answers why not, or null once it is done. */
async function settle(
  ctx: Context,
  ids: readonly string[],
  name: string,
  act: (wish: TrainingDemand, session: CourseSession | null) => Message | null,
): Promise<DemandBatch> {
  new Check(null).range('ids', new Set(ids).size, 1, most).done();
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const demands = await holdAll(ctx, ids);
  const sessions = await em.find(CourseSession, {
    tenantId,
    id: { $in: demands.flatMap(({ session }) => (session ? [session.id] : [])) },
  });
  const byId = new Map(sessions.map((session) => [session.id, session]));
  ctx.note({ act: name });
  const rows = demands.map((wish) => {
    const why = act(wish, byId.get(wish.session?.id ?? '') ?? null);
    return Object.assign(new DemandBatchRow(), {
      demand: wish,
      isDone: why === null,
      message: why?.[ctx.language] ?? null,
    });
  });
  await em.flush();
  return Object.assign(new DemandBatch(), { rows, done: rows.filter((row) => row.isDone).length });
}

/** Wishes in hand, locked in one order; one out of reach refuses them all. */
async function holdAll(ctx: Context, ids: readonly string[]): Promise<TrainingDemand[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (!wanted.every(isUuid)) throw notFound(demandNoun);
  const lock = `select 1 from training_demand where tenant_id = ? and id = any(?::uuid[]) order by id for update`;
  await em.execute(lock, [tenantId, `{${wanted.join(',')}}`]);
  const wall = await heldAt('training.read').query(askerOf(ctx));
  const where = { $and: [{ tenantId, id: { $in: wanted } }, ...(wall ? [wall] : [])] };
  const demands = (await em.find(TrainingDemand, where as never)) as TrainingDemand[];
  if (demands.length < wanted.length) throw notFound(demandNoun);
  for (const one of demands) demand(actorOf(ctx), 'training.edit', { stationId: one.station.id });
  return demands;
}

const closed = { zh: '该需求已办结或未采纳。', en: 'This wish was met or declined already.' };
const notScheduled = { zh: '尚未排课，不能标为已满足。', en: 'It has no session yet, so it cannot be met.' };
const cancelled = { zh: '所排课次已取消，请改排。', en: 'Its session was called off; choose another.' };
const notYet = { zh: '所排课次尚未举行。', en: 'Its session has not been held yet.' };
