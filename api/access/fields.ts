import type { EntityClass } from '@mikro-orm/core';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, type ClassType, Ctx, Extensions, FieldResolver, Info, Root } from 'type-graphql';
import { connectionType, PageArgs } from '../kernel/index.js';
import {
  all,
  heldAt,
  type List,
  many,
  page,
  type Reads,
  readConnection,
  reads,
  reference,
  sql,
  together,
  type Wall,
} from '../reading/index.js';
import type { TakenBy } from './arguments.js';
import { askerOf } from './asker.js';
import { actorOf, type Context } from './context.js';
import type { Permission } from './permissions.js';

/** A field that is no column: its type, how a plan reads it, and how a resolver answers it for one record. */
export interface FieldFacts<T> {
  /** The GraphQL type, a list in brackets. */
  type: () => unknown;
  says: string;
  isNullable?: boolean;
  /** A field permission: without it the field is null, with an error at its path. */
  permission?: Permission;
  reads?: Reads;
  takes?: TakenBy;
  /** Decorators of further parameters, whose values come after those of `takes`. */
  also?: readonly ParameterDecorator[];
  resolve(row: T, ctx: Context, ...values: never[]): unknown;
}

type Entity<C extends object> = EntityClass<C> & ClassType<C>;

/** A relation to one record. */
export interface ReferenceFacts<T, C extends object> {
  type: () => Entity<C>;
  says: string;
  /** The permission to see it, where the record stands at a station that the asker's rights must reach. */
  permission?: Permission;
  /** What lets it be seen, where that is not the permission at its own station. */
  wall?: Wall;
  /** The property that holds the relation, where it is called otherwise than the field. */
  property?: keyof T & string;
}

/** Records that name this one. */
export interface ChildrenFacts<C extends object> {
  type: () => Entity<C>;
  says: string;
  /** The property of the child that names this record. */
  by: keyof C & string;
  order: readonly (readonly [keyof C & string, 'asc' | 'desc'])[];
  permission?: Permission;
  /** What lets a record be seen, where that is not the permission at its own station. */
  wall?: Wall;
}

/** A page of records that name this one. */
export interface PageFacts<C extends { id: string }> {
  // biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own
  list: List<C, any>;
  filter: ClassType<object>;
  order: ClassType<object>;
  permission: Permission;
  says: string;
  by: keyof C & string;
}

/** Adds a field to a resolver class, as decorators on a method would. */
export function addField<T>(resolver: new () => object, name: string, facts: FieldFacts<T>): void {
  const target = resolver.prototype as Record<string, unknown>;
  target[name] = (row: T, ctx: Context, ...values: unknown[]) => facts.resolve(row, ctx, ...(values as never[]));
  const descriptor = Object.getOwnPropertyDescriptor(target, name) ?? {};
  (Root() as ParameterDecorator)(target, name, 0);
  (Ctx() as ParameterDecorator)(target, name, 1);
  const taken = Object.entries(facts.takes ?? {}).map(([argument, one]) => one.declare(argument));
  [...taken, ...(facts.also ?? [])].forEach((take, index) => {
    take(target, name, index + 2);
  });
  const says = facts.permission ? `${facts.says} Needs ${facts.permission}.` : facts.says;
  const options = { nullable: facts.isNullable ?? false, description: says };
  (FieldResolver(facts.type as never, options) as MethodDecorator)(target, name, descriptor);
  if (facts.reads) Extensions(reads(facts.reads))(target, name, descriptor);
  if (facts.permission) (Authorized(facts.permission) as unknown as MethodDecorator)(target, name, descriptor);
}

/** The arguments `where` and `orderBy` of a list. */
export function takesWhere(filter: ClassType<object>, order: ClassType<object>): ParameterDecorator[] {
  return [
    Arg('where', () => filter, { nullable: true, description: 'All conditions together.' }) as ParameterDecorator,
    Arg('orderBy', () => order, {
      nullable: true,
      description: 'The usual order of the list when left out.',
    }) as ParameterDecorator,
  ];
}

