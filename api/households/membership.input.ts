import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../kernel/index.js';
import { Relation } from './membership.js';

/** What a person is to the head of a household. */
@InputType({ description: 'What a person is to the head （成员关系）.' })
export class MemberInput {
  @Field(() => ID, { description: 'The person （人员）.' })
  personId!: string;

  @Field(() => Relation, { description: 'What the person is to the head （与户主关系）.' })
  relation!: Relation;
}

/** A person joins a household. */
@InputType({
  description: 'A person joins a household, leaving the one to which they belong, if any （成员迁入）.',
})
export class MembershipMoveInput {
  @Field(() => ID, { description: 'Who joins （人员）.' })
  personId!: string;

  @Field(() => ID, { description: 'The household that the person joins （迁入户）.' })
  householdId!: string;

  @Field(() => Relation, { description: 'What the person is to its head （与户主关系）.' })
  relation!: Relation;

  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out （加入日期）.' })
  from?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}

/** Something dated ends. */
@InputType({ description: 'Something of the register ends （终止）.' })
export class SpanEndInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; today when left out （终止日期）.',
  })
  on?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}

/** Another member becomes the head. */
@InputType({ description: 'Another member becomes the head （变更户主）.' })
export class HouseholdHeadChangeInput {
  @Field(() => ID, { description: 'The member who becomes the head （新户主）.' })
  personId!: string;

  @Field(() => [MemberInput], {
    description: 'What the others are to the new head; whoever is left out stays what they were （其他成员关系）.',
  })
  relations!: MemberInput[];

  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out （变更日期）.' })
  from?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}
