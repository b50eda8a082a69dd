import { Field, ID, InputType } from 'type-graphql';
import {
  DateScalar,
  DayFilter,
  DecimalScalar,
  type EnumFilter,
  enumFilter,
  IdFilter,
  orderType,
  QuantityInput,
  Unit,
} from '../kernel/index.js';

const UnitFilter = enumFilter<Unit>('Unit', Unit, 'units （单位）');

/** Which lines of the ledger. */
@InputType({ description: 'Which lines of the ledger of distributions; all conditions together.' })
export class DistributionFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Of these programmes （产业项目）.' })
  programme?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these items （品目）.' })
  item?: IdFilter | null;

  @Field(() => UnitFilter, { nullable: true, description: 'In these units （单位）.' })
  unit?: EnumFilter<Unit> | null;

  @Field(() => IdFilter, { nullable: true, description: 'To these households （户）.' })
  household?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => DayFilter, { nullable: true, description: 'Given on days from and to, both included （期间）.' })
  on?: DayFilter | null;

  @Field(() => DateScalar, { nullable: true, description: 'Given by that day （截至日）.' })
  asOf?: string | null;
}

export const DistributionOrder = orderType('Distribution', { ON_DAY: 'The day on which it was given （发放日期）.' });

/** One household of an entry. */
@InputType({ description: 'One household of an entry （一户）.' })
export class DistributionRowInput {
  @Field(() => ID, { description: 'Who was given it （户）.' })
  householdId!: string;

  @Field(() => QuantityInput, { description: 'How much, in a unit that the item has （数量）.' })
  quantity!: QuantityInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether the household signed; no when left out （已签字）.' })
  isSigned?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}

/** What one item was given to many households on a day. */
@InputType({ description: 'What was given of one item to many households on a day （发放登记）.' })
export class DistributionsCreateInput {
  @Field(() => ID, { description: 'Under which programme; approved or running （产业项目）.' })
  programmeId!: string;

  @Field(() => ID, { description: 'What was given （品目）.' })
  itemId!: string;

  @Field(() => DateScalar, { description: 'The day, within the programme and not in the future （发放日期）.' })
  onDay!: string;

  @Field(() => [DistributionRowInput], { description: 'The households, 1 to 500 （各户）.' })
  rows!: DistributionRowInput[];
}

/** A look at what was given. */
@InputType({ description: 'How much of what was given is alive on a day （成活核查）.' })
export class SurvivalCheckCreateInput {
  @Field(() => ID, { description: 'The line that is looked at （发放记录）.' })
  distributionId!: string;

  @Field(() => DateScalar, { description: 'The day, from the giving to today （核查日期）.' })
  onDay!: string;

  @Field(() => DecimalScalar, { description: 'How much was alive, at most what was given （成活数量）.' })
  alive!: string;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}
