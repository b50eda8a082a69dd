import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Course } from './course.js';

/** How far a level test has come. */
export enum LevelTestState {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  SCORED = 'SCORED',
  PLACED = 'PLACED',
}

registerEnumType(LevelTestState, {
  name: 'LevelTestState',
  description: 'How far a level test has come （测试状态）.',
  valuesConfig: {
    PLANNED: { description: 'Planned （计划中）.' },
    HELD: { description: 'Held, no scores yet （已测试）.' },
    SCORED: { description: 'Scores are being entered and may still be put right （已登分）.' },
    PLACED: { description: 'People were placed by it; nothing changes any more （已分班）.' },
  },
});

/** A monthly test of a course, by which its people are placed in class groups; a course has one a month. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A monthly test of a course, by which people are placed in class groups （月度水平测试）.',
})
@Entity({ tableName: 'level_test' })
export class LevelTest extends VersionedRecord {
  @ManyToOne(() => Course, { ...withinTenant('course_id'), ref: true })
  course!: Ref<Course>;

  /** Where the course is given; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => DateScalar, { description: 'The month, as its first day （测试月份）.' })
  @Property({ type: 'date' })
  month!: Day;

  @Field(() => Int, { description: 'The highest score that can be had, 1 to 1,000 （满分）.' })
  @Property({ type: 'integer' })
  maxScore!: number;

  @Field(() => LevelTestState, { description: 'How far it has come （测试状态）.' })
  @Property({ type: 'text' })
  state: Opt<LevelTestState> = LevelTestState.PLANNED;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was held （测试日期）.' })
  @Property({ type: 'date', nullable: true })
  heldOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which people were placed by it （分班日期）.' })
  @Property({ type: 'date', nullable: true })
  placedOn: Day | null = null;

  /** Counts changes of its scores and its rule, so that its version grows with them and nobody places by what they have not seen. */
  @Property({ type: 'integer' })
  changes: Opt<number> = 0;
}
