import { ArrayType, BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../households/index.js';
import { MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Distance, JobSeekerState } from './enums.js';

/** That somebody looks for work, with what they can and what they wish. Openings that fit are listed with reasons; a person decides. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'That somebody looks for work （求职登记）.' })
@Entity({ tableName: 'job_seeker' })
export class JobSeeker extends VersionedRecord {
  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => [String], { description: 'What they can do, at most 10 words （技能）.' })
  @Property({ type: ArrayType, columnType: 'text[]' })
  skills: Opt<string[]> = [];

  @Field(() => Distance, { description: 'How far from home they would work （可接受的远近）.' })
  @Property({ type: 'text' })
  distance!: Distance;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'The wage they wish, yuan a month （期望月工资）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wageWished: number | null = null;

  @Field(() => JobSeekerState, { description: 'Where it stands （状态）.' })
  @Property({ type: 'text' })
  state: Opt<JobSeekerState> = JobSeekerState.SEEKING;
}
