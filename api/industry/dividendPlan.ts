import { ArrayType, BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { IndustryProgramme } from './industryProgramme.js';

/** Where a dividend stands. */
export enum DividendState {
  ESTIMATED = 'ESTIMATED',
  DECLARED = 'DECLARED',
  PUBLISHED = 'PUBLISHED',
  PAID = 'PAID',
  RECONCILED = 'RECONCILED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(DividendState, {
  name: 'DividendState',
  description: 'Where a dividend stands （分红状态）.',
  valuesConfig: {
    ESTIMATED: { description: 'Expected; nothing is promised （预计）.' },
    DECLARED: { description: 'The amount is settled （已确定）.' },
    PUBLISHED: { description: 'Published, and waiting for review and payment （已公示）.' },
    PAID: { description: 'Every share is paid （已发放）.' },
    RECONCILED: { description: 'What was paid agrees to the fen; the end （已核对）.' },
    CANCELLED: { description: 'Cancelled before anything was paid; the end （已取消）.' },
  },
});

/** To whom a share goes. */
export enum DividendUnit {
  PERSON = 'PERSON',
  HOUSEHOLD = 'HOUSEHOLD',
}

registerEnumType(DividendUnit, {
  name: 'DividendUnit',
  description: 'To whom a share goes （分配单位）.',
  valuesConfig: {
    PERSON: { description: 'To each person （按人）.' },
    HOUSEHOLD: { description: 'To each household （按户）.' },
  },
});

/** How the shares are cut. */
export enum DividendSplit {
  EQUAL = 'EQUAL',
  WEIGHTED = 'WEIGHTED',
}

registerEnumType(DividendSplit, {
  name: 'DividendSplit',
  description: 'How the shares are cut （分配方式）.',
  valuesConfig: {
    EQUAL: { description: 'All alike （平均分配）.' },
    WEIGHTED: { description: 'By a weight of each household, such as its stake （按份额分配）.' },
  },
});

/** Who takes part, by what a household was on the day of the snapshot. */
export enum DividendRule {
  REGISTERED_NOT_EXITED = 'REGISTERED_NOT_EXITED',
  REGISTERED = 'REGISTERED',
  MONITORED = 'MONITORED',
  EVERY_HOUSEHOLD = 'EVERY_HOUSEHOLD',
}

registerEnumType(DividendRule, {
  name: 'DividendRule',
  description: 'Who takes part, by the status of the household on the day of the snapshot （受益范围）.',
  valuesConfig: {
    REGISTERED_NOT_EXITED: { description: 'Registered and not yet out of poverty （建档立卡未脱贫户）.' },
    REGISTERED: { description: 'Registered, also those out of poverty （建档立卡户，含已脱贫）.' },
    MONITORED: { description: 'Monitored in any of the three ways （监测对象）.' },
    EVERY_HOUSEHOLD: { description: 'Every household of the place （全体农户）.' },
  },
});

/**
 * A dividend of an industry programme: its beneficiaries as they were on one day, a share for each, and the days on which it went on.
 * The shares add up to the total to the fen; what was paid is a ledger of its own.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A dividend of an industry programme （分红方案）.' })
@Entity({ tableName: 'dividend_plan' })
export class DividendPlan extends VersionedRecord {
  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Title, at most 100 characters （名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Int, { description: 'The year for which it is （年度）.' })
  @Property({ type: 'integer' })
  year!: number;

  /** Everybody who takes part lived there on the day. */
  @ManyToOne(() => Station, { ...withinTenant('scope_id'), ref: true })
  scope!: Ref<Station>;

  @Field(() => DividendRule, { description: 'Who takes part （受益范围）.' })
  @Property({ type: 'text' })
  rule!: DividendRule;

  @Field(() => DividendUnit, { description: 'To whom a share goes （分配单位）.' })
  @Property({ type: 'text' })
  unit!: DividendUnit;

  @Field(() => DividendSplit, { description: 'How the shares are cut （分配方式）.' })
  @Property({ type: 'text' })
  split!: DividendSplit;

  @Field(() => DateScalar, { description: 'The day as of which the beneficiaries were taken （名单基准日）.' })
  @Property({ type: 'date' })
  snapshotOn!: Day;

  @Field(() => DateScalar, { description: 'The day on which the dividend hangs （分红基准日）.' })
  @Property({ type: 'date' })
  dueOn!: Day;

  /** Fen. */
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What each was expected to get; null where a total was entered （预计人均）.',
  })
  @Property({ type: new BigIntType('number'), nullable: true })
  perHead: number | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'What was expected at first （预计总额）.' })
  @Property({ type: new BigIntType('number') })
  expectedTotal!: number;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'What is shared out; the shares add up to it （分红总额）.' })
  @Property({ type: new BigIntType('number') })
  total!: number;

  @Field(() => Boolean, { description: 'Whether the amounts are only expected （预计数）.' })
  @Property({ type: 'boolean' })
  isEstimate: Opt<boolean> = true;

  @Field(() => Int, { description: 'How many shares there are （份数）.' })
  @Property({ type: 'integer' })
  shareCount!: number;

  /** Fen. */
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'The equal share before the remainder; null where shares have weights （每份金额）.',
  })
  @Property({ type: new BigIntType('number'), nullable: true })
  baseShare: number | null = null;

  @Field(() => Int, { description: 'How many shares have one fen more, out of the remainder （多一分的份数）.' })
  @Property({ type: 'integer' })
  extraShares!: number;

  @Field(() => DividendState, { description: 'Where it stands （状态）.' })
  @Property({ type: 'text' })
  state: DividendState = DividendState.ESTIMATED;

  @Field(() => DateScalar, { nullable: true, description: 'When the amount was settled （确定日期）.' })
  @Property({ type: 'date', nullable: true })
  declaredOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was published （公示日期）.' })
  @Property({ type: 'date', nullable: true })
  publishedOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When its payment was approved （审核日期）.' })
  @Property({ type: 'date', nullable: true })
  approvedOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who approved the payment （审核人）.' })
  @Property({ type: 'text', nullable: true })
  approvedBy: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When the last share was paid （发放日期）.' })
  @Property({ type: 'date', nullable: true })
  paidOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When the payments were found to agree （核对日期）.' })
  @Property({ type: 'date', nullable: true })
  reconciledOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled （取消事由）.' })
  @Property({ type: 'text', nullable: true })
  cancelReason: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  createdBy: string | null = null;

  /** Everybody who entered something of it: none of them approves its payment. */
  @Property({ type: ArrayType, columnType: 'uuid[]' })
  authorIds: Opt<string[]> = [];
}
