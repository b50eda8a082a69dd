import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadPool } from '../database/index.js';
import { Refused } from '../kernel/index.js';
import { schema } from '../schema.js';
import { Sessions } from './assumed.js';
import type { OperationContext } from './context.js';
import type { Plans } from './executor.js';
import { answer, makeApollo } from './graphql.js';
import { hangUpOf } from './hangUp.js';
import { nothingAsked } from './journal.js';
import type { ServerOptions } from './options.js';
import { type Rates, rateLimited } from './rates.js';
import type { OperationScene } from './scene.js';
import { type Door, type Visitor, welcome, writeBudget, writeCookie } from './visitor.js';

/** Serves /graphql: who asks, how often, the operation, and the session's cookie. */
export async function serveGraphql(
  app: FastifyInstance,
  options: ServerOptions,
  { rates, reading, planner }: { rates: Rates; reading: ReadPool; planner: Plans },
): Promise<void> {
  const plans = options.reads === 'resolvers' ? null : planner;
  const apollo = makeApollo(options.isProduction, app.log, { schema: schema(), plans, reading });
  const door = { options, rates, reading, sessions: new Sessions(reading) };
  await apollo.start();
  app.addHook('onClose', async () => {
    await apollo.stop();
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: (request, reply) => handle(apollo, door, request, reply),
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'],
    url: '/graphql',
    handler: async (_request, reply) => {
      reply.header('allow', 'GET, POST').status(405);
      throw new Refused('BAD_USER_INPUT', {
        zh: '此处只接受 GET 与 POST。',
        en: 'Only GET and POST are answered here.',
      });
    },
  });
}

/** Asks once more when what was assumed of the visitor proves outdated: then the first answer goes nowhere. */
async function handle(
  apollo: ApolloServer<OperationContext>,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const signal = hangUpOf(reply);
  for (;;) {
    const visitor = await welcome(door, request);
    const spend = spender(visitor, door.rates, reply);
    await spend?.(1);
    const scene = sceneOf(door, visitor, { spend, signal, request });
    const body = await answer(apollo, scene, request, reply);
    if (!scene.isOutdated) {
      writeCookie(door.options, scene.ctx, reply);
      return reply.send(body);
    }
    request.asked = nothingAsked();
  }
}

function sceneOf(
  { options, rates }: Door,
  { ctx, assumed }: Visitor,
  { spend, signal, request }: Pick<OperationScene, 'spend' | 'signal'> & { request: FastifyRequest },
): OperationScene {
  return {
    ctx,
    isProduction: options.isProduction,
    rates,
    asked: request.asked,
    spend,
    report: (err) => request.log.error({ err }, 'operation failed'),
    signingIn: null,
    hasFailed: false,
    variables: null,
    assumed,
    isOutdated: false,
    signal,
    refused: null,
  };
}

function spender({ key }: Visitor, rates: Rates, reply: FastifyReply): OperationScene['spend'] {
  if (!key) return null;
  return async (points) => {
    const budget = await rates.spend(key.id, points, key.budgetPerMinute);
    writeBudget(reply, budget);
    if (budget.remaining < 0) {
      throw rateLimited(
        { zh: '接口密钥每分钟的额度已用完', en: 'This key has spent its budget of the minute' },
        budget.reset,
      );
    }
  };
}
