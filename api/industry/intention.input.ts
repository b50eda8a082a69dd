import { Field, ID, InputType, Int } from 'type-graphql';
import { IdFilter, orderType, QuantityInput } from '../kernel/index.js';

/** Which intentions. */
@InputType({ description: 'Which intentions; all conditions together.' })
export class IntentionFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Of these households （户）.' })
  household?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these items （品目）.' })
  item?: IdFilter | null;

  @Field(() => Int, { nullable: true, description: 'For that year （年度）.' })
  year?: number | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const IntentionOrder = orderType('Intention', { CREATED_AT: 'When it was entered （录入时间）.' });

/** What a household would like. */
@InputType({ description: 'What a household would like to grow or raise （种养意愿）.' })
export class IntentionCreateInput {
  @Field(() => ID, { description: 'Whose wish it is （户）.' })
  householdId!: string;

  @Field(() => ID, { description: 'What （品目）.' })
  itemId!: string;

  @Field(() => Int, { description: 'For which year, 2010 to the year after next （年度）.' })
  year!: number;

  @Field(() => QuantityInput, { description: 'How much, in a unit that the item has （规模）.' })
  quantity!: QuantityInput;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}

/** How a wish has changed. */
@InputType({ description: 'How a wish has changed （变更意愿）.' })
export class IntentionUpdateInput {
  @Field(() => QuantityInput, { description: 'How much now; zero once it is wanted no longer （规模）.' })
  quantity!: QuantityInput;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}

/** Which specialties. */
@InputType({ description: 'Which specialties of villages; all conditions together.' })
export class VillageSpecialtyFilter {
  @Field(() => Int, { nullable: true, description: 'For that year （年度）.' })
  year?: number | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const VillageSpecialtyOrder = orderType('VillageSpecialty', { YEAR: 'The year （年度）.' });

/** What a village shall go in for. */
@InputType({ description: 'What a village shall go in for in a year （特色产业）.' })
export class VillageSpecialtyCreateInput {
  @Field(() => ID, { description: 'The village （村居）.' })
  stationId!: string;

  @Field(() => Int, { description: 'The year, 2010 to the year after next （年度）.' })
  year!: number;

  @Field(() => [ID], { description: 'The items, 1 to 10 （品目）.' })
  itemIds!: string[];

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}
