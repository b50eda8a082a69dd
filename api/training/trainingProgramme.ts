import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Programme } from '../programmes/index.js';

/** What is taught. */
export enum TrainingCategory {
  POLICY = 'POLICY',
  TECHNIQUE = 'TECHNIQUE',
  LANGUAGE_AND_LAW = 'LANGUAGE_AND_LAW',
  VOCATIONAL = 'VOCATIONAL',
}

registerEnumType(TrainingCategory, {
  name: 'TrainingCategory',
  description: 'What is taught （培训类别）.',
  valuesConfig: {
    POLICY: { description: 'Policies （政策宣讲）.' },
    TECHNIQUE: { description: 'Farming techniques （实用技术）.' },
    LANGUAGE_AND_LAW: { description: 'Language and law （语言与法律）.' },
    VOCATIONAL: { description: 'Vocational skills （职业技能）.' },
  },
});

/** How it is taught. */
export enum TrainingForm {
  NIGHT_SCHOOL = 'NIGHT_SCHOOL',
  LECTURE = 'LECTURE',
  ON_SITE = 'ON_SITE',
  MENU = 'MENU',
}

registerEnumType(TrainingForm, {
  name: 'TrainingForm',
  description: 'How it is taught （培训形式）.',
  valuesConfig: {
    NIGHT_SCHOOL: { description: 'Farmers’ night school （农民夜校）.' },
    LECTURE: { description: 'Lectures （集中授课）.' },
    ON_SITE: { description: 'In the field or at work （现场教学）.' },
    MENU: { description: 'What households order （菜单式、点菜式）.' },
  },
});

/** Whom it is for. */
export enum TrainingAudience {
  REGISTERED_HOUSEHOLDS = 'REGISTERED_HOUSEHOLDS',
  CADRES = 'CADRES',
  HELPERS = 'HELPERS',
  FARMERS = 'FARMERS',
  ALL = 'ALL',
}

registerEnumType(TrainingAudience, {
  name: 'TrainingAudience',
  description: 'Whom it is for （培训对象）.',
  valuesConfig: {
    REGISTERED_HOUSEHOLDS: { description: 'Registered households （建档立卡户）.' },
    CADRES: { description: 'Cadres （干部）.' },
    HELPERS: { description: 'Helpers （帮扶责任人）.' },
    FARMERS: { description: 'Farmers （农户）.' },
    ALL: { description: 'Everybody （全体群众）.' },
  },
});

/** A training programme; courses and sessions hang on it. */
@ObjectType({ implements: Programme, description: 'A training programme （培训项目）.' })
@Entity({ tableName: 'training_programme' })
export class TrainingProgramme extends Programme {
  @Field(() => TrainingCategory, { description: 'What is taught （培训类别）.' })
  @Property({ type: 'text' })
  category!: TrainingCategory;

  @Field(() => TrainingForm, { description: 'How it is taught （培训形式）.' })
  @Property({ type: 'text' })
  form!: TrainingForm;

  @Field(() => TrainingAudience, { description: 'Whom it is for （培训对象）.' })
  @Property({ type: 'text' })
  audience!: TrainingAudience;

  @Field(() => Int, { nullable: true, description: 'How many sessions are planned （计划场次）.' })
  @Property({ type: 'integer', nullable: true })
  plannedSessions: number | null = null;

  @Field(() => Int, { nullable: true, description: 'How many places are planned （计划人数）.' })
  @Property({ type: 'integer', nullable: true })
  plannedPlaces: number | null = null;
}
