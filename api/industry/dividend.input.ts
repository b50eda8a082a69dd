import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  DateScalar,
  type Day,
  DecimalScalar,
  type EnumFilter,
  enumFilter,
  IdFilter,
  MoneyScalar,
  orderType,
} from '../kernel/index.js';
import { DividendRule, DividendSplit, DividendState, DividendUnit } from './dividendPlan.js';

/** The weight of one household. */
@InputType({ description: 'The weight of one household （份额）.' })
export class DividendWeightInput {
  @Field(() => String, { description: 'Number of the household （户编号）.' })
  householdCode!: string;

  @Field(() => DecimalScalar, { description: 'Its weight, more than nothing （份额）.' })
  weight!: string;
}

/** A new dividend: what there is to share out, or what each is expected to get; and who takes part. */
@InputType({ description: 'A new dividend; either a total or an amount per share is given （新建分红方案）.' })
export class DividendPlanCreateInput {
  @Field(() => ID, { description: 'The programme whose dividend it is （产业项目）.' })
  programmeId!: string;

  @Field(() => String, { description: 'Title, at most 100 characters （名称）.' })
  title!: string;

  @Field(() => Int, { description: 'The year for which it is; one dividend for a programme and year （年度）.' })
  year!: number;

  @Field(() => MoneyScalar, { nullable: true, description: 'The total, in yuan （分红总额）.' })
  total?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'What each share is expected to be, in yuan （预计人均）.' })
  perHead?: number | null;

  @Field(() => ID, { description: 'Everybody who takes part lived at this station or below it （受益地域）.' })
  withinId!: string;

  @Field(() => DividendRule, { description: 'Who takes part （受益范围）.' })
  rule!: DividendRule;

  @Field(() => DividendUnit, { description: 'To whom a share goes （分配单位）.' })
  unit!: DividendUnit;

  @Field(() => DividendSplit, { description: 'How the shares are cut; weights go with households （分配方式）.' })
  split!: DividendSplit;

  @Field(() => [DividendWeightInput], {
    nullable: true,
    description: 'The weight of every household that takes part （份额）.',
  })
  weights?: DividendWeightInput[] | null;

  @Field(() => DateScalar, {
    description:
      'The day as of which beneficiaries are taken, not later than `dueOn` and not later than today （名单基准日）.',
  })
  snapshotOn!: Day;

  @Field(() => DateScalar, { description: 'The day on which the dividend hangs （分红基准日）.' })
  dueOn!: Day;
}

/** What a dividend would be, before anything is written. */
@ObjectType({ description: 'What a dividend would be; nothing is written （分红测算）.' })
export class DividendPreview {
  @Field(() => Int, { description: 'How many shares （份数）.' })
  shareCount!: number;

  @Field(() => Int, { description: 'How many households they are of （户数）.' })
  householdCount!: number;

  @Field(() => MoneyScalar, { description: 'All shares together, in yuan （合计）.' })
  total!: number;

  @Field(() => MoneyScalar, { description: 'The smallest share （最低）.' })
  least!: number;

  @Field(() => MoneyScalar, { description: 'The largest share （最高）.' })
  most!: number;

  @Field(() => Int, { description: 'How many shares have one fen more, out of the remainder （多一分的份数）.' })
  extraShares!: number;

  @Field(() => String, { description: 'Who gets the remainder, in the language of the request （余数规则）.' })
  remainderRule!: string;

  @Field(() => Boolean, { description: 'Whether the amounts are only expected （预计数）.' })
  isEstimate!: boolean;
}

const StateFilter = enumFilter<DividendState>('DividendState', DividendState, 'states （分红状态）');

/** Which dividends. */
@InputType({ description: 'Which dividends; all conditions together.' })
export class DividendPlanFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Dividends of these programmes （产业项目）.' })
  programme?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => StateFilter, { nullable: true, description: 'By state （状态）.' })
  state?: EnumFilter<DividendState> | null;
}

export const DividendPlanOrder = orderType('DividendPlan', {
  YEAR: 'The year for which it is （年度）.',
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** Which shares. */
@InputType({ description: 'Which shares; all conditions together.' })
export class DividendShareFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;
}

export const DividendShareOrder = orderType('DividendShare', { NO: 'Place in the list （序号）.' });
