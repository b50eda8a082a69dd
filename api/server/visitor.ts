import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.js';
import { Refused } from '../kernel/index.js';
import { actorOfKey, actorOfSession, type KeyRefusal } from '../tenancy/index.js';
import { OperationContext } from './context.js';
import { demandOwnOrigin } from './headers.js';
import { languageOf } from './language.js';
import { isOverTls, type ServerOptions } from './options.js';
import type { Budget, Rates } from './rates.js';

/** Who asks: the operation's context, and for a partner key what it may spend in a minute. */
export interface Visitor {
  ctx: OperationContext;
  key: { id: string; budgetPerMinute: number } | null;
}

/** The cookie's name: with the `__Host-` promise wherever the console is reached over TLS. */
export function cookieName(options: ServerOptions): string {
  return isOverTls(options) ? '__Host-lianxin' : 'lianxin';
}

/** Finds out who asks, by key or by session, and counts the request. Throws UNAUTHENTICATED for a key that is not in force. */
export async function welcome(options: ServerOptions, rates: Rates, request: FastifyRequest): Promise<Visitor> {
  const ctx = strangerOf(options, request);
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return byKey(ctx, rates, bearer);
  demandOwnOrigin(request, options);
  const actor = await bySession(options, request, ctx);
  await rates.visit(actor?.sessionId ?? null, request.ip);
  return { ctx: actor ? (ctx.as(actor) as OperationContext) : ctx, key: null };
}

function strangerOf(options: ServerOptions, request: FastifyRequest): OperationContext {
  return new OperationContext(options.orm, {
    actor: null,
    requestId: request.id,
    language: languageOf(request.headers['accept-language']),
    client: String(request.headers['user-agent'] ?? 'unknown').slice(0, 120),
    address: request.ip,
  });
}

/** Whether a request comes from somebody signed in; for pages beside GraphQL. */
export async function isSignedIn(options: ServerOptions, request: FastifyRequest): Promise<boolean> {
  return (await bySession(options, request, strangerOf(options, request))) !== null;
}

async function bySession(
  options: ServerOptions,
  request: FastifyRequest,
  ctx: OperationContext,
): Promise<Actor | null> {
  const token = request.cookies[cookieName(options)];
  if (!token) return null;
  const isBackground = request.headers['x-background'] === '1';
  return actorOfSession((call, ...values) => ctx.gate(call, ...values), token, !isBackground);
}

async function byKey(ctx: OperationContext, rates: Rates, text: string): Promise<Visitor> {
  const found = await actorOfKey((call, ...values) => ctx.gate(call, ...values), text);
  if (found.refused) {
    await rates.keyRefused(ctx.address);
    const { refused: detail, account, tenantCode } = found;
    await ctx.security({ kind: 'KEY_REFUSED', account, tenantCode, detail });
    throw new Refused('UNAUTHENTICATED', sentences[detail], { reason: `key${detail}` });
  }
  await rates.visit(found.actor.id, ctx.address);
  return {
    ctx: ctx.as(found.actor) as OperationContext,
    key: { id: found.actor.id, budgetPerMinute: found.budgetPerMinute },
  };
}

const sentences: Record<KeyRefusal, { zh: string; en: string }> = {
  Unknown: { zh: '接口密钥不存在或不完整。', en: 'There is no such partner key, or it is incomplete.' },
  Revoked: {
    zh: '接口密钥已被吊销，请向县级管理员申请新的密钥。',
    en: 'This partner key was revoked; ask the county administrator for another.',
  },
  Expired: {
    zh: '接口密钥已过期，请向县级管理员申请新的密钥。',
    en: 'This partner key has expired; ask the county administrator for another.',
  },
};

/** Sets or clears the session's cookie, as the operation wants. */
export function writeCookie(options: ServerOptions, ctx: OperationContext, reply: FastifyReply): void {
  const { session } = ctx.cookies;
  if (session === null) return;
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: isOverTls(options) };
  if (session === 'clear') reply.clearCookie(cookieName(options), attributes);
  else reply.setCookie(cookieName(options), session.set, attributes);
}

/** Tells a partner where its minute stands (draft-ietf-httpapi-ratelimit-headers). */
export function writeBudget(reply: FastifyReply, budget: Budget): void {
  reply.header('ratelimit-limit', budget.limit);
  reply.header('ratelimit-remaining', Math.max(0, budget.remaining));
  reply.header('ratelimit-reset', budget.reset);
}
