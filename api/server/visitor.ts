import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadPool } from '../database/index.js';
import { Refused, unauthenticated } from '../kernel/index.js';
import { actorOfKey, actorOfSession, type KeyRefusal } from '../tenancy/index.js';
import type { Assumed, Sessions } from './assumed.js';
import { OperationContext } from './context.js';
import { demandOwnOrigin } from './headers.js';
import { languageOf } from './language.js';
import { isOverTls, type ServerOptions } from './options.js';
import type { Budget, Rates } from './rates.js';

/** Who asks: the operation's context, and for a partner key what it may spend in a minute. */
export interface Visitor {
  ctx: OperationContext;
  /** What has to be confirmed of them yet; null where nothing was assumed. */
  assumed: Assumed | null;
  key: { id: string; budgetPerMinute: number } | null;
}

/** What the door to the API is kept with. */
export interface Door {
  options: ServerOptions;
  reading: ReadPool;
  rates: Rates;
  sessions: Sessions;
}

/** The cookie's name: with the `__Host-` promise wherever the console is reached over TLS. */
export function cookieName(options: ServerOptions): string {
  return isOverTls(options) ? '__Host-lianxin' : 'lianxin';
}

/** Finds out who asks, by key or by session, and counts the request. Throws UNAUTHENTICATED for a key that is not in force. */
export async function welcome({ options, rates, sessions, reading }: Door, request: FastifyRequest): Promise<Visitor> {
  const ctx = strangerOf(options, request, reading);
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return byKey(ctx, rates, bearer);
  demandOwnOrigin(request, options);
  const token = request.cookies[cookieName(options)];
  const asking = token ? await sessions.ownerOf(token, isExtending(request), gateOf(ctx)) : null;
  await rates.visit(asking?.actor.sessionId ?? null, request.ip);
  if (!asking) return { ctx, assumed: null, key: null };
  return { ctx: ctx.as(asking.actor) as OperationContext, assumed: asking.assumed, key: null };
}

/** The console marks what it asks by itself, which keeps no session alive. */
function isExtending(request: FastifyRequest): boolean {
  return request.headers['x-background'] !== '1';
}

function gateOf(ctx: OperationContext): OperationContext['gate'] {
  return (call, ...values) => ctx.gate(call, ...values);
}

function strangerOf(options: ServerOptions, request: FastifyRequest, reading: ReadPool | null): OperationContext {
  const asking = {
    actor: null,
    requestId: request.id,
    language: languageOf(request.headers['accept-language']),
    client: String(request.headers['user-agent'] ?? 'unknown').slice(0, 120),
    address: request.ip,
  };
  return new OperationContext(options.orm, asking, reading);
}

/** Who asks a route beside GraphQL: somebody signed in, looked up anew and counted like any question. */
export async function welcomeInPerson(
  options: ServerOptions,
  rates: Rates,
  request: FastifyRequest,
): Promise<OperationContext> {
  const ctx = strangerOf(options, request, null);
  demandOwnOrigin(request, options);
  const token = request.cookies[cookieName(options)];
  const actor = token ? await actorOfSession(gateOf(ctx), token, isExtending(request)) : null;
  await rates.visit(actor?.sessionId ?? null, request.ip);
  if (!actor) throw unauthenticated();
  return ctx.as(actor) as OperationContext;
}

/** Whether a request comes from somebody signed in; for pages beside GraphQL. */
export async function isSignedIn(options: ServerOptions, request: FastifyRequest): Promise<boolean> {
  const token = request.cookies[cookieName(options)];
  if (!token) return false;
  return (await actorOfSession(gateOf(strangerOf(options, request, null)), token, isExtending(request))) !== null;
}

async function byKey(ctx: OperationContext, rates: Rates, text: string): Promise<Visitor> {
  const found = await actorOfKey(gateOf(ctx), text);
  if (found.refused) {
    await rates.keyRefused(ctx.address);
    const { refused: detail, account, tenantCode } = found;
    await ctx.security({ kind: 'KEY_REFUSED', account, tenantCode, detail });
    throw new Refused('UNAUTHENTICATED', sentences[detail], { reason: `key${detail}` });
  }
  await rates.visit(found.actor.id, ctx.address);
  return {
    ctx: ctx.as(found.actor) as OperationContext,
    assumed: null,
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
