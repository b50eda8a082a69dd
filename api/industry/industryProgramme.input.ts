import { Field, InputType, Int } from 'type-graphql';
import { type EnumFilter, enumFilter, QuantityInput } from '../kernel/index.js';
import { KindFilter, ProgrammeCreateInput, ProgrammeUpdateInput } from '../programmes/index.js';
import { IndustryCategory } from './industryProgramme.js';

/** A new industry programme. */
@InputType({ description: 'A new industry programme （产业项目）.' })
export class IndustryProgrammeCreateInput extends ProgrammeCreateInput {
  @Field(() => IndustryCategory, { description: 'What is built up （产业类别）.' })
  category!: IndustryCategory;

  @Field(() => Int, {
    nullable: true,
    description: 'How many households shall take part, 1 to 1,000,000 （计划户数）.',
  })
  plannedHouseholds?: number | null;

  @Field(() => QuantityInput, { nullable: true, description: 'How much is planned, with its unit （计划数量）.' })
  plannedQuantity?: QuantityInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the village is consulted on it and it is published （村级项目）.',
  })
  isVillageProject?: boolean | null;
}

/** What of an industry programme changes; what is left out stays. */
@InputType({ description: 'What of an industry programme changes; what is left out stays.' })
export class IndustryProgrammeUpdateInput extends ProgrammeUpdateInput {
  @Field(() => IndustryCategory, { nullable: true, description: 'What is built up （产业类别）.' })
  category?: IndustryCategory | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many households shall take part, 1 to 1,000,000 （计划户数）.',
  })
  plannedHouseholds?: number | null;

  @Field(() => QuantityInput, { nullable: true, description: 'How much is planned, with its unit （计划数量）.' })
  plannedQuantity?: QuantityInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the village is consulted on it and it is published （村级项目）.',
  })
  isVillageProject?: boolean | null;
}

const CategoryFilter = enumFilter<IndustryCategory>('IndustryCategory', IndustryCategory, 'categories （产业类别）');

/** Which industry programmes. */
@InputType({ description: 'Which industry programmes; all conditions together.' })
export class IndustryProgrammeFilter extends KindFilter {
  @Field(() => CategoryFilter, { nullable: true, description: 'By what is built up （产业类别）.' })
  category?: EnumFilter<IndustryCategory> | null;

  @Field(() => Boolean, { nullable: true, description: 'Projects of villages, or the others （村级项目）.' })
  isVillageProject?: boolean | null;
}
