import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, DecimalScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Course } from './course.js';
import { Teacher } from './teacher.js';

/** One meeting of a course, at which attendance is taken. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'One meeting of a course （课次）.' })
@Entity({ tableName: 'course_session' })
export class CourseSession extends VersionedRecord {
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Teacher, { ...withinTenant('teacher_id'), nullable: true, ref: true })
  teacher: Ref<Teacher> | null = null;

  @Field(() => DateScalar, { description: 'Day, within the period of the course （上课日期）.' })
  @Property({ type: 'date' })
  heldOn!: Day;

  @Field(() => String, { nullable: true, description: 'Where it is held, at most 60 characters （地点）.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => String, { description: 'What it is about, at most 100 characters （主题）.' })
  @Property({ type: 'text' })
  topic!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How long it lasts, in hours, at most 12 （课时）.' })
  @Property({ type: 'decimal', precision: 4, scale: 1, nullable: true })
  hours: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was called off （已取消）.' })
  @Property({ type: 'boolean' })
  isCancelled: Opt<boolean> = false;
}
