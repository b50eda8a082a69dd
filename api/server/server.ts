import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { ReadPool } from '../database/index.js';
import { Planner } from '../reading/index.js';
import { schema } from '../schema.js';
import { sealEveryMinute } from './auditing.js';
import { serveConsole } from './console.js';
import { serveExports } from './exports.js';
import { answerErrors } from './failure.js';
import { serveGraphiql } from './graphiql.js';
import { serveGraphql } from './graphqlRoute.js';
import { writeHeaders } from './headers.js';
import { countWork, ownWork, serveHealth } from './health.js';
import { serveImports } from './imports.js';
import { keepJournal, told } from './journal.js';
import { Metrics, serveMetrics } from './metrics.js';
import type { ServerOptions } from './options.js';
import { Rates, usualRates } from './rates.js';

/** A question and its variables; a file of villages goes another way. */
const mostBytes = 512 * 1024;

/** Builds the HTTP server: GraphQL, health, metrics and the built console. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel, serializers: { err: told }, ...(options.logTo && { stream: options.logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: mostBytes,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    requestTimeout: 20_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 20_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
  });
  app.removeContentTypeParser('text/plain');
  const metrics = new Metrics();
  const work = ownWork(app);
  answerErrors(app);
  keepJournal(app, metrics);
  await writeHeaders(app, options);
  countWork(app, work);
  await app.register(cookie);
  serveHealth(app, options, work);
  serveMetrics(app, metrics);
  const rates = new Rates({ ...usualRates, ...options.rates });
  const reading = new ReadPool(String(options.orm.config.get('clientUrl')));
  app.addHook('onClose', () => reading.close());
  const planner = options.planner ?? new Planner(schema(), options.orm.getMetadata());
  await serveGraphql(app, options, { rates, reading, planner });
  serveExports(app, { options, rates, reading, plans: planner });
  await serveImports(app, options, rates);
  sealEveryMinute(app, options.orm);
  await serveGraphiql(app, options);
  await serveConsole(app, options);
  return app;
}
