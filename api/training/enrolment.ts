import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';

/** Where an enrolment stands. */
export enum EnrolmentState {
  APPLIED = 'APPLIED',
  ENROLLED = 'ENROLLED',
  WAITING = 'WAITING',
  COMPLETED = 'COMPLETED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(EnrolmentState, {
  name: 'EnrolmentState',
  description: 'Where an enrolment stands （报名状态）.',
  valuesConfig: {
    APPLIED: { description: 'Applied for, not yet decided （待审核）.' },
    ENROLLED: { description: 'Holds a place （已录取）.' },
    WAITING: { description: 'Waits for a place, in order of number （候补）.' },
    COMPLETED: { description: 'Completed the course （已结业）.' },
    WITHDRAWN: { description: 'Withdrawn （已退出）.' },
  },
});

/** That a person takes part in a course, in one of its class groups; a person is in a course once, unless withdrawn. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'That a person takes part in a course （报名）.' })
@Entity({ tableName: 'enrolment' })
export class Enrolment extends VersionedRecord {
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  @ManyToOne(() => ClassGroup, { ...withinTenant('class_group_id'), ref: true })
  classGroup!: Ref<ClassGroup>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** The household to which the person belonged when enrolled. */
  @ManyToOne(() => Household, { ...withinTenant('household_id'), nullable: true, ref: true })
  household: Ref<Household> | null = null;

  @Field(() => Int, { description: 'Place in the order of applying, from 1; the waiting list goes by it （序号）.' })
  @Property({ type: 'integer' })
  no!: number;

  @Field(() => EnrolmentState, { description: 'Where it stands （报名状态）.' })
  @Property({ type: 'text' })
  state!: EnrolmentState;

  @Field(() => DateScalar, { description: 'Since which day it stands there （状态起始日）.' })
  @Property({ type: 'date' })
  stateSince!: Day;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn （退出原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: Opt<string> | null = null;
}
