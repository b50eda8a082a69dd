import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { LevelTest } from './levelTest.js';

/** One line of a test's score rule: who has so many or more goes to this class group, unless a higher line takes them. */
@ObjectType({ implements: Node, description: 'One line of a test’s score rule （分班分数线）.' })
@Entity({ tableName: 'level_band' })
export class LevelBand extends Node {
  @ManyToOne(() => LevelTest, { ...withinTenant('test_id'), ref: true })
  test!: Ref<LevelTest>;

  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  @ManyToOne(() => ClassGroup, { ...withinTenant('class_group_id'), ref: true })
  classGroup!: Ref<ClassGroup>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, {
    nullable: true,
    description: 'From which score on, itself included; null where the rule no longer leads to this group （最低分）.',
  })
  @Property({ type: 'integer', nullable: true })
  fromScore: number | null = null;
}
