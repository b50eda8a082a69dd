import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, type ClassType, Ctx, Extensions, ID, Info, Int, Resolver } from 'type-graphql';
import { addOperation, askerOf, type Context } from '../access/index.js';
import { attempt, connectionType, PageArgs, payloadType } from '../kernel/index.js';
import { lists, readConnection, readOne, reads, recordOf, written } from '../reading/index.js';
import { ProgrammeAct } from './enums.js';
import { type KindFacts, permissionOf } from './kind.js';
import { kindList } from './list.js';
import {
  type KindFilter,
  kindOrder,
  type ProgrammeCreateInput,
  type ProgrammeOrder,
  type ProgrammeUpdateInput,
} from './programme.input.js';
import type { Programme } from './programme.js';
import { createProgramme, discardProgramme, updateProgramme } from './programme.service.js';
import { permissionFor } from './stateMachine.js';
import { actName, amendProgramme, takeStep } from './step.service.js';

/** Makes the queries and mutations of one kind: its list, its look-up, and one mutation for every act of the state machine. */
export function programmeResolver<T extends Programme>(facts: KindFacts<T>): new () => object {
  class KindResolver {}
  Resolver(() => facts.entity as ClassType<object>)(KindResolver);
  Object.defineProperty(KindResolver, 'name', { value: `${facts.entity.name}Resolver` });
  addList(KindResolver, facts);
  addLookUp(KindResolver, facts);
  addCreate(KindResolver, facts);
  addUpdate(KindResolver, facts);
  for (const act of stepActs) addStep(KindResolver, facts, act);
  addAmend(KindResolver, facts);
  addDiscard(KindResolver, facts);
  return KindResolver;
}

const { SUBMIT, APPROVE, RETURN, START, FINISH, ACCEPT, STOP } = ProgrammeAct;
const stepActs = [SUBMIT, APPROVE, RETURN, START, FINISH, ACCEPT, STOP] as const;

const stepSays: Readonly<Record<(typeof stepActs)[number], string>> = {
  SUBMIT: 'Submits a complete draft for approval （提交）.',
  APPROVE: 'Approves what was submitted, or the amendment that waits （批准）.',
  RETURN: 'Sends back what was submitted, or the amendment that waits, saying why （退回）.',
  START: 'Begins the work of an approved programme （启动）.',
  FINISH: 'Reports the work done （完成）.',
  ACCEPT: 'Accepts the finished work （验收）.',
  STOP: 'Stops an approved programme, saying why （终止）.',
};

const takesContext = Ctx() as ParameterDecorator;
const takesId = Arg('id', () => ID, { description: 'Its id.' }) as ParameterDecorator;
const takesVersion = Arg('version', () => Int, {
  description: 'The version that the asker has seen （版本）.',
}) as ParameterDecorator;

/** The payload of an act; a record that is gone once the act is done can only be shown by the resolvers. */
function payload<T extends Programme>(facts: KindFacts<T>, act: string, isGone = false): () => object {
  const type = payloadType(`${facts.entity.name}${act}`, facts.name, () => facts.entity as ClassType<object>);
  if (!isGone) Extensions(reads(written(() => facts.entity)))(type.prototype, facts.name);
  return () => type;
}

function addList<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  const typeName = facts.entity.name;
  const page = connectionType(typeName, () => facts.entity as unknown as ClassType<T>);
  const order = kindOrder(typeName);
  const list = kindList(facts);
  addOperation(resolver, {
    as: 'query',
    permission: permissionOf(facts, 'read'),
    name: `${facts.name}s`,
    type: () => page,
    says: `A list of ${facts.says.en}s （${facts.says.zh}清单）.`,
    takes: [
      takesContext,
      Args(() => PageArgs) as ParameterDecorator,
      Arg('where', () => facts.filter, {
        nullable: true,
        description: 'All conditions together.',
      }) as ParameterDecorator,
      Arg('orderBy', () => order, {
        nullable: true,
        description: 'Latest start first when left out.',
      }) as ParameterDecorator,
      Info() as ParameterDecorator,
    ],
    run: async (
      ctx: Context,
      args: PageArgs,
      where: KindFilter | null,
      orderBy: ProgrammeOrder | null,
      info: GraphQLResolveInfo,
    ) => readConnection(await ctx.em(), list, askerOf(ctx), { page: args, where, orderBy }, info),
    reads: lists(list),
  });
}

