import type { EntityClass } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, type ClassType, Ctx, Extensions, Info, Resolver } from 'type-graphql';
import { attempt, connectionType, PageArgs, payloadType } from '../kernel/index.js';
import { type List, lists, readConnection, readOne, reads, recordOf, written } from '../reading/index.js';
import { type GivenTo, type TakenBy, takesId } from './arguments.js';
import { askerOf } from './asker.js';
import type { Context } from './context.js';
import {
  addField,
  type ChildrenFacts,
  childrenField,
  type FieldFacts,
  type PageFacts,
  pageField,
  type ReferenceFacts,
  referenceField,
  takesWhere,
} from './fields.js';
import { addOperation } from './operation.js';
import type { Permission } from './permissions.js';

/** What is said of a list: the list itself, the GraphQL types of its filter and order, and a noun phrase with the Chinese term. */
export interface ListFacts<T extends { id: string }> {
  // biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own
  list: List<T, any>;
  filter: ClassType<object>;
  order: ClassType<object>;
  permission: Permission;
  says: string;
}

/** One mutation that answers a record: `householdCreate(input, idempotencyKey)`. */
export interface ActFacts<A extends TakenBy, R extends object> {
  name: string;
  permission: Permission;
  /** A verb phrase with the Chinese term; the permission is added. */
  says: string;
  takes: A;
  /** Field of the payload and type of the record, where it is not the resolver's own. */
  answers?: { field: string; type: ClassType<R> };
  /** What is answered cannot be read by its id: it is gone, or no record. */
  isUnread?: boolean;
  run(ctx: Context, given: GivenTo<A>): Promise<R>;
}

const takesContext = Ctx() as ParameterDecorator;
const takesInfo = Info() as ParameterDecorator;

/**
 * The resolver of one kind of record, told operation by operation and field by field, so that a room says what is its own and
 * nothing that every room would say again. What it declares is what decorators on methods would.
 */
export class RecordResolver<T extends { id: string }> {
  readonly resolver: new () => object;

  /** `name` is the record's noun in GraphQL, such as `household`; its list is `households` unless told otherwise. */
  constructor(
    private readonly type: EntityClass<T> & ClassType<T>,
    private readonly name: string,
    private readonly plural = `${name}s`,
  ) {
    class OfRecord {}
    Resolver(() => type as ClassType<object>)(OfRecord);
    Object.defineProperty(OfRecord, 'name', { value: `${type.name}Resolver` });
    this.resolver = OfRecord;
  }

  /** The root list. */
  list({ list, filter, order, permission, says }: ListFacts<T>): this {
    const connection = connectionType(this.type.name, () => this.type);
    addOperation(this.resolver, {
      as: 'query',
      permission,
      name: this.plural,
      type: () => connection,
      says,
      takes: [takesContext, Args(() => PageArgs) as ParameterDecorator, ...takesWhere(filter, order), takesInfo],
      run: async (
        ctx: Context,
        page: PageArgs,
        where: object | null,
        orderBy: object | null,
        info: GraphQLResolveInfo,
      ) => readConnection(await ctx.em(), list, askerOf(ctx), { page, where, orderBy }, info),
      reads: lists(list),
    });
    return this;
  }

  /** The look-up of one by id, null where the list would not show it. */
  lookUp({ list, permission, says }: Pick<ListFacts<T>, 'list' | 'permission' | 'says'>): this {
    addOperation(this.resolver, {
      as: 'query',
      permission,
      name: this.name,
      type: () => this.type,
      isNullable: true,
      says,
      takes: [takesContext, takesId.declare('id'), takesInfo],
      run: async (ctx: Context, id: string, info: GraphQLResolveInfo) =>
        readOne(await ctx.em(), list, askerOf(ctx), id, info),
      reads: recordOf(list),
    });
    return this;
  }

  /** One mutation; what the asker did wrong is answered in `errors`, and then nothing of it is kept. */
  act<A extends TakenBy, R extends object = T>(facts: ActFacts<A, R>): this {
    const { field, type } = facts.answers ?? { field: this.name, type: this.type as unknown as ClassType<R> };
    const payload = payloadType(`${facts.name.charAt(0).toUpperCase()}${facts.name.slice(1)}`, field, () => type);
    if (!facts.isUnread) Extensions(reads(written(() => type as never)))(payload.prototype, field);
    const names = Object.keys(facts.takes);
    addOperation(this.resolver, {
      as: 'mutation',
      name: facts.name,
      permission: facts.permission,
      type: () => payload,
      says: facts.says,
      takes: [takesContext, ...names.map((name) => (facts.takes[name] as TakenBy[string]).declare(name))],
      run: (ctx: Context, ...values: unknown[]) => {
        const given = Object.fromEntries(names.map((name, i) => [name, values[i]])) as GivenTo<A>;
        return attempt(ctx, field, () => facts.run(ctx, given));
      },
    });
    return this;
  }

  /** A field that says itself how it is read and resolved. */
  field(name: string, facts: FieldFacts<T>): this {
    addField(this.resolver, name, facts);
    return this;
  }

  /** The record at the other end of a relation, null where the asker may not see it. */
  reference<C extends { id: string }>(name: string, facts: ReferenceFacts<T, C>): this {
    return this.field(name, referenceField(this.type.name, name, facts));
  }

  /** A short list of records that name this one, whole and in order. */
  children<C extends { id: string }>(name: string, facts: ChildrenFacts<C>): this {
    return this.field(name, childrenField(this.type.name, name, facts));
  }

  /** A page of a list of records that name this one. */
  page<C extends { id: string }>(name: string, facts: PageFacts<C>): this {
    return this.field(name, pageField(this.type.name, name, facts));
  }
}
