import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Role } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { Grant } from './grant.js';

/** A role to be given. */
@InputType({ description: 'A role to be given to a person at a station.' })
export class GrantCreateInput {
  @Field(() => ID, { description: 'Who gets it （任职人）.' })
  userId!: string;

  @Field(() => Role, { description: 'Which role （角色）.' })
  role!: Role;

  @Field(() => ID, { description: 'Where （任职单位）.' })
  stationId!: string;

  @Field(() => DateScalar, { description: 'First day （起始日）.' })
  validFrom!: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; left open when missing （终止日）.',
  })
  validTo?: Day | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 200 characters （事由）.' })
  reason?: string | null;
}

/** The end of a grant. */
@InputType({ description: 'The end of a grant.' })
export class GrantEndInput {
  @Field(() => DateScalar, { description: 'First day on which it no longer holds, today at the earliest （终止日）.' })
  on!: Day;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}

/** Why somebody may or may not do something. */
@ObjectType({ description: 'Why an account may or may not do something （权限说明）.' })
export class AccessExplanation {
  @Field(() => Boolean, { description: 'Whether it is allowed.' })
  isAllowed!: boolean;

  @Field(() => String, { description: 'The reason in words, in the language of the request.' })
  sentence!: string;

  @Field(() => Grant, { nullable: true, description: 'The grant that allows; null when refused.' })
  grant!: Grant | null;

  @Field(() => String, { nullable: true, description: 'Name of the rule that refuses; null when allowed.' })
  rule!: string | null;
}
