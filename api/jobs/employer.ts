import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';

/** Who employs: a firm outside the county, or one of its own, such as a workshop in a village. */
@ObjectType({ implements: Node, description: 'Who employs （用工单位）.' })
@Entity({ tableName: 'employer' })
export class Employer extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Name, at most 60 characters （名称）.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => String, { nullable: true, description: 'Where it works, at most 60 characters （所在地）.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => Boolean, { description: 'Whether it lies outside the county （县外）.' })
  @Property({ type: 'boolean' })
  isOutside: Opt<boolean> = false;

  @Field(() => Date, { description: 'When the record was made （创建时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** What was agreed with an employer, from a day to a day; batches name the one that they go by. */
@ObjectType({ implements: Node, description: 'An agreement with an employer （用工协议）.' })
@Entity({ tableName: 'agreement' })
export class Agreement extends Node {
  @ManyToOne(() => Employer, { ...withinTenant('employer_id'), ref: true })
  employer!: Ref<Employer>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'What it is called, at most 60 characters （协议名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'Day of signing （签订日期）.' })
  @Property({ type: 'date' })
  signedOn!: Day;

  @Field(() => DateScalar, { description: 'First day in force （生效日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in force （失效日期）.' })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
