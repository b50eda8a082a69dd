import { Field, ID, InputType, Int } from 'type-graphql';
import {
  DateScalar,
  DayFilter,
  type EnumFilter,
  enumFilter,
  IdFilter,
  MoneyScalar,
  orderType,
} from '../kernel/index.js';
import { ContractState, LivestockMode, Species } from './livestockContract.js';
import { DeliveryKind } from './livestockInstalment.js';

const ModeFilter = enumFilter<LivestockMode>('LivestockMode', LivestockMode, 'ways of raising （养殖方式）');
const StateFilter = enumFilter<ContractState>('ContractState', ContractState, 'states （合同状态）');

/** Which cooperatives. */
@InputType({ description: 'Which cooperatives; all conditions together.' })
export class CooperativeFilter {
  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the name, its pinyin or its initials begin, at most 50 characters （搜索名称）.',
  })
  search?: string | null;
}

export const CooperativeOrder = orderType('Cooperative', { NAME: 'Name, by pinyin （名称）.' });

/** A new cooperative. */
@InputType({ description: 'A new cooperative （新建合作社）.' })
export class CooperativeCreateInput {
  @Field(() => ID, { description: 'Where it is （所在单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'Its name, at most 60 characters （名称）.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}

/** Which contracts. */
@InputType({ description: 'Which livestock contracts; all conditions together.' })
export class LivestockContractFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Under these programmes （产业项目）.' })
  programme?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these households （户）.' })
  household?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'With these cooperatives （合作社）.' })
  cooperative?: IdFilter | null;

  @Field(() => ModeFilter, { nullable: true, description: 'By who raises the animals （养殖方式）.' })
  mode?: EnumFilter<LivestockMode> | null;

  @Field(() => StateFilter, { nullable: true, description: 'By state （合同状态）.' })
  state?: EnumFilter<ContractState> | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Signed, and begun by that day （截至日）.' })
  asOf?: string | null;
}

export const LivestockContractOrder = orderType('LivestockContract', { STARTS_ON: 'Its first day （起始日期）.' });

/** A household's animals under a programme. */
@InputType({ description: 'A household’s animals under a programme （养殖合同）.' })
export class LivestockContractCreateInput {
  @Field(() => ID, { description: 'Whose animals （户）.' })
  householdId!: string;

  @Field(() => ID, { description: 'Under which programme; approved or running （产业项目）.' })
  programmeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who raises them; must be named where they are entrusted （合作社）.',
  })
  cooperativeId?: string | null;

  @Field(() => LivestockMode, { description: 'Who raises the animals （养殖方式）.' })
  mode!: LivestockMode;

  @Field(() => Species, { description: 'What animals （畜种）.' })
  species!: Species;

  @Field(() => Int, { description: 'How many head, 1 to 10,000 （头只数）.' })
  head!: number;

  @Field(() => DateScalar, { description: 'Its first day, within the programme （起始日期）.' })
  startsOn!: string;

  @Field(() => Int, { nullable: true, description: 'The 2 of 2:1, 1 to 100; 2 when left out （代养数）.' })
  ratioEntrusted?: number | null;

  @Field(() => Int, { nullable: true, description: 'The 1 of 2:1, 1 to 100; 1 when left out （分红数）.' })
  ratioReturned?: number | null;

  @Field(() => Int, { nullable: true, description: 'At how many year ends, 1 to 20; 4 when left out （分红年数）.' })
  years?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what is left of a head is carried to the next year; yes when left out （零头结转）.',
  })
  isHalfCarried?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the animals themselves come back at the end; no when left out （返还本金羊）.',
  })
  isPrincipalReturned?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A remark, at most 500 characters （备注）.' })
  note?: string | null;
}

/** Which instalments. */
@InputType({ description: 'Which instalments; all conditions together.' })
export class LivestockInstalmentFilter {
  @Field(() => IdFilter, { nullable: true, description: 'Under these programmes （产业项目）.' })
  programme?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Owed by these cooperatives （合作社）.' })
  cooperative?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => DayFilter, { nullable: true, description: 'Due on days from and to, both included （应兑付日期）.' })
  dueOn?: DayFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Due before that day, and not wholly delivered by it （逾期截至日）.',
  })
  overdueOn?: string | null;
}

export const LivestockInstalmentOrder = orderType('LivestockInstalment', { DUE_ON: 'When it is due （应兑付日期）.' });

/** What is delivered of an instalment. */
@InputType({ description: 'What is delivered of an instalment （兑付）.' })
export class LivestockInstalmentDeliverInput {
  @Field(() => Int, { description: 'How many head, at most what is still due （头数）.' })
  head!: number;

  @Field(() => DeliveryKind, { description: 'In animals or at their value （兑付方式）.' })
  kind!: DeliveryKind;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What was paid for them, where it is at their value （折价金额）.',
  })
  value?: number | null;

  @Field(() => DateScalar, { description: 'The day, since signing and not in the future （兑付日期）.' })
  onDay!: string;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  note?: string | null;
}
