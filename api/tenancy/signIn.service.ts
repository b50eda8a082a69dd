import {
  type Actor,
  type Context,
  type Holding,
  newToken,
  permissionsOfRole,
  Role,
  type StationLevelName,
  tokenHash,
} from '../access/index.js';
import { ErrorCode, type InputMistakes, mistake, newId } from '../kernel/index.js';
import { passwordFits } from './password.js';

/** A session ends after so many minutes without a request, and after so many hours in any case. */
export const idleMinutes = 30;
export const mostHours = 12;

export const failuresAllowed = 8;
export const lockMinutes = 15;

/** One grant as `gate.grants_of` answers it; reach is null for the whole county. */
export interface GrantRow {
  grantId: string;
  role: Role;
  stationId: string | null;
  stationLevel: StationLevelName | null;
  reach: string[] | null;
}

/** What `gate.session_find` answers. */
export interface FoundSession {
  sessionId: string;
  tenantId: number;
  tenantCode: string;
  userId: string;
  login: string;
  name: string;
  mustChange: boolean;
  lastSeenAt: string;
  grants: GrantRow[];
}

interface FoundAccount {
  tenant_id: number;
  id: string;
  password_hash: string;
  locked_until: Date | null;
  is_disabled: boolean;
}

/** One answer for an unknown account, a wrong password, a disabled and a locked account, so that nobody learns which it was. */
function refusedSignIn(): InputMistakes {
  return mistake(['input', 'password'], ErrorCode.WRONG_PASSWORD, {
    zh: `账号或密码不正确；连续失败 ${failuresAllowed} 次将锁定 ${lockMinutes} 分钟。`,
    en: `Account and password do not fit; after ${failuresAllowed} failures an account is locked for ${lockMinutes} minutes.`,
  });
}

/** Checks account and password and opens a session; its token goes into the cookie and is nowhere stored. Answers the actor. */
export async function signIn(ctx: Context, account: string, password: string): Promise<Actor> {
  const login = account.trim().toLowerCase().slice(0, 80);
  const [found] = await ctx.gate<FoundAccount>('account_find', login);
  const isLocked = found?.locked_until != null && new Date(found.locked_until) > new Date();
  const fits = await passwordFits(found?.password_hash ?? null, password.slice(0, 128));
  if (!found || !fits || isLocked || found.is_disabled) {
    if (found && !isLocked && !fits) await ctx.gate('account_failed', login, failuresAllowed, lockMinutes);
    await ctx.security({
      kind: isLocked ? 'SIGN_IN_LOCKED' : 'SIGN_IN_REFUSED',
      account: login,
      tenantCode: login.split('@')[1] ?? null,
    });
    throw refusedSignIn();
  }
  const token = newToken();
  await ctx.gate('session_open', found.tenant_id, found.id, newId(), tokenHash(token), ctx.client);
  ctx.cookies.session = { set: token };
  await ctx.security({ kind: 'SIGNED_IN', account: login, tenantCode: login.split('@')[1] ?? null });
  const actor = await actorOfSession((call, ...values) => ctx.gate(call, ...values), token);
  if (!actor) throw refusedSignIn();
  return actor;
}

const touchAfterMs = 30_000;

/**
 * Who a session's token belongs to, with today's grants; null when the session is unknown, idle too long or closed. A request that a
 * person made extends the session; one that the console makes by itself in the background does not.
 */
export async function actorOfSession(gate: Context['gate'], token: string, isExtending = true): Promise<Actor | null> {
  const [row] = await gate<{ session_find: FoundSession | null }>(
    'session_find',
    tokenHash(token),
    idleMinutes,
    mostHours,
  );
  const found = row?.session_find;
  if (!found) return null;
  if (isExtending && isTouchDue(found.lastSeenAt)) await gate('session_touch', tokenHash(token));
  return actorOfFound(found);
}

/** Whether a session was seen so long ago that a request should be noted on it. */
export function isTouchDue(lastSeenAt: string | null): boolean {
  return lastSeenAt !== null && Date.now() - new Date(lastSeenAt).getTime() > touchAfterMs;
}

/** The actor of what `gate.session_find` answered. */
export function actorOfFound(found: FoundSession): Actor {
  return {
    kind: found.tenantId === 0 ? 'OPERATOR' : 'USER',
    id: found.userId,
    tenantId: found.tenantId,
    tenantCode: found.tenantCode,
    account: found.login,
    name: found.name,
    sessionId: found.sessionId,
    mustChangePassword: found.mustChange,
    holdings: found.grants.map(holdingOf),
  };
}

/** An operator's grant has no station: it gives permissions over the platform and reaches no county. */
export function holdingOf(grant: GrantRow): Holding {
  const isCounty = grant.stationLevel === 'COUNTY' || grant.role === Role.PLATFORM_OPERATOR;
  return {
    grantId: grant.grantId,
    role: grant.role,
    stationId: grant.stationId ?? '',
    stationLevel: grant.stationLevel ?? 'COUNTY',
    permissions: permissionsOfRole(grant.role),
    reach: isCounty ? '*' : new Set(grant.reach ?? []),
  };
}
