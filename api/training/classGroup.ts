import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Course } from './course.js';

/** People of a course who are taught together; a course has one at least. */
@ObjectType({ implements: Node, description: 'People of a course who are taught together （班）.' })
@Entity({ tableName: 'class_group' })
export class ClassGroup extends Node {
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Name, unique in the course, at most 20 characters （班名）.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its level in words, at most 20 characters （级别）.' })
  @Property({ type: 'text', nullable: true })
  level: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
