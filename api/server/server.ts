import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Actor } from '../access/index.js';
import type { Orm } from '../database/index.js';
import type { Language } from '../kernel/index.js';
import { actorOfSession } from '../tenancy/index.js';
import { sealEveryMinute } from './auditing.js';
import { OperationContext } from './context.js';
import { answer, makeApollo } from './graphql.js';

/** What the server is started with. */
export interface ServerOptions {
  orm: Orm;
  isProduction: boolean;
  /** The address that people type, when something stands in front. */
  publicUrl: string | null;
  /** Nobody, everybody, the proxies' addresses and networks, or whether to trust an address that is so many hops away. */
  trustProxy: boolean | string | ((address: string, hop: number) => boolean);
  logLevel: string;
}

/** The cookie's name: with the `__Host-` promise wherever the console is reached over TLS. */
function cookieName(options: ServerOptions): string {
  return options.publicUrl?.startsWith('https:') ? '__Host-lianxin' : 'lianxin';
}

/** Builds the HTTP server: GraphQL, health, metrics and the built console. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel },
    trustProxy: options.trustProxy,
    bodyLimit: 512 * 1024,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    disableRequestLogging: true,
  });
  await app.register(cookie);
  const apollo = makeApollo(options.isProduction);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  sealEveryMinute(app, options.orm);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      const ctx = await operationContext(options, request);
      const body = await answer(apollo, ctx, request, reply);
      writeCookie(options, ctx, reply);
      return reply.send(body);
    },
  });
  app.get('/livez', async () => ({ status: 'ok' }));
  return app;
}

async function operationContext(options: ServerOptions, request: FastifyRequest): Promise<OperationContext> {
  const ctx = new OperationContext(options.orm, {
    actor: null,
    requestId: request.id,
    language: languageOf(request),
    client: String(request.headers['user-agent'] ?? 'unknown').slice(0, 120),
    address: request.ip,
  });
  const actor = await actorOf(options, request, ctx);
  return actor ? (ctx.as(actor) as OperationContext) : ctx;
}

async function actorOf(options: ServerOptions, request: FastifyRequest, ctx: OperationContext): Promise<Actor | null> {
  const token = request.cookies[cookieName(options)];
  return token ? actorOfSession((call, ...values) => ctx.gate(call, ...values), token) : null;
}

/** Chinese unless the request asks for English first. */
function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh';
}

function writeCookie(options: ServerOptions, ctx: OperationContext, reply: import('fastify').FastifyReply): void {
  const { session } = ctx.cookies;
  if (session === null) return;
  const isSecure = options.publicUrl?.startsWith('https:') ?? false;
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict' as const, secure: isSecure };
  if (session === 'clear') reply.clearCookie(cookieName(options), attributes);
  else reply.setCookie(cookieName(options), session.set, attributes);
}
