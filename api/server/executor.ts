import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { askerOf } from '../access/index.js';
import { type ReadPool, type Row, scopeOf } from '../database/index.js';
import type { Asker, Payload, Question, Root, Statement } from '../reading/index.js';
import { compose, type Part } from './compose.js';
import type { OperationContext } from './context.js';
import { Resolvers } from './fallback.js';
import { readPayload } from './payload.js';
import { rootNodes } from './rootNodes.js';
import { currentScene, type OperationScene } from './scene.js';

type Gateway = ApolloServerOptionsWithGateway<OperationContext>['gateway'];
type Execute = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Asked = Parameters<Execute>[0];
type Planned = Extract<Root, { kind: 'planned' }>;
type Fallback = Extract<Root, { kind: 'fallback' }>;

/** Says of every root field of a query how it is answered: reading's planner, or what a test puts in its place. */
export interface Plans {
  plan(question: Question, asker: Asker): Root[];
  /** How the payload of a mutation is read; null or left out: by the resolvers. */
  payload?(question: Question, asker: Asker): Payload | null;
}

/** How the server answers operations. */
export interface Execution {
  schema: GraphQLSchema;
  /** Null to answer everything by the resolvers. */
  plans: Plans | null;
  reading: ReadPool;
}

/** Puts our executor where Apollo would ask a gateway, so that its hooks and its handling of errors stay in force. */
export function gatewayOf(execution: Execution): Gateway {
  const executor = new Executor(execution);
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: execution.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({ executor: (asked) => executor.answer(asked) as ReturnType<Execute> }),
    stop: async () => {},
  };
}

/** A query under way. */
interface Reading {
  question: Question;
  asked: Asked;
  scene: OperationScene;
  nodes: ReadonlyMap<string, readonly FieldNode[]>;
}

/** Stands where an answer would, when the question is asked again. */
const thrownAway: ExecutionResult = { data: null };

class Executor {
  private readonly resolvers: Resolvers;

  constructor(private readonly execution: Execution) {
    this.resolvers = new Resolvers(execution.schema);
  }

  async answer(asked: Asked): Promise<ExecutionResult> {
    const scene = currentScene();
    const { operation, request } = asked;
    const { plans, schema } = this.execution;
    try {
      const { document } = asked;
      const { variables } = scene;
      if (plans && variables && operation?.operation === OperationTypeNode.MUTATION)
        return await this.write(plans, asked, { document, operation, variables }, scene);
      if (!plans || operation?.operation !== OperationTypeNode.QUERY) return await this.execute(asked, scene);
      if (!variables) return { errors: misfits(schema, operation, request.variables ?? {}) };
      return await this.read(plans, asked, { document, operation, variables }, scene);
    } catch (error) {
      return { data: null, errors: [locatedError(error, operation)] };
    }
  }

  /**
   * Writes by the resolvers, and reads what was written by the plan of its payload where there is one. Who asks is confirmed in the round
   * trip of the first statement; what was written in the name of somebody else is rolled back.
   */
  private async write(plans: Plans, asked: Asked, question: Question, scene: OperationScene): Promise<ExecutionResult> {
    const payload = plans.payload?.(question, askerOf(scene.ctx)) ?? null;
    if (!payload) return this.execute(asked, scene);
    const { ctx } = scene;
    const isConfirmed = await this.confirmAlong(scene);
    const result = await this.resolved({ ...asked, document: payload.rest });
    if (!(await isConfirmed())) return thrownAway;
    return result.errors ? result : readPayload(ctx, payload, result);
  }

  /** Asks in the round trip of the first statement who asks; what was done in the name of somebody else is given up. */
  private async confirmAlong(scene: OperationScene): Promise<() => Promise<boolean>> {
    const { ctx, assumed } = scene;
    if (!assumed) return async () => true;
    const isConfirmed = await ctx.confirmAlong(assumed.check, (row) => assumed.confirm(row));
    return async () => {
      scene.isOutdated = !(await isConfirmed());
      if (scene.isOutdated) ctx.giveUp();
      return !scene.isOutdated;
    };
  }

  private async execute(asked: Asked, scene: OperationScene): Promise<ExecutionResult> {
    return (await this.isConfirmed(scene)) ? this.resolved(asked) : thrownAway;
  }

  private async resolved({ document, request, context }: Asked): Promise<ExecutionResult> {
    const { variables: variableValues, operationName } = request;
    return execute({ schema: this.execution.schema, document, contextValue: context, variableValues, operationName });
  }

  /** Whether the asker is who they were taken for, asked before the question and apart from it. */
  private async isConfirmed(scene: OperationScene): Promise<boolean> {
    if (!scene.assumed) return true;
    const [row] = await this.execution.reading.read(scopeOf(null), [scene.assumed.check], scene.signal);
    scene.isOutdated = !(await scene.assumed.confirm(row));
    return !scene.isOutdated;
  }

