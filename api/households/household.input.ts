import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, type EnumFilter, enumFilter, IdFilter, orderType, TextFilter } from '../kernel/index.js';
import { BeneficiaryStatus } from './householdStatus.js';

const StatusFilter = enumFilter<BeneficiaryStatus>('BeneficiaryStatus', BeneficiaryStatus, 'statuses （户类别）');

/** Which households. */
@InputType({ description: 'Which households; all conditions together.' })
export class HouseholdFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By number （户编号）.' })
  code?: TextFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Households of these very stations （所在村居）.' })
  station?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the name of the head, its pinyin or its initials begin, at most 50 characters （搜索户主）.',
  })
  search?: string | null;

  @Field(() => StatusFilter, { nullable: true, description: 'Households that have one of these today （户类别）.' })
  status?: EnumFilter<BeneficiaryStatus> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those struck off; households on the register when left out （已注销）.',
  })
  isClosed?: boolean | null;
}

export const HouseholdOrder = orderType('Household', {
  NAME: 'Name of the head, by pinyin （户主）.',
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** A new household. */
@InputType({ description: 'A new household; its members are entered one by one （新户）.' })
export class HouseholdCreateInput {
  @Field(() => ID, { description: 'Where it stands （所在村居）.' })
  stationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its number, at most 20 letters, digits and hyphens; the next free one of the station when left out （户编号）.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it lives, at most 100 characters （住址）.' })
  address?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when it stands there; today when left out （起始日期）.',
  })
  from?: string | null;
}
