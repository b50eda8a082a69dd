import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day, DecimalScalar, MoneyScalar, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { DividendPlan } from './dividendPlan.js';

/** One beneficiary's share of a dividend; name and number are as they were when the list was taken. */
@ObjectType({ implements: Node, description: 'One share of a dividend （分红明细）.' })
@Entity({ tableName: 'dividend_share' })
export class DividendShare extends Node {
  @ManyToOne(() => DividendPlan, { ...withinTenant('plan_id'), ref: true })
  plan!: Ref<DividendPlan>;

  /** Where the household stood; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), nullable: true, ref: true })
  person: Ref<Person> | null = null;

  @Field(() => Int, { description: 'Its place in the list, from 1 （序号）.' })
  @Property({ type: 'integer' })
  no!: number;

  @Field(() => String, { description: 'Name of the person, or of the head of the household （姓名）.' })
  @Property({ type: 'text' })
  payee!: string;

  @Field(() => String, { description: 'Number of the household （户编号）.' })
  @Property({ type: 'text' })
  householdCode!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its weight; null where all are alike （份额）.' })
  @Property({ type: 'decimal', precision: 15, scale: 3, nullable: true })
  weight: string | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'How much, in yuan （金额）.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;
}

/** One line of the ledger of what was paid: a payment, or the reversal that names the payment it takes back. */
@ObjectType({ implements: Node, description: 'A payment of a share, or its reversal （发放记录）.' })
@Entity({ tableName: 'dividend_payment' })
export class DividendPayment extends Node {
  @ManyToOne(() => DividendPlan, { ...withinTenant('plan_id'), ref: true })
  plan!: Ref<DividendPlan>;

  @ManyToOne(() => DividendShare, { ...withinTenant('share_id'), ref: true })
  share!: Ref<DividendShare>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** How often the share has been paid by then, from 1: no turn is paid twice. */
  @Property({ type: 'integer' })
  turn!: number;

  /** Fen; a reversal takes away. */
  @Field(() => MoneyScalar, { description: 'How much, in yuan; negative where it is taken back （金额）.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Field(() => DateScalar, { name: 'on', description: 'When it was paid or taken back （日期）.' })
  @Property({ type: 'date' })
  paidOn!: Day;

  @ManyToOne(() => DividendPayment, { ...withinTenant('reverses_id'), nullable: true, ref: true })
  reverses: Ref<DividendPayment> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back （冲正事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
