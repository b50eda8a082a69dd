import { ArgsType, type ClassType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { badInput } from './errors.js';

/** Which end of an order comes first. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which end of the order comes first （排序方向）.',
  valuesConfig: {
    ASC: { description: 'Smallest or earliest first （升序）.' },
    DESC: { description: 'Largest or latest first （降序）.' },
  },
});

/** Where a page lies in its list. */
@ObjectType({ description: 'Where this page lies in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are some before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row, to be given as `after`; null on an empty page.',
  })
  endCursor!: string | null;
}

/** The arguments of every connection: `after` for partners, a bounded `offset` for the console's numbered pages. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many rows, 0 to 100.' })
  first!: number | null;

  @Field(() => String, { nullable: true, description: 'Rows after this cursor of the same list and order.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows to pass over, at most 10,000; not together with `after`.' })
  offset?: number | null;
}

/** A page as resolvers answer it; `totalCount` is a getter where counting costs a statement, so that only a query that asks for it pays. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  readonly totalCount: number | Promise<number>;
}

/** The page asked for, within its bounds, or a refusal that names the argument. */
export function pageOf(args: PageArgs, most = 100): { first: number; offset: number; after: string | null } {
  const first = args.first ?? 25;
  if (first < 0 || first > most)
    throw badInput({ zh: `first 须在 0 到 ${most} 之间。`, en: `\`first\` must be between 0 and ${most}.` }, ['first']);
  const offset = args.offset ?? 0;
  if (offset < 0 || offset > 10_000)
    throw badInput({ zh: 'offset 须在 0 到 10000 之间。', en: '`offset` must be between 0 and 10,000.' }, ['offset']);
  if (args.after && offset > 0)
    throw badInput({ zh: 'after 与 offset 不能同时使用。', en: 'Use `after` or `offset`, not both.' }, ['offset']);
  return { first, offset, after: args.after ?? null };
}

/** Opaque cursor over the values a list is ordered by, tied to the list's name. */
export function encodeCursor(list: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
}

/** The values of a cursor, or a refusal when it belongs to another list or was made up. */
export function decodeCursor(list: string, cursor: string, width: number): unknown[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isPlain = values.every((v) => v === null || ['string', 'number', 'boolean'].includes(typeof v));
    if (name === list && values.length === width && isPlain) return values;
  } catch {
    // falls through to the refusal
  }
  throw badInput({ zh: 'after 不是这个列表给出的游标。', en: '`after` is not a cursor of this list and order.' }, [
    'after',
  ]);
}

const connections = new Map<string, ClassType<Connection<object>>>();

/** `XConnection { edges nodes pageInfo totalCount }` of a type: made when first asked for, and the same one for every list of it. */
export function connectionType<T extends object>(
  name: string,
  type: () => ClassType<T> | AbstractType<T>,
): ClassType<Connection<T>> {
  const made = connections.get(name) ?? makeConnection(name, type);
  connections.set(name, made as ClassType<Connection<object>>);
  return made as ClassType<Connection<T>>;
}

function makeConnection<T extends object>(
  name: string,
  type: () => ClassType<T> | AbstractType<T>,
): ClassType<Connection<T>> {
  class Edge {}
  Field(() => String, { description: 'Opaque place in the list, to be given as `after`.' })(Edge.prototype, 'cursor');
  Field(() => type(), { description: 'The record.' })(Edge.prototype, 'node');
  ObjectType(`${name}Edge`, { description: `One row of a list of ${name}, with its cursor.` })(Edge);
  class Page {}
  Field(() => [Edge], { description: 'Rows with their cursors.' })(Page.prototype, 'edges');
  Field(() => [type()], { description: 'Rows without cursors.' })(Page.prototype, 'nodes');
  Field(() => PageInfo, { description: 'Where this page lies.' })(Page.prototype, 'pageInfo');
  // With a descriptor the field counts as a method, and so is called when it is one.
  Field(() => Int, { description: 'How many rows match in all; counted only when asked for.' })(
    Page.prototype,
    'totalCount',
    { value: null },
  );
  ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })(Page);
  return Page as unknown as ClassType<Connection<T>>;
}

type AbstractType<T> = (abstract new (...args: never[]) => T) & { prototype: T };