  private async read(plans: Plans, asked: Asked, question: Question, scene: OperationScene): Promise<ExecutionResult> {
    const roots = plans.plan(question, askerOf(scene.ctx));
    const nodes = rootNodes(this.execution.schema, question);
    const reading = { question, asked, scene, nodes };
    const parts = new Map<string, Part>();
    const planned = roots.filter((root) => root.kind === 'planned');
    const fallback = roots.filter((root) => root.kind === 'fallback' && !answersTypename(root, parts)) as Fallback[];
    const records = fallback.filter(({ field }) => !field.includes('.__')).map(({ field }) => field);
    scene.asked.fallbacks.push(...records);
    const isShared = records.length > 0 || planned.length === 0;
    const isConfirmed = isShared ? await this.confirmAlong(scene) : null;
    const failure = await this.readPlanned(reading, planned, isShared, parts);
    if (scene.isOutdated) return thrownAway;
    if (fallback.length > 0) await this.resolve(reading, fallback, failure, parts);
    if (isConfirmed && !(await isConfirmed())) return thrownAway;
    return compose(roots, parts);
  }

  /**
   * Answers the planned roots into `parts`, in the operation's own transaction where it is shared; answers the error that was met when
   * the database failed, for then all of them fail.
   */
  private async readPlanned(
    { scene, nodes }: Reading,
    planned: readonly Planned[],
    isShared: boolean,
    parts: Map<string, Part>,
  ): Promise<unknown> {
    if (planned.length === 0) return null;
    const statements = planned.map(({ statement }) => statement);
    try {
      const rows = isShared ? await scene.ctx.read(statements) : await this.inOneRoundTrip(scene, statements);
      if (scene.isOutdated) return null;
      planned.forEach((root, i) => {
        parts.set(root.key, completed(root, rows[i] ?? [], nodes.get(root.key) ?? []));
      });
      return null;
    } catch (error) {
      for (const { key } of planned) parts.set(key, failed(error, nodes.get(key) ?? [], key));
      return error;
    }
  }

  /** Reads the statements, and with them whether the asker is who they were taken for. */
  private async inOneRoundTrip(scene: OperationScene, statements: readonly Statement[]): Promise<Row[]> {
    const { ctx, assumed, signal } = scene;
    const all = assumed ? [assumed.check, ...statements] : statements;
    const rows = await this.execution.reading.read(scopeOf(ctx.actor), all, signal);
    if (!assumed) return rows;
    scene.isOutdated = !(await assumed.confirm(rows[0]));
    return rows.slice(1);
  }

  /** Answers what is left by the resolvers, in the same transaction; when that has failed already, they fail with it. */
  private async resolve(
    { question, asked, nodes }: Reading,
    fallback: readonly Fallback[],
    failure: unknown,
    parts: Map<string, Part>,
  ): Promise<void> {
    if (failure !== null) {
      for (const { key } of fallback) parts.set(key, failed(failure, nodes.get(key) ?? [], key));
      return;
    }
    const { data, errors = [] } = await this.resolvers.answer({
      ...question,
      variables: asked.request.variables ?? {},
      context: asked.context as OperationContext,
      nodes: fallback.flatMap(({ key }) => nodes.get(key) ?? []),
    });
    for (const { key } of fallback) {
      const own = errors.filter((error) => error.path?.[0] === key);
      parts.set(key, { text: JSON.stringify(data?.[key] ?? null), errors: own });
    }
    const [stray] = errors.filter((error) => !fallback.some(({ key }) => key === error.path?.[0]));
    if (stray) throw stray;
  }
}

/** Why the variables do not fit, in the words and the number that graphql-js would use. */
function misfits(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): readonly GraphQLError[] {
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 50 }).errors ?? [];
}

function completed(root: Planned, row: readonly (string | null)[], nodes: readonly FieldNode[]): Part {
  try {
    const found = root.complete(row);
    return 'text' in found
      ? { text: found.text, errors: [] }
      : { text: JSON.stringify(found.value), errors: found.errors };
  } catch (error) {
    return failed(error, nodes, root.key);
  }
}

function failed(error: unknown, nodes: readonly FieldNode[], key: string): Part {
  const located = error instanceof GraphQLError && error.path ? error : locatedError(error, nodes, [key]);
  return { text: 'null', errors: [located] };
}

/** The root's own type name needs neither database nor resolver. */
function answersTypename({ key, field }: Fallback, parts: Map<string, Part>): boolean {
  const [type, name] = field.split('.');
  if (name !== '__typename') return false;
  parts.set(key, { text: JSON.stringify(type), errors: [] });
  return true;
}
