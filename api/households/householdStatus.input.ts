import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../kernel/index.js';
import { BeneficiaryStatus } from './householdStatus.js';

/** A status for a household. */
@InputType({ description: 'A status that a household is given （认定户类别）.' })
export class HouseholdStatusGiveInput {
  @Field(() => ID, { description: 'The household （户）.' })
  householdId!: string;

  @Field(() => BeneficiaryStatus, { description: 'Which status （户类别）.' })
  status!: BeneficiaryStatus;

  @Field(() => DateScalar, { description: 'First day on which it holds （起始日期）.' })
  from!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds, where it is over already （终止日期）.',
  })
  to?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 200 characters （事由）.' })
  reason?: string | null;
}
