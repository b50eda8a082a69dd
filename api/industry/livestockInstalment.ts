import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { IndustryProgramme } from './industryProgramme.js';
import { Cooperative, LivestockContract } from './livestockContract.js';

/** What an instalment is. */
export enum InstalmentKind {
  DIVIDEND = 'DIVIDEND',
  PRINCIPAL = 'PRINCIPAL',
}

/** How an instalment is delivered. */
export enum DeliveryKind {
  IN_KIND = 'IN_KIND',
  AT_VALUE = 'AT_VALUE',
}

registerEnumType(InstalmentKind, {
  name: 'InstalmentKind',
  description: 'What an instalment is （分红类别）.',
  valuesConfig: {
    DIVIDEND: { description: 'The dividend of a year （年度分红）.' },
    PRINCIPAL: { description: 'The animals that were entrusted （返还本金）.' },
  },
});

registerEnumType(DeliveryKind, {
  name: 'DeliveryKind',
  description: 'How an instalment is delivered （兑付方式）.',
  valuesConfig: {
    IN_KIND: { description: 'In animals （实物）.' },
    AT_VALUE: { description: 'In money at their value （折价）.' },
  },
});

/** What a cooperative owes a household at a year end, as the contract's schedule had it when it was signed. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'What a cooperative owes a household at a year end （分红期次）.',
})
@Entity({ tableName: 'livestock_instalment' })
export class LivestockInstalment extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => LivestockContract, { ...withinTenant('contract_id'), ref: true })
  contract!: Ref<LivestockContract>;

  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  @ManyToOne(() => Cooperative, { ...withinTenant('cooperative_id'), ref: true })
  cooperative!: Ref<Cooperative>;

  @Field(() => Int, { description: 'Place in the schedule, from 1 （期次）.' })
  @Property({ type: 'integer' })
  no!: number;

  @Field(() => InstalmentKind, { description: 'Dividend or principal （类别）.' })
  @Property({ type: 'text' })
  kind!: InstalmentKind;

  @Field(() => DateScalar, { description: 'The last day on which it is in time （应兑付日期）.' })
  @Property({ type: 'date' })
  dueOn!: Day;

  @Field(() => Int, { description: 'How many head are due （应分头数）.' })
  @Property({ type: 'integer' })
  headDue!: number;

  /** The balance of its deliveries, kept with them so that the database refuses more than what is due. */
  @Field(() => Int, { description: 'How many head of it were delivered, in kind or at a value （已兑付头数）.' })
  @Property({ type: 'integer' })
  headDelivered: Opt<number> = 0;
}

/** A line of the ledger of deliveries; it is never changed, a mistake is a line that names it. */
@ObjectType({
  implements: Node,
  description: 'What was delivered of an instalment, or a line that takes an earlier one back （兑付记录）.',
})
@Entity({ tableName: 'livestock_delivery' })
export class LivestockDelivery extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => LivestockInstalment, { ...withinTenant('instalment_id'), ref: true })
  instalment!: Ref<LivestockInstalment>;

  @Field(() => DeliveryKind, { description: 'In animals or at their value （兑付方式）.' })
  @Property({ type: 'text' })
  kind!: DeliveryKind;

  @Field(() => Int, { description: 'How many head it stands for （头数）.' })
  @Property({ type: 'integer' })
  head!: number;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'What was paid for them; null in kind （折价金额）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  value: number | null = null;

  @Field(() => DateScalar, { description: 'The day; of a reversal, that of its line （兑付日期）.' })
  @Property({ type: 'date' })
  onDay!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'A remark, or why it is taken back, at most 200 characters （备注）.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @ManyToOne(() => LivestockDelivery, { ...withinTenant('reverses_id'), nullable: true, ref: true })
  reverses: Ref<LivestockDelivery> | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
