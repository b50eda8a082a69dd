import { ArrayType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { TrainingProgramme } from './trainingProgramme.js';
import { TrainingProvider } from './trainingProvider.js';

/** Whom a course takes. */
export enum CourseAudience {
  CADRE = 'CADRE',
  HELPER = 'HELPER',
  HOUSEHOLD = 'HOUSEHOLD',
}

registerEnumType(CourseAudience, {
  name: 'CourseAudience',
  description: 'Whom a course takes （授课对象）.',
  valuesConfig: {
    CADRE: { description: 'Cadres （干部）.' },
    HELPER: { description: 'Helpers （帮扶责任人）.' },
    HOUSEHOLD: { description: 'Members of households （农户）.' },
  },
});

/**
 * A course of a training programme. What is taught and how is the programme's category and form, and whether it may go on is the
 * programme's state: the course has none of its own.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A course of a training programme （课程）.' })
@Entity({ tableName: 'course' })
export class Course extends VersionedRecord {
  @ManyToOne(() => TrainingProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<TrainingProgramme>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => TrainingProvider, { ...withinTenant('provider_id'), nullable: true, ref: true })
  provider: Ref<TrainingProvider> | null = null;

  @Field(() => String, { description: 'Title, at most 60 characters （课程名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => [CourseAudience], { description: 'Whom it takes, one kind at least （授课对象）.' })
  @Property({ type: ArrayType, columnType: 'text[]' })
  audiences!: CourseAudience[];

  @Field(() => Int, { description: 'How many places it has, 1 to 10,000 （名额）.' })
  @Property({ type: 'integer' })
  capacity!: number;

  @Field(() => DateScalar, { description: 'First day, within the programme’s period （开始日期）.' })
  @Property({ type: 'date' })
  startsOn!: Day;

  @Field(() => DateScalar, { description: 'Last day, included （结束日期）.' })
  @Property({ type: 'date' })
  endsOn!: Day;

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}
