import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import {
  DateScalar,
  type Day,
  type EnumFilter,
  enumFilter,
  IdFilter,
  MoneyScalar,
  OrderDirection,
  PeriodInput,
} from '../kernel/index.js';
import { FundSource, ProgrammeKind, ProgrammeState } from './enums.js';

/** What every kind's programme is created with. */
@InputType('ProgrammeCreateInput', { description: 'What every kind of programme is created with.' })
export class ProgrammeCreateInput {
  @Field(() => ID, { description: 'The station whose programme it is （所属单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'Title, at most 100 characters （名称）.' })
  title!: string;

  @Field(() => DateScalar, { description: 'First day of the period （开始日期）.' })
  startsOn!: Day;

  @Field(() => DateScalar, { description: 'Last day, not before the first and at most ten years later （结束日期）.' })
  endsOn!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'The plan, at most 5,000 characters; needed to submit （实施方案）.',
  })
  plan?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Budget in yuan; needed to submit （预算）.' })
  budget?: number | null;

  @Field(() => FundSource, {
    nullable: true,
    description: 'Where the money comes from; needed to submit （资金来源）.',
  })
  fundSource?: FundSource | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who answers for it, at most 60 characters; needed to submit （负责人）.',
  })
  responsible?: string | null;
}

/** What of every kind's programme can be changed; what is left out stays. */
@InputType('ProgrammeUpdateInput', {
  description: 'What of every kind of programme can be changed; what is left out stays.',
})
export class ProgrammeUpdateInput {
  @Field(() => String, { nullable: true, description: 'Title, at most 100 characters （名称）.' })
  title?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the period （开始日期）.' })
  startsOn?: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, not before the first （结束日期）.' })
  endsOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'The plan, at most 5,000 characters （实施方案）.' })
  plan?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Budget in yuan （预算）.' })
  budget?: number | null;

  @Field(() => FundSource, { nullable: true, description: 'Where the money comes from （资金来源）.' })
  fundSource?: FundSource | null;

  @Field(() => String, { nullable: true, description: 'Who answers for it, at most 60 characters （负责人）.' })
  responsible?: string | null;
}

export const ProgrammeKindFilter = enumFilter<ProgrammeKind>('ProgrammeKind', ProgrammeKind, 'kinds （类别）');
export const ProgrammeStateFilter = enumFilter<ProgrammeState>('ProgrammeState', ProgrammeState, 'states （状态）');

/** The conditions that every list of programmes takes; they all hold together. */
@InputType('KindFilter', { description: 'Which programmes; all conditions together.' })
export class KindFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ProgrammeStateFilter, { nullable: true, description: 'By state （状态）.' })
  state?: EnumFilter<ProgrammeState> | null;

  @Field(() => IdFilter, { nullable: true, description: 'Programmes of these very stations （所属单位）.' })
  station?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the title, its pinyin or its initials begin, at most 50 characters （搜索）.',
  })
  search?: string | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Programmes whose period overlaps this one （期间）.' })
  period?: PeriodInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those with an amendment that waits （有待审批的变更）.',
  })
  hasPendingRevision?: boolean | null;
}

/** Conditions over programmes of all kinds. */
@InputType('ProgrammeFilter', { description: 'Which programmes of all kinds; all conditions together.' })
export class ProgrammeFilter extends KindFilter {
  @Field(() => ProgrammeKindFilter, { nullable: true, description: 'By kind （类别）.' })
  kind?: EnumFilter<ProgrammeKind> | null;
}

/** What programmes can be ordered by. */
export enum ProgrammeOrderField {
  STARTS_ON = 'STARTS_ON',
  ENDS_ON = 'ENDS_ON',
  TITLE = 'TITLE',
  STATE = 'STATE',
  BUDGET = 'BUDGET',
  CREATED_AT = 'CREATED_AT',
}

registerEnumType(ProgrammeOrderField, {
  name: 'ProgrammeOrderField',
  description: 'What programmes are ordered by.',
  valuesConfig: {
    STARTS_ON: { description: 'First day of the period （开始日期）.' },
    ENDS_ON: { description: 'Last day of the period （结束日期）.' },
    TITLE: { description: 'Title, by pinyin （名称）.' },
    STATE: { description: 'State, in the order in which a programme passes through them （状态）.' },
    BUDGET: { description: 'Budget; those without one come last （预算）.' },
    CREATED_AT: { description: 'When the record was made （创建时间）.' },
  },
});

/** One order of programmes. */
@InputType('ProgrammeOrder', { description: 'One order of programmes.' })
export class ProgrammeOrder {
  @Field(() => ProgrammeOrderField, { description: 'By what.' })
  field!: ProgrammeOrderField;

  @Field(() => OrderDirection, { description: 'Which end first.' })
  direction!: OrderDirection;
}

/** The order of one kind's list, such as `TrainingProgrammeOrder`. */
export function kindOrder(typeName: string): typeof ProgrammeOrder {
  class Order extends ProgrammeOrder {}
  InputType(`${typeName}Order`, { description: `One order of a list of ${typeName}.` })(Order);
  Object.defineProperty(Order, 'name', { value: `${typeName}Order` });
  return Order;
}
