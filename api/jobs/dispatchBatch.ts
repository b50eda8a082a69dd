import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Agreement, Employer } from './employer.js';
import { DispatchMemberState, DispatchState, LeavingReason, WorkerGrade } from './enums.js';
import { Transport } from './jobProgramme.js';
import { Opening } from './opening.js';

/** People who leave for an employer together on one day. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'People who leave for an employer together （劳务输出批次）.',
})
@Entity({ tableName: 'dispatch_batch' })
export class DispatchBatch extends VersionedRecord {
  @ManyToOne(() => Opening, { ...withinTenant('opening_id'), ref: true })
  opening!: Ref<Opening>;

  @ManyToOne(() => Employer, { ...withinTenant('employer_id'), ref: true })
  employer!: Ref<Employer>;

  @ManyToOne(() => Agreement, { ...withinTenant('agreement_id'), nullable: true, ref: true })
  agreement: Ref<Agreement> | null = null;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'Which batch of its opening it is, from 1 （第几批）.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => DateScalar, { description: 'Day of departure, planned until it has left （出发日期）.' })
  @Property({ type: 'date' })
  day!: Day;

  @Field(() => Transport, { description: 'How the batch gets there （交通）.' })
  @Property({ type: 'text' })
  transport!: Transport;

  @Field(() => DispatchState, { description: 'Where it stands （状态）.' })
  @Property({ type: 'text' })
  state: Opt<DispatchState> = DispatchState.PLANNED;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled （取消原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Boolean, { description: 'Whether made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}

/**
 * That somebody goes with a batch. The row stands where the person lives, so that the own town and village see it and check in, also
 * where the batch is the county's: what they need to know of the batch is repeated here.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'That somebody goes with a batch （输出人员）.' })
@Entity({ tableName: 'dispatch_member' })
export class DispatchMember extends VersionedRecord {
  @ManyToOne(() => DispatchBatch, { ...withinTenant('batch_id'), ref: true })
  batch!: Ref<DispatchBatch>;

  @ManyToOne(() => Opening, { ...withinTenant('opening_id'), ref: true })
  opening!: Ref<Opening>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** The household to which the person belonged on joining. */
  @ManyToOne(() => Household, { ...withinTenant('household_id'), nullable: true, ref: true })
  household: Ref<Household> | null = null;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'Which batch （第几批）.' })
  @Property({ type: 'integer' })
  batchNumber!: number;

  @Field(() => String, { description: 'To whom the batch goes （用工单位）.' })
  @Property({ type: 'text' })
  employerName!: string;

  @Field(() => WorkerGrade, { description: 'As what they are taken on （级别）.' })
  @Property({ type: 'text' })
  grade!: WorkerGrade;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'Their wage, yuan a month, where it is known （月工资）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wage: number | null = null;

  @Field(() => DispatchMemberState, { description: 'Where they stand （状态）.' })
  @Property({ type: 'text' })
  state: Opt<DispatchMemberState> = DispatchMemberState.PLANNED;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which they left （出发日期）.' })
  @Property({ type: 'date', nullable: true })
  departedOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which they came back or withdrew （返回日期）.' })
  @Property({ type: 'date', nullable: true })
  endedOn: Day | null = null;

  @Field(() => LeavingReason, { nullable: true, description: 'Why they came back or did not go （原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: LeavingReason | null = null;
}
