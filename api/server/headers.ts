import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden } from '../kernel/index.js';
import { isOverTls, type ServerOptions } from './options.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Lets the page's own styles pass the content policy; another one for every response. */
    styleNonce: string;
  }
}

/** No inline script, no foreign origin, no frame; styles by a nonce, because emotion writes its own. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every response: what browsers may do with it, and that nobody stores it unless its route says otherwise. */
export async function writeHeaders(app: FastifyInstance, options: ServerOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isOverTls(options) && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  app.decorateReply('styleNonce', '');
  app.addHook('onRequest', async (_request, reply) => {
    reply.styleNonce = nextNonce();
    reply.header('content-security-policy', contentPolicy(reply.styleNonce));
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    reply.header('cache-control', 'no-store');
  });
}

const nonceBytes = 16;
let drawn: Buffer = Buffer.alloc(0);

/** 128 random bits; drawn for many responses at a time, for every draw is a call to the system. */
function nextNonce(): string {
  if (drawn.length < nonceBytes) drawn = randomBytes(nonceBytes * 256);
  const nonce = drawn.toString('base64', 0, nonceBytes);
  drawn = drawn.subarray(nonceBytes);
  return nonce;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses a request that another site's page has sent: the second lock beside SameSite, for sessions live in a cookie. */
export function demandOwnOrigin(request: FastifyRequest, options: ServerOptions): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isForeign = origin === undefined ? site === 'cross-site' : !isOwn(origin, request, options);
  if (isForeign) {
    throw forbidden(
      { zh: '不接受其他网站发来的请求。', en: 'Requests from other sites are not accepted.' },
      { reason: 'origin' },
    );
  }
}

function isOwn(origin: string, request: FastifyRequest, options: ServerOptions): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const isDeveloping = !options.isProduction && loopback.has(from.hostname);
  if (options.publicUrl) return from.origin === new URL(options.publicUrl).origin || isDeveloping;
  return from.host === request.host || isDeveloping;
}
