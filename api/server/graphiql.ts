import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { packageRoot, unauthenticated } from '../kernel/index.js';
import type { ServerOptions } from './options.js';
import { isSignedIn } from './visitor.js';

/** The editor writes styles of its own without a nonce; its page is for developers, and scripts stay as strict as everywhere. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the explorer of the API from our own files to whoever is signed in. In production there is no such page. */
export async function serveGraphiql(app: FastifyInstance, options: ServerOptions): Promise<void> {
  if (options.isProduction) {
    for (const url of ['/graphiql', '/graphiql/*']) app.get(url, (_request, reply) => reply.callNotFound());
    return;
  }
  const folder = join(packageRoot(), 'dist/graphiql');
  mkdirSync(folder, { recursive: true });
  await app.register(fastifyStatic, { root: folder, serve: false, decorateReply: true, cacheControl: false });
  app.route({
    method: 'GET',
    url: '/graphiql/*',
    preHandler: async (request) => {
      if (!(await isSignedIn(options, request))) throw unauthenticated();
      await built(folder);
    },
    handler: (request, reply) => {
      const path = (request.params as { '*': string })['*'] || 'index.html';
      reply.header('content-security-policy', contentPolicy);
      return reply.sendFile(path, folder);
    },
  });
  app.get('/graphiql', (_request, reply) => reply.redirect('/graphiql/'));
}

let building: Promise<void> | null = null;

/** Builds the explorer the first time that somebody opens it: it is large, and few ever do. */
function built(folder: string): Promise<void> {
  if (existsSync(join(folder, 'index.html'))) return Promise.resolve();
  building ??= runVite().finally(() => {
    building = null;
  });
  return building;
}

async function runVite(): Promise<void> {
  const vite = join(packageRoot(), 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', 'admin/graphiql', '--config', 'admin/graphiql/vite.config.ts', '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`Building the explorer ended with code ${code}.`);
}
