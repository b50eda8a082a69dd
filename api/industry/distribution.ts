import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Household } from '../households/index.js';
import { DateScalar, type Day, DecimalScalar, Node, Quantity, type Unit, withinTenant } from '../kernel/index.js';
import { reads } from '../reading/index.js';
import { Station } from '../tenancy/index.js';
import { quantityOf, quantityOfRow } from './amount.js';
import { DistributionItem } from './distributionItem.js';
import { IndustryProgramme } from './industryProgramme.js';

/** A row of an entry that was left out, and why, so that the same click twice is answered the same. */
export interface SkippedRow {
  no: number;
  code: string;
  zh: string;
  en: string;
}

/** One entry of a day's distribution: its lines name it, and the rows that were left out stand in it. */
@Entity({ tableName: 'distribution_sheet' })
export class DistributionSheet extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  @ManyToOne(() => DistributionItem, { ...withinTenant('item_id'), ref: true })
  item!: Ref<DistributionItem>;

  @Property({ type: 'date' })
  onDay!: Day;

  @Property({ type: 'json' })
  skipped: Opt<SkippedRow[]> = [];

  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** A line of the ledger of distributions: what a household was given, or a line that takes another back. It is never changed. */
@ObjectType({
  implements: Node,
  description: 'What a household was given on a day, or a line that takes an earlier one back （发放记录）.',
})
@Entity({ tableName: 'distribution' })
export class Distribution extends Node {
  /** Where the household stood when it was given. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  @ManyToOne(() => DistributionItem, { ...withinTenant('item_id'), ref: true })
  item!: Ref<DistributionItem>;

  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => DistributionSheet, { ...withinTenant('sheet_id'), nullable: true, ref: true })
  sheet: Ref<DistributionSheet> | null = null;

  /** Place in the entry, from 0. */
  @Property({ type: 'integer', nullable: true })
  rowNo: number | null = null;

  @Property({ type: 'decimal', precision: 15, scale: 3 })
  amount!: string;

  @Property({ type: 'text' })
  unit!: Unit;

  @Extensions(reads(quantityOfRow))
  @Field(() => Quantity, {
    description: 'How much; a line that takes another back names the same, and counts against it （数量）.',
  })
  get quantity(): Opt<Quantity> {
    return quantityOf(this);
  }

  @Field(() => DateScalar, {
    description: 'The day on which it was given; of a reversal, that of its line （发放日期）.',
  })
  @Property({ type: 'date' })
  onDay!: Day;

  @Field(() => Boolean, { description: 'Whether the household signed for it （已签字）.' })
  @Property({ type: 'boolean' })
  isSigned: Opt<boolean> = false;

  @Field(() => String, {
    nullable: true,
    description: 'A remark, or why a line is taken back, at most 200 characters （备注）.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @ManyToOne(() => Distribution, { ...withinTenant('reverses_id'), nullable: true, ref: true })
  reverses: Ref<Distribution> | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** How much of what was given is alive on a later day. */
@ObjectType({ implements: Node, description: 'How much of what was given is alive on a later day （成活核查）.' })
@Entity({ tableName: 'survival_check' })
export class SurvivalCheck extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Distribution, { ...withinTenant('distribution_id'), ref: true })
  distribution!: Ref<Distribution>;

  @Field(() => DateScalar, { description: 'The day on which it was looked at （核查日期）.' })
  @Property({ type: 'date' })
  onDay!: Day;

  @Field(() => DecimalScalar, { description: 'How much was alive, in the unit of the line （成活数量）.' })
  @Property({ type: 'decimal', precision: 15, scale: 3 })
  alive!: string;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** What became of one row of an entry. */
@ObjectType({ description: 'What became of one row of an entry （逐行结果）.' })
export class DistributionRow {
  @Field(() => Int, { description: 'Place in what was sent, from 0 （序号）.' })
  no!: number;

  @Field(() => Distribution, {
    nullable: true,
    description: 'The line that was entered; null where it was left out （发放记录）.',
  })
  distribution!: Distribution | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was left out; null where it was entered （未登记原因）.',
  })
  reason!: string | null;
}

/** What became of an entry for many households. */
@ObjectType({ description: 'What became of an entry for many households, row by row （登记结果）.' })
export class DistributionEntry {
  @Field(() => Int, { description: 'How many rows were entered （已登记）.' })
  doneCount!: number;

  @Field(() => Int, { description: 'How many rows were left out （未登记）.' })
  skippedCount!: number;

  @Field(() => [DistributionRow], { description: 'Every row that was sent, in order （逐行结果）.' })
  rows!: DistributionRow[];
}
