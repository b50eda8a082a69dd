import { ArrayType, BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Employer } from './employer.js';
import { WageBasis, WelfareWork, WorkerGrade } from './enums.js';
import { JobKind, JobProgramme } from './jobProgramme.js';

/**
 * Work that a job programme offers: public-welfare posts of one kind of work, places in a workshop, or places with an employer to whom
 * batches are sent. Its kind is the programme's; where it stands is where the work is organised.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'Work that a job programme offers （岗位）.' })
@Entity({ tableName: 'opening' })
export class Opening extends VersionedRecord {
  @ManyToOne(() => JobProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<JobProgramme>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Employer, { ...withinTenant('employer_id'), nullable: true, ref: true })
  employer: Ref<Employer> | null = null;

  @Field(() => JobKind, { description: 'The kind of its programme （就业类型）.' })
  @Property({ type: 'text' })
  kind!: JobKind;

  @Field(() => String, { description: 'What it is called, at most 60 characters （岗位名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => WelfareWork, { nullable: true, description: 'What is done in a public-welfare post （工种）.' })
  @Property({ type: 'text', nullable: true })
  work: WelfareWork | null = null;

  @Field(() => Int, { description: 'How many people it takes: the quota of posts （名额）.' })
  @Property({ type: 'integer' })
  headcount!: number;

  /** Fen. */
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What a public-welfare post pays, yuan a month （月补贴）.',
  })
  @Property({ type: new BigIntType('number'), nullable: true })
  monthlyPay: number | null = null;

  @Field(() => [String], { description: 'Skills of which one is asked for; empty: none （技能要求）.' })
  @Property({ type: ArrayType, columnType: 'text[]' })
  skills: Opt<string[]> = [];

  @Field(() => Boolean, { description: 'Whether it takes nobody any more （已关闭）.' })
  @Property({ type: 'boolean' })
  isClosed: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Whether made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}

/** What an opening pays people of one grade, from a wage to a wage. */
@ObjectType({ implements: Node, description: 'What an opening pays people of one grade （工资区间）.' })
@Entity({ tableName: 'wage_band' })
export class WageBand extends Node {
  @ManyToOne(() => Opening, { ...withinTenant('opening_id'), ref: true })
  opening!: Ref<Opening>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => WorkerGrade, { description: 'For whom （级别）.' })
  @Property({ type: 'text' })
  grade!: WorkerGrade;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'Lowest wage, yuan a month （月工资下限）.' })
  @Property({ type: new BigIntType('number') })
  wageFrom!: number;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'Highest wage, not below the lowest （月工资上限）.' })
  @Property({ type: new BigIntType('number') })
  wageTo!: number;

  @Field(() => WageBasis, { description: 'Whether somebody said so, or it was agreed （依据）.' })
  @Property({ type: 'text' })
  basis!: WageBasis;
}
