import { type Actor, actorOf, type Context } from '../access/index.js';
import { ErrorCode, mistake, notFound } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { demandStrong, hashPassword, passwordFits } from './password.js';
import { failuresAllowed, idleMinutes, lockMinutes, mostHours } from './signIn.service.js';

/** An open session as its owner sees it. */
export interface OpenSession {
  id: string;
  isCurrent: boolean;
  client: string;
  startedAt: Date;
  lastSeenAt: Date;
}

/** The actor's open sessions, latest used first. */
export async function sessionsOf(ctx: Context, actor: Actor): Promise<OpenSession[]> {
  const em = await ctx.em();
  const rows = (await em.execute('select * from gate.sessions_of(?, ?, ?, ?) order by last_seen_at desc, id desc', [
    actor.tenantId,
    actor.id,
    idleMinutes,
    mostHours,
  ])) as {
    id: string;
    client: string;
    started_at: Date;
    last_seen_at: Date;
  }[];
  return rows.map((row) => ({
    id: row.id,
    isCurrent: row.id === actor.sessionId,
    client: row.client,
    startedAt: new Date(row.started_at),
    lastSeenAt: new Date(row.last_seen_at),
  }));
}

/** Ends one session of the actor's own; one of somebody else's is as if it did not exist. */
export async function endSession(ctx: Context, id: string): Promise<OpenSession[]> {
  const actor = actorOf(ctx);
  const [row] = isUuid(id)
    ? await ctx.gate<{ session_close: number }>('session_close', actor.tenantId, id, actor.id)
    : [];
  if (!row?.session_close) throw notFound({ zh: '会话', en: 'session' });
  await ctx.security({ kind: 'SESSION_ENDED' });
  return sessionsOf(ctx, actor);
}

/** Ends every session of the actor's but the one that asks. */
export async function endOtherSessions(ctx: Context): Promise<OpenSession[]> {
  const actor = actorOf(ctx);
  await ctx.gate('sessions_close', actor.tenantId, actor.id, actor.sessionId);
  await ctx.security({ kind: 'SESSIONS_ENDED' });
  return sessionsOf(ctx, actor);
}

/** Changes the actor's password after checking the old one, which counts as a sign-in attempt, and ends the other sessions. */
export async function changePassword(ctx: Context, current: string, next: string): Promise<true> {
  const actor = actorOf(ctx);
  const em = await ctx.em();
  const [row] = (await em.execute('select gate.account_hash(?, ?) as hash', [actor.tenantId, actor.id])) as {
    hash: string | null;
  }[];
  if (!(await passwordFits(row?.hash ?? null, current.slice(0, 128)))) {
    await ctx.gate('account_failed', actor.account, failuresAllowed, lockMinutes);
    await ctx.security({ kind: 'PASSWORD_REFUSED' });
    throw mistake(['input', 'current'], ErrorCode.WRONG_PASSWORD, {
      zh: '原密码不正确。',
      en: 'This is not the password of now.',
    });
  }
  demandStrong(next, actor.account, ['input', 'next']);
  if (next === current)
    throw mistake(['input', 'next'], ErrorCode.WEAK, {
      zh: '须与原密码不同。',
      en: 'It must differ from the old one.',
    });
  ctx.note({ act: 'passwordChange' });
  await em.execute('select gate.account_password(?, ?, ?, false)', [
    actor.tenantId,
    actor.id,
    await hashPassword(next),
  ]);
  await em.execute('select gate.sessions_close(?, ?, ?)', [actor.tenantId, actor.id, actor.sessionId]);
  await ctx.wrote({ record: 'Account', recordId: actor.id, after: { password: 'changed' } });
  return true;
}
