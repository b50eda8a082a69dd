import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { packageRoot, Refused } from '../kernel/index.js';
import type { ServerOptions } from './options.js';

const noncePlace = /__CSP_NONCE__/g;

/**
 * Serves the built console and nothing else from the disk: its hashed assets for ever, its page fresh with the nonce of the response
 * for every address that a browser navigates to. No source maps.
 */
export async function serveConsole(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const folder = options.consoleFolder ?? join(packageRoot(), 'dist/console');
  const page = join(folder, 'index.html');
  const isBuilt = existsSync(page);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      decorateReply: false,
      preCompressed: true,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      allowedPath: (path) => /\.[a-z0-9]+$/i.test(path) && !/\.(map|html)$/i.test(path),
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'));
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (isBuilt && isNavigation(request)) return sendPage(page, reply);
    throw new Refused('NOT_FOUND', { zh: '没有这个地址。', en: 'There is nothing at this address.' });
  });
}

/** A browser that opens an address of the console: it wants HTML, and the address names no file. */
function isNavigation(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const isPage = path === '/' || path === '/index.html' || (!path.includes('.') && wantsHtml(request));
  return isRead && isPage && !/^\/(graphql|graphiql|livez|readyz|metrics|assets)(\/|$)/.test(path);
}

function wantsHtml(request: FastifyRequest): boolean {
  return /text\/html/.test(String(request.headers.accept ?? ''));
}

async function sendPage(page: string, reply: FastifyReply): Promise<FastifyReply> {
  const html = (await readFile(page, 'utf8')).replace(noncePlace, reply.styleNonce);
  return reply.status(200).type('text/html; charset=utf-8').send(html);
}
