import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Kind, OperationTypeNode } from 'graphql';
import { badInput, forbidden } from '../kernel/index.js';
import { schema } from '../schema.js';
import { auditing } from './auditing.js';
import type { OperationContext } from './context.js';
import { formatError } from './errors.js';
import { limitRules, limits } from './limits.js';

const scene = new AsyncLocalStorage<OperationScene>();

interface OperationScene {
  ctx: OperationContext;
  report(error: unknown): void;
  hasFailed: boolean;
}

/** Before any resolver runs: mutations may write, keys may only read, and one mutation stands alone. */
const operationSteps: GraphQLRequestListener<OperationContext> = {
  didResolveOperation: async ({ operation, contextValue: ctx, document }) => {
    if (!operation) return;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION)
      throw badInput({ zh: '不支持订阅。', en: 'There are no subscriptions.' }, []);
    if (operation.operation !== OperationTypeNode.MUTATION) return;
    const mutations = document.definitions.flatMap((d) =>
      d.kind === Kind.OPERATION_DEFINITION ? d.selectionSet.selections : [],
    );
    if (mutations.length > 1) throw badInput({ zh: '一次只能提交一个变更。', en: 'Send one mutation at a time.' }, []);
    if (ctx.actor?.kind === 'KEY')
      throw forbidden({ zh: '接口密钥只能查询。', en: 'Partner keys may only query.' }, { reason: 'queriesOnly' });
    ctx.allowWrites();
  },
  willSendResponse: async ({ response }) => {
    const store = scene.getStore();
    if (!store || response.body.kind !== 'single') return;
    const { errors } = response.body.singleResult;
    store.hasFailed = (errors?.length ?? 0) > 0;
    if (errors?.some((e) => e.extensions?.code === 'UNAVAILABLE')) response.http.status = 503;
  },
};

/** Knows the operation from its start to its answer. */
const operationRules: ApolloServerPlugin<OperationContext> = {
  requestDidStart: async ({ contextValue }) => {
    const store = scene.getStore();
    // Apollo copies the context; what the operation opens is opened in the copy, and must be closed there.
    if (store) store.ctx = contextValue;
    return operationSteps;
  },
};

/** Makes the Apollo server; it has no web framework of its own and no landing page, and never handles signals. */
export function makeApollo(isProduction: boolean): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    schema: schema(),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 1500 },
    validationRules: [...limitRules(isProduction)],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      operationRules,
      auditing(),
      limits,
    ],
    formatError: (formatted, error) => {
      const store = scene.getStore();
      const facts = { requestId: store?.ctx.requestId ?? '', language: store?.ctx.language ?? ('zh' as const) };
      return formatError(formatted, error, { ...facts, report: (e) => store?.report(e) });
    },
  });
}

/** Answers one GraphQL request inside one operation context; whatever was written is committed before the answer goes out. */
export async function answer(
  apollo: ApolloServer<OperationContext>,
  ctx: OperationContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const store: OperationScene = {
    ctx,
    report: (error) => request.log.error({ err: error }, 'operation failed'),
    hasFailed: false,
  };
  return scene.run(store, async () => {
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
        body: request.body ?? {},
      },
      context: async () => ctx,
    });
    const text = await finish(store, result.body.kind === 'complete' ? result.body.string : '');
    for (const [name, value] of result.headers) reply.header(name, value);
    reply.status(text.isKept ? (result.status ?? 200) : 500);
    return text.body;
  });
}

async function finish(store: OperationScene, body: string): Promise<{ body: string; isKept: boolean }> {
  try {
    await store.ctx.finish(store.hasFailed);
    return { body, isKept: true };
  } catch (error) {
    const { ctx } = store;
    const message = formatError({ message: '' }, error, {
      requestId: ctx.requestId,
      language: ctx.language,
      report: store.report,
    });
    return { body: JSON.stringify({ errors: [message] }), isKept: false };
  }
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
