import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { stringifyResult } from './answerText.js';
import { auditing } from './auditing.js';
import { most } from './bounds.js';
import type { OperationContext } from './context.js';
import { formatError, refusedOf, statusOf } from './errors.js';
import { type Execution, gatewayOf } from './executor.js';
import { limits } from './limits.js';
import { currentScene, inScene, type OperationScene } from './scene.js';

/** Makes the Apollo server; it has no web framework of its own and no landing page, and never handles signals. */
export function makeApollo(
  isProduction: boolean,
  logger: FastifyBaseLogger,
  execution: Execution,
): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    gateway: gatewayOf(execution),
    stringifyResult,
    logger,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    parseOptions: { maxTokens: most.tokens },
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), limits, auditing()],
    formatError: (formatted, error) => {
      const scene = currentScene();
      const { requestId, language } = scene.ctx;
      const written = formatError(formatted, error, { requestId, language, report: (e) => scene.report(e) });
      scene.refused ??= refusedOf(error);
      scene.asked.codes.push(String(written.extensions?.code));
      return written;
    },
  });
}

/** Answers one GraphQL request inside one operation context; whatever was written is committed before the answer goes out. */
export async function answer(
  apollo: ApolloServer<OperationContext>,
  scene: OperationScene,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  return inScene(scene, async () => {
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
        body: request.body ?? {},
      },
      context: async () => scene.ctx,
    });
    for (const [name, value] of result.headers) if (name !== 'cache-control') reply.header(name, value);
    reply.status(statusFor(result.status, scene));
    const { fallbacks } = scene.asked;
    if (fallbacks.length > 0 && !scene.isProduction && !scene.isOutdated)
      reply.header('x-lianxin-fallback', fallbacks.join(', '));
    const body = await finish(scene, result.body.kind === 'complete' ? result.body.string : '', reply);
    const retryAfter = scene.refused?.facts.retryAfter;
    if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
    return body;
  });
}

/** Apollo's own status, except that what we refuse before execution is not its 500, and a database that is away is a 503. */
function statusFor(status: number | undefined, { refused, asked }: OperationScene): number {
  if (asked.codes.includes('UNAVAILABLE')) return 503;
  if ((status ?? 200) < 500) return status ?? 200;
  return refused ? statusOf(refused.code) : 500;
}

async function finish(scene: OperationScene, body: string, reply: FastifyReply): Promise<string> {
  const { ctx } = scene;
  try {
    await ctx.finish(scene.hasFailed);
    return body;
  } catch (error) {
    const facts = { requestId: ctx.requestId, language: ctx.language, report: (e: unknown) => scene.report(e) };
    const written = formatError({ message: '' }, error, facts);
    const code = refusedOf(error)?.code ?? 'INTERNAL';
    scene.asked.codes.push(code);
    ctx.cookies.session = null;
    reply.status(statusOf(code));
    return JSON.stringify({ errors: [written] });
  }
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
