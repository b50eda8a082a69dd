import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, type EnumFilter, enumFilter, IdFilter, orderType } from '../kernel/index.js';
import { KnowHowState } from './knowHowHolder.js';

const StateFilter = enumFilter<KnowHowState>('KnowHowState', KnowHowState, 'states （状态）');

/** Which know-how holders. */
@InputType({ description: 'Which know-how holders; all conditions together.' })
export class KnowHowHolderFilter {
  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'By household （户）.' })
  household?: IdFilter | null;

  @Field(() => StateFilter, { nullable: true, description: 'How far they have come （状态）.' })
  state?: EnumFilter<KnowHowState> | null;
}

export const KnowHowHolderOrder = orderType('KnowHowHolder', { TRAINED_ON: 'Day of training （培训日期）.' });

/** Which households are looked at for gaps. */
@InputType({ description: 'Which households are looked at; all conditions together.' })
export class KnowHowGapFilter {
  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const KnowHowGapOrder = orderType('KnowHowGap', { NAME: 'Name of the head, by pinyin （户主）.' });

/** A new mark. */
@InputType({ description: 'That somebody of a household was trained in a technique （登记科技明白人）.' })
export class KnowHowHolderCreateInput {
  @Field(() => ID, { description: 'Who: a member of a household （人）.' })
  personId!: string;

  @Field(() => String, { description: 'What the person masters, at most 60 characters （技术专题）.' })
  topic!: string;

  @Field(() => DateScalar, { description: 'The day of training （培训日期）.' })
  trainedOn!: string;
}

/** What an assessor says. */
@InputType({ description: 'That an assessor confirms a know-how holder （认定）.' })
export class KnowHowHolderConfirmInput {
  @Field(() => String, { description: 'Who confirms it, at most 40 characters （认定专家）.' })
  assessor!: string;

  @Field(() => DateScalar, { description: 'On which day, not before the training （认定日期）.' })
  on!: string;
}
