import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, type EnumFilter, enumFilter, IdFilter, orderType } from '../kernel/index.js';
import { TrainingDemandState, TrainingPriority } from './trainingDemand.js';
import { TrainingCategory } from './trainingProgramme.js';

/** Which things of the menu. */
@InputType({ description: 'Which things of the menu; all conditions together.' })
export class TrainingMenuItemFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those taken off the menu; those on it when left out （已下架）.',
  })
  isClosed?: boolean | null;
}

export const TrainingMenuItemOrder = orderType('TrainingMenuItem', { TITLE: 'Name （名称）.' });

/** Something new on the menu. */
@InputType({ description: 'Something new on the menu （新菜单项）.' })
export class TrainingMenuItemCreateInput {
  @Field(() => ID, { description: 'The county or town that offers it （提供单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'What it is called, at most 60 characters （名称）.' })
  title!: string;

  @Field(() => TrainingCategory, { description: 'What is taught （培训类别）.' })
  category!: TrainingCategory;
}

const StateFilter = enumFilter<TrainingDemandState>('TrainingDemandState', TrainingDemandState, 'states （需求状态）');

/** Which wishes. */
@InputType({ description: 'Which wishes; all conditions together.' })
export class TrainingDemandFilter {
  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'By what is wished for （菜单项）.' })
  item?: IdFilter | null;

  @Field(() => StateFilter, { nullable: true, description: 'By where they stand （需求状态）.' })
  state?: EnumFilter<TrainingDemandState> | null;
}

export const TrainingDemandOrder = orderType('TrainingDemand', { ASKED_ON: 'Day asked （提出日期）.' });

/** A new wish. */
@InputType({ description: 'A new wish, of a person or of a village （新需求）.' })
export class TrainingDemandCreateInput {
  @Field(() => ID, { description: 'What is wished for, on the menu （菜单项）.' })
  itemId!: string;

  @Field(() => ID, { nullable: true, description: 'Who wishes it; left out where a village does （提出人）.' })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The village that wishes it; left out where a person does （提出村居）.',
  })
  stationId?: string | null;

  @Field(() => Int, { nullable: true, description: 'For how many people a village asks, 1 to 10,000 （人数）.' })
  people?: number | null;

  @Field(() => TrainingPriority, {
    nullable: true,
    description: 'How much it matters; usual when left out （需求程度）.',
  })
  priority?: TrainingPriority | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was asked for; today when left out （提出日期）.' })
  askedOn?: string | null;
}