function addLookUp<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  const list = kindList(facts);
  addOperation(resolver, {
    as: 'query',
    permission: permissionOf(facts, 'read'),
    name: facts.name,
    type: () => facts.entity,
    isNullable: true,
    says: `One ${facts.says.en}, null when there is none within reach （${facts.says.zh}）.`,
    takes: [takesContext, takesId, Info() as ParameterDecorator],
    run: async (ctx: Context, id: string, info: GraphQLResolveInfo) =>
      readOne(await ctx.em(), list, askerOf(ctx), id, info),
    reads: recordOf(list),
  });
}

function addCreate<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  addOperation(resolver, {
    as: 'mutation',
    name: `${facts.name}Create`,
    permission: permissionOf(facts, 'edit'),
    type: payload(facts, 'Create'),
    says: `Begins a draft of a ${facts.says.en} （新建${facts.says.zh}）.`,
    takes: [
      takesContext,
      Arg('input', () => facts.createInput, { description: 'Its station and content.' }) as ParameterDecorator,
      Arg('idempotencyKey', () => String, {
        nullable: true,
        description: 'The same key with the same input answers the first record, at most 100 characters （幂等键）.',
      }) as ParameterDecorator,
    ],
    run: (ctx: Context, input: ProgrammeCreateInput, key: string | null) =>
      attempt(ctx, facts.name, () => createProgramme(ctx, facts, input, key)),
  });
}

function addUpdate<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  addOperation(resolver, {
    as: 'mutation',
    name: `${facts.name}Update`,
    permission: permissionOf(facts, 'edit'),
    type: payload(facts, 'Update'),
    says: `Changes a draft or a returned ${facts.says.en} （修改${facts.says.zh}）.`,
    takes: [
      takesContext,
      takesId,
      takesVersion,
      Arg('input', () => facts.updateInput, { description: 'What changes.' }) as ParameterDecorator,
    ],
    run: (ctx: Context, id: string, version: number, input: ProgrammeUpdateInput) =>
      attempt(ctx, facts.name, () => updateProgramme(ctx, facts, { id, version, input })),
  });
}

function addStep<T extends Programme>(
  resolver: new () => object,
  facts: KindFacts<T>,
  act: (typeof stepActs)[number],
): void {
  const name = actName(act);
  addOperation(resolver, {
    as: 'mutation',
    name: `${facts.name}${name}`,
    permission: permissionOf(facts, permissionFor(act)),
    type: payload(facts, name),
    says: stepSays[act],
    takes: [
      takesContext,
      takesId,
      takesVersion,
      Arg('comment', () => String, {
        nullable: true,
        description: 'What is said with it, at most 500 characters （意见）.',
      }) as ParameterDecorator,
    ],
    run: (ctx: Context, id: string, version: number, comment: string | null) =>
      attempt(ctx, facts.name, () => takeStep(ctx, facts, { act, id, version, comment })),
  });
}

function addAmend<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  addOperation(resolver, {
    as: 'mutation',
    name: `${facts.name}Amend`,
    permission: permissionOf(facts, 'edit'),
    type: payload(facts, 'Amend'),
    says: 'Asks to change what was approved, which stays in force until the amendment is approved （变更）.',
    takes: [
      takesContext,
      takesId,
      takesVersion,
      Arg('input', () => facts.updateInput, { description: 'What would change.' }) as ParameterDecorator,
      Arg('reason', () => String, { description: 'Why, at most 500 characters （事由）.' }) as ParameterDecorator,
    ],
    run: (ctx: Context, id: string, version: number, input: ProgrammeUpdateInput, reason: string) =>
      attempt(ctx, facts.name, () => amendProgramme(ctx, facts, { id, version, input, reason })),
  });
}

function addDiscard<T extends Programme>(resolver: new () => object, facts: KindFacts<T>): void {
  addOperation(resolver, {
    as: 'mutation',
    name: `${facts.name}Discard`,
    permission: permissionOf(facts, 'edit'),
    type: payload(facts, 'Discard', true),
    says: 'Throws a draft away; the answer shows it for the last time （删除草稿）.',
    takes: [takesContext, takesId, takesVersion],
    run: (ctx: Context, id: string, version: number) =>
      attempt(ctx, facts.name, () => discardProgramme(ctx, facts, { id, version })),
  });
}
