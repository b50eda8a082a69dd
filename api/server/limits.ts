import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { getVariableValues, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { badInput, forbidden, Refused } from '../kernel/index.js';
import { asksSchema, checkDocument } from './bounds.js';
import type { OperationContext } from './context.js';
import { type Measure, measure } from './measure.js';
import { currentScene, type OperationScene } from './scene.js';

/** How many records one operation may read at most. */
export const mostCost = 20_000;

/** A partner's request costs one point of its minute, and one more for each further so many records that it may read. */
const recordsPerPoint = 500;

type Resolved = GraphQLRequestContextDidResolveOperation<OperationContext>;

/** Knows the operation before any resolver runs, and refuses it before any SQL. */
export const limits: ApolloServerPlugin<OperationContext> = { requestDidStart: async () => listener };

const listener: GraphQLRequestListener<OperationContext> = {
  didResolveOperation: async (resolved) => {
    const scene = currentScene();
    const { operation, document } = resolved;
    scene.asked.operation = operation?.name?.value.slice(0, 60) ?? null;
    if (!operation) return;
    checkDocument(document);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      throw badInput({ zh: '不支持订阅。', en: 'There are no subscriptions.' }, []);
    }
    scene.asked.kind = operation.operation;
    if (scene.isProduction && !scene.ctx.actor && asksSchema(document)) throw noIntrospection();
    const measured = measureOf(resolved, operation);
    if (measured) await admit(scene, operation.operation, measured);
  },
  willSendResponse: async ({ response }) => {
    const scene = currentScene();
    if (response.body.kind !== 'single') return;
    const result = response.body.singleResult;
    scene.hasFailed = (result.errors?.length ?? 0) > 0;
    const { ctx, asked, signingIn } = scene;
    if (signingIn !== null && ctx.cookies.session) await scene.rates.signedIn(signingIn, ctx.address);
    if (ctx.actor?.kind === 'KEY' && asked.cost !== null) {
      result.extensions = {
        ...result.extensions,
        cost: { requested: asked.cost, most: mostCost, points: pointsOf(asked.cost) },
      };
    }
  },
};

/** Null when the variables do not fit: execution then says so, before it calls any resolver. */
function measureOf({ schema, document, request }: Resolved, operation: OperationDefinitionNode): Measure | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  currentScene().variables = coerced ?? null;
  return coerced ? measure(schema, document, operation, coerced, mostCost) : null;
}

async function admit(scene: OperationScene, kind: OperationTypeNode, { cost, roots }: Measure): Promise<void> {
  scene.asked.cost = cost;
  if (cost > mostCost) throw tooMuch(cost);
  if (scene.spend) await scene.spend(pointsOf(cost) - 1);
  if (kind !== OperationTypeNode.MUTATION) return;
  if (roots.length > 1) throw badInput({ zh: '一次只能提交一个变更。', en: 'Send one mutation at a time.' }, []);
  if (scene.ctx.actor?.kind === 'KEY') {
    throw forbidden({ zh: '接口密钥只能查询。', en: 'Partner keys may only query.' }, { reason: 'queriesOnly' });
  }
  const [root] = roots;
  if (root?.name === 'signIn') await countSignIn(scene, root.values);
  scene.ctx.allowWrites();
}

async function countSignIn(scene: OperationScene, values: Record<string, unknown>): Promise<void> {
  const { account } = (values.input ?? {}) as { account?: unknown };
  const name = String(account ?? '')
    .trim()
    .toLowerCase()
    .slice(0, 80);
  await scene.rates.signIn(name, scene.ctx.address);
  scene.signingIn = name;
}

function pointsOf(cost: number): number {
  return Math.max(1, Math.ceil(cost / recordsPerPoint));
}

function tooMuch(cost: number): Refused {
  const says = {
    zh: `这次查询最多会读 ${cost} 条以上的记录，超过上限 ${mostCost}；请减小 first，或少嵌套几层列表。`,
    en: `This could read ${cost} records or more, over the budget of ${mostCost}; ask for fewer rows, or nest fewer lists.`,
  };
  return new Refused('COST_EXCEEDED', says, { cost, budget: mostCost });
}

function noIntrospection(): Refused {
  return new Refused(
    'UNAUTHENTICATED',
    { zh: '登录后才能查询接口结构。', en: 'Sign in to ask for the schema.' },
    { reason: 'introspection' },
  );
}
