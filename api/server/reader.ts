import { GraphQLError, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';
import { allPermissions, askerOf, type Context, isNowhere, type Permission, type Reach } from '../access/index.js';
import type { Row } from '../database/index.js';
import { type ReadAnswer, rowsAtOnce } from '../exchange/index.js';
import { Refused } from '../kernel/index.js';
import type { Asker, Root, Statement } from '../reading/index.js';
import { checkArguments } from './bounds.js';
import { inputPath, malformed, refusedOf } from './errors.js';
import type { Plans } from './executor.js';

/**
 * Answers questions for a file: planned as the API plans them, so that rights, masks and filters are the very same, but by larger pages.
 * What the asker may read is cut to where `permission` is held as well.
 */
export function readerOf(
  { schema, plans }: { schema: GraphQLSchema; plans: Plans },
  asker: Asker,
  read: (statement: Statement) => Promise<Row>,
): ReadAnswer {
  return async (document, given) => {
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('The document asks nothing.');
    const variables = coerced(schema, operation, given);
    const answer: Record<string, unknown> = {};
    for (const root of plans.plan({ document, operation, variables }, asker)) {
      if (root.kind !== 'planned')
        throw root.kind === 'refused' ? root.error : new Error(`${root.field}: ${root.why}.`);
      answer[root.key] = completed(root, await read(root.statement));
    }
    return answer;
  };
}

/** The asker of a file: large pages, and of each permission only what the permission to take files out reaches as well. */
export function askerWithin(ctx: Context, permission: Permission): Asker {
  const asker = askerOf(ctx);
  const limit = asker.reachOf(permission);
  const known = new Map<string, Reach>();
  return {
    tenantId: asker.tenantId,
    today: asker.today,
    language: asker.language,
    context: ctx,
    mostRows: rowsAtOnce,
    demand: (one) => asker.demand(one),
    reachOf: (one) => {
      const reach = known.get(one) ?? within(asker.reachOf(one), limit, one as Permission);
      known.set(one, reach);
      return reach;
    },
  };
}

/** What everybody in the county may see, such as the names of stations, stays as it is. */
function within(reach: Reach, limit: Reach, permission: Permission): Reach {
  if (limit === '*' || isNowhere(reach) || allPermissions().get(permission)?.isCountyWide) return reach;
  return reach === '*' ? limit : new Set([...reach].filter((id) => limit.has(id)));
}

/** The variables of an operation as GraphQL takes them, or the refusal of what is wrong with them. */
export function coerced(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { first: _, ...bounded } = given;
  checkArguments(bounded);
  const { coerced: values, errors } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  const [error] = errors ?? [];
  if (!error) return values ?? {};
  throw new Refused('BAD_USER_INPUT', refusedOf(error)?.says ?? malformed(error.message), inputPath(error));
}

function completed(root: Extract<Root, { kind: 'planned' }>, row: Row): unknown {
  const found = root.complete(row);
  if ('text' in found) return JSON.parse(found.text);
  const [error] = found.errors;
  if (error) throw error instanceof GraphQLError ? (error.originalError ?? error) : error;
  return found.value;
}
