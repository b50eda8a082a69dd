import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';

/** What the log and the metrics learn of a request; never its variables, its answer or who asked. */
export interface Asked {
  /** Name that the client gave the operation. */
  operation: string | null;
  kind: 'query' | 'mutation' | null;
  cost: number | null;
  /** Codes of the errors in the answer. */
  codes: string[];
  /** Root fields that resolvers answered because they could not be planned: `Query.explainAccess`. */
  fallbacks: string[];
}

/** What is known of a request before it was looked into. */
export function nothingAsked(): Asked {
  return { operation: null, kind: null, cost: null, codes: [], fallbacks: [] };
}

declare module 'fastify' {
  interface FastifyRequest {
    asked: Asked;
  }
}

/** One line per answered request, and its metrics. The path is written without its query, which may hold what people typed. */
export function keepJournal(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    request.asked = nothingAsked();
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

/** An error as the log keeps it. */
export interface Told {
  [fact: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/** What the log keeps of an error. A database's is told by its code and constraint alone, for its text quotes the values. */
export function told(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, constraint, previous, originalError } = error as Error & Partial<Record<string, unknown>>;
  if (originalError instanceof Error) return told(originalError);
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const facts = { type: error.name, message: error.message.slice(0, 500), stack: at.slice(0, 12).join('\n'), code };
  const isDatabase = previous !== undefined || (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code));
  if (!isDatabase) return facts;
  const inner = (previous ?? {}) as { code?: unknown; constraint?: unknown };
  return { ...facts, message: 'database', code: code ?? inner.code, constraint: constraint ?? inner.constraint };
}
