import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../households/index.js';
import { Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { Enrolment } from './enrolment.js';
import { LevelTest } from './levelTest.js';

/** A person's score in a test, and, once people are placed by it, from which class group to which the person came. */
@ObjectType({ implements: Node, description: 'A person’s score in a level test （测试成绩）.' })
@Entity({ tableName: 'test_result' })
export class TestResult extends Node {
  @ManyToOne(() => LevelTest, { ...withinTenant('test_id'), ref: true })
  test!: Ref<LevelTest>;

  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  @ManyToOne(() => Enrolment, { ...withinTenant('enrolment_id'), ref: true })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'The score, from 0 to the test’s highest （成绩）.' })
  @Property({ type: 'integer' })
  score!: number;

  @ManyToOne(() => ClassGroup, { ...withinTenant('moved_from_id'), nullable: true, ref: true })
  movedFrom: Ref<ClassGroup> | null = null;

  @ManyToOne(() => ClassGroup, { ...withinTenant('placed_in_id'), nullable: true, ref: true })
  placedIn: Ref<ClassGroup> | null = null;

  @Field(() => Boolean, { description: 'Whether the person came to another class group by it （是否调班）.' })
  @Property({ type: 'boolean' })
  isMoved: Opt<boolean> = false;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
