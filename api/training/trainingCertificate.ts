import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../households/index.js';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Course } from './course.js';
import { Enrolment } from './enrolment.js';

/** A certificate that somebody completed a course. It is written once: what was handed out is never changed. */
@ObjectType({ implements: Node, description: 'A certificate that a person completed a course （培训结业证书）.' })
@Entity({ tableName: 'training_certificate' })
export class TrainingCertificate extends Node {
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  @ManyToOne(() => Enrolment, { ...withinTenant('enrolment_id'), ref: true })
  enrolment!: Ref<Enrolment>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Its number, unique in the county （证书编号）.' })
  @Property({ type: 'text' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day of issue （发证日期）.' })
  @Property({ type: 'date' })
  issuedOn!: Day;

  @Field(() => String, { description: 'Who issues it, at most 40 characters （发证单位）.' })
  @Property({ type: 'text' })
  issuedBy!: string;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
