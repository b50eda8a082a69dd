import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';

/** What the log and the metrics learn of a request; never its variables, its answer or who asked. */
export interface Asked {
  /** Name that the client gave the operation. */
  operation: string | null;
  kind: 'query' | 'mutation' | null;
  cost: number | null;
  /** Codes of the errors in the answer. */
  codes: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    asked: Asked;
  }
}

/** One line per answered request, and its metrics. The path is written without its query, which may hold what people typed. */
export function keepJournal(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    request.asked = { operation: null, kind: null, cost: null, codes: [] };
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { asked } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.answered(asked, reply.statusCode, reply.elapsedTime / 1000, routeOf(request));
    const line = { method: request.method, path: pathOf(request), status: reply.statusCode, ms };
    const facts = asked.kind
      ? { operation: asked.operation, kind: asked.kind, cost: asked.cost, codes: asked.codes }
      : {};
    request.log.info({ ...line, ...facts }, 'answered');
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'other';
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]?.slice(0, 200) ?? '';
}

/** Writes an error of ours. A database's error is told by its code and constraint alone, for its text quotes the values. */
export function report(log: FastifyBaseLogger, error: unknown): void {
  log.error({ error: plain(error) }, 'operation failed');
}

function plain(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, previous } = error as { code?: unknown; constraint?: unknown; previous?: unknown };
  const isDatabase = previous !== undefined || (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code));
  const original = (error as { originalError?: unknown }).originalError;
  if (original instanceof Error) return plain(original);
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const inner = previous as { code?: unknown; constraint?: unknown } | undefined;
  return isDatabase
    ? { type: error.name, code: code ?? inner?.code, constraint: constraint ?? inner?.constraint, at }
    : { type: error.name, message: error.message.slice(0, 500), at };
}
