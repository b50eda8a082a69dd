import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { FundSource, type ProgrammeKind, RevisionState } from './enums.js';
import { Programme } from './programme.js';

/** The content of a programme from a day on: the dated budget, period and station. Amendments are revisions that wait. */
@ObjectType({
  implements: Node,
  description: 'The content of a programme from a day on, or an amendment （版次、变更）.',
})
@Entity({ tableName: 'programme_revision' })
export class ProgrammeRevision extends Node {
  @ManyToOne(() => Programme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<Programme>;

  /** The programme's kind, which says what `details` holds. */
  @Property({ type: 'text' })
  kind!: ProgrammeKind;

  @Field(() => Int, { description: 'Counts up from 1 （序号）.' })
  @Property({ type: 'integer' })
  no!: number;

  @Field(() => RevisionState, { description: 'What became of it （变更状态）.' })
  @Property({ type: 'text' })
  state!: RevisionState;

  /** The first day on which it counts; null while it waits or when it was sent back. */
  @Field(() => DateScalar, {
    name: 'inForceFrom',
    nullable: true,
    description: 'From which day it counts （生效日期）.',
  })
  @Property({ type: 'date', nullable: true })
  validFrom: Day | null = null;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Title （名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'First day of the period （开始日期）.' })
  @Property({ type: 'date' })
  startsOn!: Day;

  @Field(() => DateScalar, { description: 'Last day of the period （结束日期）.' })
  @Property({ type: 'date' })
  endsOn!: Day;

  @Field(() => String, { nullable: true, description: 'The plan （实施方案）.' })
  @Property({ type: 'text', nullable: true })
  plan: string | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'Budget in yuan （预算）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  budget: number | null = null;

  @Field(() => FundSource, { nullable: true, description: 'Where the money comes from （资金来源）.' })
  @Property({ type: 'text', nullable: true })
  fundSource: FundSource | null = null;

  @Field(() => String, { nullable: true, description: 'Who answers for it （负责人）.' })
  @Property({ type: 'text', nullable: true })
  responsible: string | null = null;

  /** The fields that only this kind of programme has. */
  @Property({ type: 'json' })
  details!: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Why it was made （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  enteredAt: Opt<Date> = new Date();
}