/** A relation to one record, looked up for all rows of a list together. */
export function referenceField<T, C extends { id: string }>(
  owner: string,
  name: string,
  {
    type,
    says,
    permission,
    wall = permission ? heldAt(permission) : undefined,
    property = name as keyof T & string,
  }: ReferenceFacts<T, C>,
): FieldFacts<T> {
  return {
    type,
    says,
    isNullable: true,
    ...(permission && { permission }),
    reads: reference(
      () => type() as never,
      property,
      (to) => wall?.sql(to) ?? null,
    ),
    resolve: async (row, ctx) => {
      const id = (row[property] as { id?: string } | null)?.id;
      if (!id) return null;
      const load = async (ids: string[]) => {
        const found = await recordsOf(ctx, type(), [{ id: { $in: ids } }, await wall?.query(askerOf(ctx))]);
        return new Map(found.map((record) => [record.id, record]));
      };
      return (await together(ctx, `${owner}.${name}`, id, load)) ?? null;
    },
  };
}

/** Records that name this one, gathered for all rows of a list together. */
export function childrenField<T extends { id: string }, C extends { id: string }>(
  owner: string,
  name: string,
  { type, says, by, order, permission, wall = permission ? heldAt(permission) : undefined }: ChildrenFacts<C>,
): FieldFacts<T> {
  return {
    type: () => [type()],
    says,
    ...(permission && { permission }),
    reads: many(
      () => type() as never,
      (to, row) => all([sql`${to.column(by)} = ${row.column('id')}`, wall?.sql(to) ?? null]),
      order,
    ),
    resolve: async (row, ctx) => {
      const load = async (ids: string[]) => {
        const ofThese = { [by]: { tenantId: actorOf(ctx).tenantId, id: { $in: ids } } };
        const found = await recordsOf(ctx, type(), [ofThese, await wall?.query(askerOf(ctx))], order);
        return Map.groupBy(found, (record) => (record[by] as { id: string }).id);
      };
      return (await together(ctx, `${owner}.${name}`, row.id, load)) ?? [];
    },
  };
}

/** A page of a list of records that name this one; its cursors are its own. */
export function pageField<T extends { id: string }, C extends { id: string }>(
  owner: string,
  name: string,
  { list, filter, order, permission, says, by }: PageFacts<C>,
): FieldFacts<T> {
  const ofThis = { ...list, name: `${owner}.${name}` };
  const nodeType = list.entity() as unknown as ClassType<C>;
  const connection = connectionType(nodeType.name, () => nodeType);
  return {
    type: () => connection,
    says,
    isNullable: true,
    permission,
    reads: page(ofThis, (to, row) => sql`${to.column(by)} = ${row.column('id')}`),
    also: [Args(() => PageArgs) as ParameterDecorator, ...takesWhere(filter, order), Info() as ParameterDecorator],
    resolve: async (
      row: T,
      ctx: Context,
      asked: PageArgs,
      where: object | null,
      orderBy: object | null,
      info: GraphQLResolveInfo,
    ) => {
      const also = [{ [by]: { tenantId: actorOf(ctx).tenantId, id: row.id } }];
      return readConnection(
        await ctx.em(),
        ofThis as List<C>,
        askerOf(ctx),
        { page: asked, where, orderBy, also },
        info,
      );
    },
  };
}

/** Records of the asker's county that meet conditions; row security holds besides. */
async function recordsOf<C extends { id: string }>(
  ctx: Context,
  type: Entity<C>,
  conditions: readonly (object | null | undefined)[],
  order: readonly (readonly [string, 'asc' | 'desc'])[] = [],
): Promise<C[]> {
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId }, ...conditions.filter((one) => one)] };
  const orderBy = order.map(([property, direction]) => ({ [property]: direction }));
  return (await ctx.em()).find(type, where as never, { orderBy } as never) as Promise<C[]>;
}
