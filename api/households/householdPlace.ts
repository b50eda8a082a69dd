import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';

/** Where a household stood from a day to a day: reports as of a past day count it there, whoever sees it today. */
@ObjectType({ implements: Node, description: 'Where a household stood, from a day to a day （所在村居记录）.' })
@Entity({ tableName: 'household_place' })
export class HouseholdPlace extends Node {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  /** Where the household stands today; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** Where it stood then. */
  @ManyToOne(() => Station, { ...withinTenant('place_id'), ref: true })
  place!: Ref<Station>;

  @Field(() => DateScalar, { description: 'First day there （起始日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer there （终止日期）.' })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it moved （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
