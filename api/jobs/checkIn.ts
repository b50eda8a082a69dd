import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { LeavingReason } from './enums.js';

/** After how many months somebody who was sent is asked how they are. */
export const checkMonths = [1, 3, 6] as const;

/** Whether somebody who left with a batch is still in the job after some months; it is due from the departure on, and late is accepted. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'Whether somebody is still in the job after some months （回访）.',
})
@Entity({ tableName: 'check_in' })
export class CheckIn extends VersionedRecord {
  @ManyToOne(() => DispatchMember, { ...withinTenant('member_id'), ref: true })
  member!: Ref<DispatchMember>;

  @ManyToOne(() => DispatchBatch, { ...withinTenant('batch_id'), ref: true })
  batch!: Ref<DispatchBatch>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'How many months after departure: 1, 3 or 6 （满几个月）.' })
  @Property({ type: 'integer' })
  months!: number;

  @Field(() => DateScalar, { description: 'Day on which it is due （应访日期）.' })
  @Property({ type: 'date' })
  dueOn!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which they were asked （回访日期）.' })
  @Property({ type: 'date', nullable: true })
  doneOn: Day | null = null;

  @Field(() => Boolean, { nullable: true, description: 'Whether still in the job; null until asked （是否在岗）.' })
  @Property({ type: 'boolean', nullable: true })
  isEmployed: boolean | null = null;

  @Field(() => LeavingReason, { nullable: true, description: 'Why not （离岗原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: LeavingReason | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'The wage now, yuan a month （现月工资）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wage: number | null = null;

  @Field(() => String, { nullable: true, description: 'What else was said, at most 200 characters （备注）.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Property({ type: 'boolean' })
  isDone: Opt<boolean> = false;
}
