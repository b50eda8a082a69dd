import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Household } from '../households/index.js';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';

/** Where a micro-loan stands. */
export enum LoanState {
  APPLIED = 'APPLIED',
  GRANTED = 'GRANTED',
  REPAID = 'REPAID',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(LoanState, {
  name: 'LoanState',
  description: 'Where a micro-loan stands （贷款状态）.',
  valuesConfig: {
    APPLIED: { description: 'Asked for （已申请）.' },
    GRANTED: { description: 'Granted and not wholly repaid （已放款）.' },
    REPAID: { description: 'Wholly repaid （已还清）.' },
    WITHDRAWN: { description: 'Not granted, or no longer asked for （未放款）.' },
  },
});

/** A micro-loan to a household. What was repaid is a ledger; what is owed and what is late follow from it. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A micro-loan to a household （小额信贷）.' })
@Entity({ tableName: 'loan' })
export class Loan extends VersionedRecord {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  /** Where the household stood. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'How much, in yuan （金额）.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Field(() => String, { description: 'Who lends, at most 60 characters （放款机构）.' })
  @Property({ type: 'text' })
  lender!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 200 characters （用途）.' })
  @Property({ type: 'text', nullable: true })
  purpose: string | null = null;

  @Field(() => LoanState, { description: 'Where it stands （状态）.' })
  @Property({ type: 'text' })
  state: LoanState = LoanState.APPLIED;

  @Field(() => DateScalar, { description: 'When it was asked for （申请日期）.' })
  @Property({ type: 'date' })
  appliedOn!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'When it was granted （放款日期）.' })
  @Property({ type: 'date', nullable: true })
  grantedOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When it has to be repaid （到期日）.' })
  @Property({ type: 'date', nullable: true })
  dueOn: Day | null = null;

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}

/** One line of what was repaid: a repayment, or the reversal that names the repayment it takes back. */
@ObjectType({ implements: Node, description: 'A repayment of a loan, or its reversal （还款记录）.' })
@Entity({ tableName: 'loan_repayment' })
export class LoanRepayment extends Node {
  @ManyToOne(() => Loan, { ...withinTenant('loan_id'), ref: true })
  loan!: Ref<Loan>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** Fen; a reversal takes away. */
  @Field(() => MoneyScalar, { description: 'How much, in yuan; negative where it is taken back （金额）.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Field(() => DateScalar, { name: 'on', description: 'When it was repaid or taken back （日期）.' })
  @Property({ type: 'date' })
  repaidOn!: Day;

  @ManyToOne(() => LoanRepayment, { ...withinTenant('reverses_id'), nullable: true, ref: true })
  reverses: Ref<LoanRepayment> | null = null;

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
