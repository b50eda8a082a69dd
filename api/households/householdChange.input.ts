import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../kernel/index.js';
import { MemberInput } from './membership.input.js';

/** What a household is corrected in. */
@InputType({ description: 'What is corrected of a household; what is left out stays （修改户信息）.' })
export class HouseholdUpdateInput {
  @Field(() => String, {
    nullable: true,
    description: 'Its number, at most 20 letters, digits and hyphens （户编号）.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it lives, at most 100 characters; null when it is not known （住址）.',
  })
  address?: string | null;
}

/** A household moves to another station. */
@InputType({ description: 'A household moves to another station （整户迁移）.' })
export class HouseholdMoveInput {
  @Field(() => ID, { description: 'Where it goes （迁入村居）.' })
  stationId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day there; today when left out （迁移日期）.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it lives there, at most 100 characters （住址）.' })
  address?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}

/** Some members found another household. */
@InputType({ description: 'Some members found a household of their own at the same station （分户）.' })
export class HouseholdSplitInput {
  @Field(() => [MemberInput], {
    description: 'Who goes, and what they are to the new head, who is one of them （分出成员）.',
  })
  members!: MemberInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Number of the new household; the next free one when left out （户编号）.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it lives, at most 100 characters （住址）.' })
  address?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out （分户日期）.' })
  from?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}

/** A household is taken in by another. */
@InputType({ description: 'A household is taken in by another and struck off （合户）.' })
export class HouseholdMergeInput {
  @Field(() => ID, { description: 'The household that takes it in （并入户）.' })
  intoId!: string;

  @Field(() => [MemberInput], {
    description: 'What its members are to the head there; whoever is left out counts as other （成员关系）.',
  })
  relations!: MemberInput[];

  @Field(() => DateScalar, { nullable: true, description: 'From which day; today when left out （合户日期）.' })
  from?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters （事由）.' })
  reason!: string;
}
