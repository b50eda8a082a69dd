import { Authorized, Extensions, Mutation, Query } from 'type-graphql';
import { type Reads, reads } from '../reading/index.js';
import type { Permission } from './permissions.js';

/** One operation of a resolver that is made for several kinds: what decorators would say, as a value. */
export interface OperationFacts {
  as: 'query' | 'mutation';
  name: string;
  permission: Permission;
  /** The GraphQL type that it answers. */
  type: () => object;
  isNullable?: boolean;
  /** A verb phrase with the Chinese term; the permission is added. */
  says: string;
  /** One decorator per parameter of `run`. */
  takes: readonly ParameterDecorator[];
  run(...values: never[]): Promise<unknown>;
  /** How a query is read, for the compiler. */
  reads?: Reads;
}

/** Adds an operation to a resolver class, as decorators on a method would. */
export function addOperation(resolver: new () => object, facts: OperationFacts): void {
  const { name, permission, run } = facts;
  const target = resolver.prototype as Record<string, unknown>;
  target[name] = run;
  const options = { nullable: facts.isNullable ?? false, description: `${facts.says} Needs ${permission}.` };
  const isQuery = facts.as === 'query';
  const decorate = isQuery ? Query(facts.type as never, options) : Mutation(facts.type as never, options);
  facts.takes.forEach((take, index) => {
    take(target, name, index);
  });
  const descriptor = Object.getOwnPropertyDescriptor(target, name) ?? {};
  (decorate as MethodDecorator)(target, name, descriptor);
  if (facts.reads) Extensions(reads(facts.reads))(target, name, descriptor);
  (Authorized(permission) as unknown as MethodDecorator)(target, name, descriptor);
}
