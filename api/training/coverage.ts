import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { badInput, DateScalar, type Day, DecimalScalar, PeriodInput } from '../kernel/index.js';

/** Of whom coverage is asked. */
export enum CoverageAudience {
  REGISTERED = 'REGISTERED',
  CADRES = 'CADRES',
  ALL = 'ALL',
}

registerEnumType(CoverageAudience, {
  name: 'CoverageAudience',
  description: 'Of whom coverage is asked （覆盖对象）.',
  valuesConfig: {
    REGISTERED: { description: 'Members of registered households, as of the day （建档立卡户）.' },
    CADRES: { description: 'Cadres and helpers （干部）.' },
    ALL: { description: 'Everybody on the register, as of the day （全体）.' },
  },
});

/** What is asked of coverage. */
@ArgsType()
export class CoverageArgs {
  @Field(() => CoverageAudience, { description: 'Of whom （覆盖对象）.' })
  audience!: CoverageAudience;

  @Field(() => PeriodInput, { description: 'Sessions held on these days, both included （期间）.' })
  period!: PeriodInput;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day whose households, statuses and places count; today when left out, not later （截至日）.',
  })
  asOf?: Day | null;

  @Field(() => ID, { nullable: true, description: 'People of a station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => ID, { nullable: true, description: 'Sessions of one training programme （培训项目）.' })
  programmeId?: string | null;
}

/** How far training has reached: times and people apart, for one person may come many times. */
@ObjectType({ description: 'How far training has reached the people of an audience in a period （培训覆盖）.' })
export class TrainingCoverage {
  @Field(() => DateScalar, { description: 'The day whose households and statuses count （截至日）.' })
  asOf!: Day;

  @Field(() => Int, { description: 'Attendances, one person counting each time （人次）.' })
  personTimes!: number;

  @Field(() => Int, { description: 'People who came at least once （覆盖人数）.' })
  personsCovered!: number;

  @Field(() => Int, { description: 'People of the audience （对象人数）.' })
  personsTotal!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'People covered, in per cent with one decimal, rounded down; null of nobody （人员覆盖率）.',
  })
  personShare!: string | null;

  @Field(() => Int, { description: 'Households of which somebody came at least once （覆盖户数）.' })
  householdsCovered!: number;

  @Field(() => Int, { description: 'Households of the audience （对象户数）.' })
  householdsTotal!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Households covered, in per cent with one decimal, rounded down; null of none （户覆盖率）.',
  })
  householdShare!: string | null;

  /** Who has not come yet. */
  gapIds!: string[];
}

/** The days of a question, or the refusal of a period upside down and of a day to come. */
export function settled({ period, asOf }: CoverageArgs, today: Day): { from: Day; to: Day; asOf: Day } {
  const day = asOf ?? today;
  if (period.from > period.to)
    throw badInput({ zh: '期间的起始日不得晚于截止日。', en: 'The period ends before it starts.' }, ['period', 'to']);
  if (day > today)
    throw badInput({ zh: '截至日不得晚于今天。', en: 'Coverage cannot be as of a future day.' }, ['asOf']);
  return { from: period.from, to: period.to < day ? period.to : day, asOf: day };
}
