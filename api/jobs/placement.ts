import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { LeavingReason } from './enums.js';
import { JobKind } from './jobProgramme.js';
import { Opening } from './opening.js';

/**
 * That somebody holds a public-welfare post, or works in a workshop, from a day to a day. Nobody holds two posts at once, also where the
 * other is in a town that the asker does not see. The row stands where the person lives.
 */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'That somebody holds a post or works in a workshop （上岗）.',
})
@Entity({ tableName: 'placement' })
export class Placement extends VersionedRecord {
  @ManyToOne(() => Opening, { ...withinTenant('opening_id'), ref: true })
  opening!: Ref<Opening>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** The household to which the person belonged on taking it up. */
  @ManyToOne(() => Household, { ...withinTenant('household_id'), nullable: true, ref: true })
  household: Ref<Household> | null = null;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => JobKind, { description: 'A post or a workshop （就业类型）.' })
  @Property({ type: 'text' })
  kind!: JobKind;

  @Field(() => String, { description: 'What the opening is called （岗位名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'First day in it （上岗日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day no longer in it; null: no end is set （期满日期）.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'What it pays, yuan a month （月工资）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wage: number | null = null;

  @Field(() => LeavingReason, { nullable: true, description: 'Why it was ended before its time （离岗原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: LeavingReason | null = null;

  @Field(() => Boolean, { description: 'Whether made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}
