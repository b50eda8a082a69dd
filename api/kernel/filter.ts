import { type ClassType, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from './scalars.js';

/** One of several ids. */
@InputType({ description: 'Matches any of the ids given.' })
export class IdFilter {
  @Field(() => [ID], { nullable: true, description: 'At most 100 ids.' })
  in?: string[] | null;
}

/** A text by value or by its beginning; both use an index under row security, which a free search would not. */
@InputType({ description: 'Matches a text by value or by its beginning.' })
export class TextFilter {
  @Field(() => [String], { nullable: true, description: 'Any of these values, at most 100.' })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Texts that begin so.' })
  startsWith?: string | null;
}

/** Days from and to, both included. */
@InputType({ description: 'Days from and to, both included; either may be left open.' })
export class DayFilter {
  @Field(() => DateScalar, { nullable: true, description: 'First day, written `2020-03-23`.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, written `2020-03-23`.' })
  to?: string | null;
}

/** A whole period. */
@InputType({ description: 'A period of days （期间）, both included; a programme is in a period when they overlap.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day, not before the first.' })
  to!: string;
}

/** Any of several values of an enum. */
export interface EnumFilter<E> {
  in?: E[] | null;
}

/** Makes `XFilter { in: [X!] }` for an enum; `says` is what the values are called. */
export function enumFilter<E extends string>(name: string, type: object, says: string): ClassType<EnumFilter<E>> {
  class Filter {
    in?: E[] | null;
  }
  Field(() => [type], { nullable: true, description: 'Any of these.' })(Filter.prototype, 'in');
  InputType(`${name}Filter`, { description: `Matches any of several ${says}.` })(Filter);
  Object.defineProperty(Filter, 'name', { value: `${name}Filter` });
  return Filter;
}
