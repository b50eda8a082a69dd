import { Field, InputType, Int } from 'type-graphql';
import { type EnumFilter, enumFilter } from '../kernel/index.js';
import { KindFilter, ProgrammeCreateInput, ProgrammeUpdateInput } from '../programmes/index.js';
import { TrainingAudience, TrainingCategory, TrainingForm } from './trainingProgramme.js';

/** A new training programme. */
@InputType({ description: 'A new training programme （培训项目）.' })
export class TrainingProgrammeCreateInput extends ProgrammeCreateInput {
  @Field(() => TrainingCategory, { description: 'What is taught （培训类别）.' })
  category!: TrainingCategory;

  @Field(() => TrainingForm, { description: 'How it is taught （培训形式）.' })
  form!: TrainingForm;

  @Field(() => TrainingAudience, { description: 'Whom it is for （培训对象）.' })
  audience!: TrainingAudience;

  @Field(() => Int, { nullable: true, description: 'How many sessions are planned, 1 to 1,000,000 （计划场次）.' })
  plannedSessions?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many places are planned, 1 to 1,000,000 （计划人数）.' })
  plannedPlaces?: number | null;
}

/** What of a training programme changes; what is left out stays. */
@InputType({ description: 'What of a training programme changes; what is left out stays.' })
export class TrainingProgrammeUpdateInput extends ProgrammeUpdateInput {
  @Field(() => TrainingCategory, { nullable: true, description: 'What is taught （培训类别）.' })
  category?: TrainingCategory | null;

  @Field(() => TrainingForm, { nullable: true, description: 'How it is taught （培训形式）.' })
  form?: TrainingForm | null;

  @Field(() => TrainingAudience, { nullable: true, description: 'Whom it is for （培训对象）.' })
  audience?: TrainingAudience | null;

  @Field(() => Int, { nullable: true, description: 'How many sessions are planned, 1 to 1,000,000 （计划场次）.' })
  plannedSessions?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many places are planned, 1 to 1,000,000 （计划人数）.' })
  plannedPlaces?: number | null;
}

const CategoryFilter = enumFilter<TrainingCategory>('TrainingCategory', TrainingCategory, 'categories （培训类别）');
const FormFilter = enumFilter<TrainingForm>('TrainingForm', TrainingForm, 'forms （培训形式）');
const AudienceFilter = enumFilter<TrainingAudience>('TrainingAudience', TrainingAudience, 'audiences （培训对象）');

/** Which training programmes. */
@InputType({ description: 'Which training programmes; all conditions together.' })
export class TrainingProgrammeFilter extends KindFilter {
  @Field(() => CategoryFilter, { nullable: true, description: 'By what is taught （培训类别）.' })
  category?: EnumFilter<TrainingCategory> | null;

  @Field(() => FormFilter, { nullable: true, description: 'By how it is taught （培训形式）.' })
  form?: EnumFilter<TrainingForm> | null;

  @Field(() => AudienceFilter, { nullable: true, description: 'By whom it is for （培训对象）.' })
  audience?: EnumFilter<TrainingAudience> | null;
}
