import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../households/index.js';
import { Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { Enrolment } from './enrolment.js';

/** Whether somebody who is enrolled was at a session; the database refuses a stranger to the course. */
@ObjectType({ implements: Node, description: 'Whether somebody enrolled was at a session （出勤）.' })
@Entity({ tableName: 'attendance' })
export class Attendance extends Node {
  /** The course of both, so that session and enrolment are bound to be of the same one. */
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  @ManyToOne(() => CourseSession, { ...withinTenant('session_id'), ref: true })
  session!: Ref<CourseSession>;

  @ManyToOne(() => Enrolment, { ...withinTenant('enrolment_id'), ref: true })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Boolean, { description: 'Whether the person was there （到课）.' })
  @Property({ type: 'boolean' })
  isPresent!: boolean;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
