import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Asked } from './journal.js';

/** What local scrapers read at /metrics. Labels come from closed lists, so that no client can make series. */
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds: Histogram<'route' | 'kind' | 'status'>;
  private readonly errors: Counter<'code'>;
  private readonly costs: Histogram;
  private readonly fallbacks: Counter<'field'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.seconds = new Histogram({
      name: 'lianxin_request_seconds',
      help: 'Time to answer a request.',
      labelNames: ['route', 'kind', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.errors = new Counter({
      name: 'lianxin_errors_total',
      help: 'Errors in answers, by code.',
      labelNames: ['code'],
      registers,
    });
    this.costs = new Histogram({
      name: 'lianxin_operation_cost',
      help: 'Records that an operation could read.',
      buckets: [1, 10, 100, 1_000, 5_000, 20_000],
      registers,
    });
    this.fallbacks = new Counter({
      name: 'lianxin_fallback_total',
      help: 'Root fields that resolvers answered because reading could not plan them.',
      labelNames: ['field'],
      registers,
    });
  }

  answered(asked: Asked, status: number, seconds: number, route: string): void {
    this.seconds.observe({ route, kind: asked.kind ?? 'none', status: String(status) }, seconds);
    for (const code of asked.codes) this.errors.inc({ code });
    for (const field of asked.fallbacks) this.fallbacks.inc({ field });
    if (asked.cost !== null) this.costs.observe(asked.cost);
  }
}

/** Serves the metrics to scrapers on this machine; for everybody else, and through any proxy, there is no such page. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function isLocal(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => name in request.headers);
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(address);
}
