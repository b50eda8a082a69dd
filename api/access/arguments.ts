import { Arg, type ClassType, ID, Int } from 'type-graphql';

/** An argument of an operation, as a value: how it is declared, and the type it gives. */
export interface Taken<T> {
  declare(name: string): ParameterDecorator;
  /** For the compiler alone. */
  readonly gives?: T;
}

/** The arguments of an operation by name. */
export type TakenBy = Readonly<Record<string, Taken<unknown>>>;

/** What an operation is given: the values of its arguments by name. */
export type GivenTo<A extends TakenBy> = { [K in keyof A]: A[K] extends Taken<infer T> ? T : never };

/** An argument of any GraphQL type. */
export function takes<T>(type: () => unknown, says: string, { isNullable = false } = {}): Taken<T> {
  const options = { description: says, ...(isNullable && { nullable: true }) };
  return { declare: (name) => Arg(name, type as never, options) as ParameterDecorator };
}

/** The input object of an operation. */
export function takesInput<T extends object>(type: ClassType<T>, says = 'What is entered.'): Taken<T> {
  return takes<T>(() => type, says);
}

export const takesId = takes<string>(() => ID, 'Its id.');
export const takesVersion = takes<number>(() => Int, 'The version that the asker has seen （版本）.');
export const takesReason = takes<string>(() => String, 'Why, at most 500 characters （事由）.');
export const takesKey = takes<string | null | undefined>(
  () => String,
  'The same key with the same input answers the first record, at most 100 characters （幂等键）.',
  { isNullable: true },
);
