import {
  type Actor,
  actorOf,
  type Context,
  can,
  type Decision,
  type Permission,
  type Ruled,
  roles,
} from '../access/index.js';
import { badInput, type Message, notFound } from '../kernel/index.js';
import { directory } from './directory.js';
import type { AccessExplanation } from './grant.input.js';
import { Grant } from './grant.js';
import { visibleUser } from './managing.js';
import { type GrantRow, holdingOf } from './signIn.service.js';
import { User } from './user.js';

/** Finds a record of an upper room by id, with what its rules look at; areas.ts fills the list. */
export type RecordFinder = (ctx: Context, id: string) => Promise<Ruled | null>;

const finders: RecordFinder[] = [];

/** Called once by areas.ts. */
export function openRecordFinders(list: readonly RecordFinder[]): void {
  finders.splice(0, finders.length, ...list);
}

/** Answers why an account may or may not use a permission at a station or on a record, by the very rules that decide it. */
export async function explainAccess(
  ctx: Context,
  account: string,
  permission: Permission,
  at: { stationId?: string; recordId?: string },
): Promise<AccessExplanation> {
  const em = await ctx.em();
  const asker = actorOf(ctx);
  const found = await em.findOne(User, { tenantId: asker.tenantId, account: account.trim().toLowerCase() });
  if (!found) throw notFound({ zh: '账号', en: 'account' });
  const user = await visibleUser(ctx, asker, found.id);
  const record = await recordAt(ctx, at);
  const actor = await actorOfUser(ctx, asker, user);
  const decision: Decision = user.isDisabled
    ? { isAllowed: false, rule: 'disabled', says: { zh: '该账号已停用。', en: 'The account is switched off.' } }
    : can(actor, permission, record);
  return explanation(ctx, asker.tenantId, decision);
}

async function recordAt(ctx: Context, at: { stationId?: string; recordId?: string }): Promise<Ruled> {
  const tree = await directory(ctx);
  if (at.recordId) {
    for (const find of finders) {
      const record = await find(ctx, at.recordId);
      if (record) return record;
    }
    throw notFound();
  }
  if (!at.stationId) throw badInput({ zh: '请给出单位或记录。', en: 'Name a station or a record.' }, ['stationId']);
  return { stationId: tree.need(at.stationId).station.id };
}

async function actorOfUser(ctx: Context, asker: Actor, user: User): Promise<Actor> {
  const [row] = (await (
    await ctx.em()
  ).execute('select gate.grants_of(?, ?) as grants', [asker.tenantId, user.id])) as { grants: GrantRow[] }[];
  return {
    ...asker,
    kind: 'USER',
    id: user.id,
    account: user.account,
    name: user.name,
    sessionId: null,
    mustChangePassword: false,
    holdings: (row?.grants ?? []).map(holdingOf),
  };
}

async function explanation(ctx: Context, tenantId: number, decision: Decision): Promise<AccessExplanation> {
  if (!decision.isAllowed)
    return { isAllowed: false, sentence: decision.says[ctx.language], grant: null, rule: decision.rule };
  const { grantId, role, stationId } = decision.by;
  const station = (await directory(ctx)).get(stationId)?.name ?? '';
  const says: Message = role ? roles[role].says : { zh: '密钥', en: 'key' };
  const sentence: Message = {
    zh: `可以：在${station}任${says.zh}。`,
    en: `Allowed: holds the role “${says.en}” at ${station}.`,
  };
  const grant = grantId
    ? await (await ctx.em()).findOne(Grant, { tenantId, id: grantId }, { populate: ['station', 'user'] })
    : null;
  return { isAllowed: true, sentence: sentence[ctx.language], grant, rule: null };
}
