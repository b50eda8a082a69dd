import { Field, ID, InputType } from 'type-graphql';
import { IdFilter, orderType, TextFilter } from '../kernel/index.js';

/** Which providers. */
@InputType({ description: 'Which providers of training; all conditions together.' })
export class TrainingProviderFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By name （机构名称）.' })
  name?: TextFilter | null;
}

export const TrainingProviderOrder = orderType('TrainingProvider', { NAME: 'Name （机构名称）.' });

/** Which teachers. */
@InputType({ description: 'Which teachers; all conditions together.' })
export class TeacherFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By name （姓名）.' })
  name?: TextFilter | null;
}

export const TeacherOrder = orderType('Teacher', { NAME: 'Name （姓名）.' });

/** A new provider. */
@InputType({ description: 'A new provider of training （新培训机构）.' })
export class TrainingProviderCreateInput {
  @Field(() => String, { description: 'Name, unique in the county, at most 60 characters （机构名称）.' })
  name!: string;
}

/** A new teacher. */
@InputType({ description: 'A new teacher （新教师）.' })
export class TeacherCreateInput {
  @Field(() => String, { description: 'Name, at most 40 characters （姓名）.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they teach, at most 60 characters （专长）.' })
  speciality?: string | null;

  @Field(() => ID, { nullable: true, description: 'For whom they teach （培训机构）.' })
  providerId?: string | null;
}

/** What changes of a provider. */
@InputType({ description: 'What changes of a provider of training （修改培训机构）.' })
export class TrainingProviderUpdateInput {
  @Field(() => String, { description: 'Name, unique in the county, at most 60 characters （机构名称）.' })
  name!: string;
}

/** What changes of a teacher; what is left out stays. */
@InputType({ description: 'What changes of a teacher; what is left out stays （修改教师）.' })
export class TeacherUpdateInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 40 characters （姓名）.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What they teach, at most 60 characters; null empties it （专长）.',
  })
  speciality?: string | null;

  @Field(() => ID, { nullable: true, description: 'For whom they teach; null: for nobody （培训机构）.' })
  providerId?: string | null;
}
