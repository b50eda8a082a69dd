import { Field, ID, InputType, Int } from 'type-graphql';
import { type EnumFilter, enumFilter, IdFilter, MoneyScalar, orderType } from '../kernel/index.js';
import { WageBasis, WelfareWork, WorkerGrade } from './enums.js';
import { JobKind } from './jobProgramme.js';

const OpeningKindFilter = enumFilter<JobKind>('OpeningKind', JobKind, 'kinds of work （就业类型）');

/** Which openings. */
@InputType({ description: 'Which openings; all conditions together.' })
export class OpeningFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these programmes （就业项目）.' })
  programme?: IdFilter | null;

  @Field(() => OpeningKindFilter, { nullable: true, description: 'By the kind of work （就业类型）.' })
  kind?: EnumFilter<JobKind> | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const OpeningOrder = orderType('Opening', {
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** What an opening pays people of one grade. */
@InputType({ description: 'What an opening pays people of one grade （工资区间）.' })
export class WageBandInput {
  @Field(() => WorkerGrade, { description: 'For whom （级别）.' })
  grade!: WorkerGrade;

  @Field(() => MoneyScalar, { description: 'Lowest wage, yuan a month （月工资下限）.' })
  wageFrom!: number;

  @Field(() => MoneyScalar, { nullable: true, description: 'Highest wage; the lowest when left out （月工资上限）.' })
  wageTo?: number | null;

  @Field(() => WageBasis, { description: 'Whether somebody said so, or it was agreed （依据）.' })
  basis!: WageBasis;
}

/** A new opening. */
@InputType({ description: 'A new opening of a job programme; its kind is the programme’s （新岗位）.' })
export class OpeningCreateInput {
  @Field(() => ID, { description: 'The programme, approved or under way （就业项目）.' })
  programmeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Where the work is organised, at or below the programme’s station; there when left out （所在单位）.',
  })
  stationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who employs; needed but for public-welfare posts, which have none （用工单位）.',
  })
  employerId?: string | null;

  @Field(() => String, { description: 'What it is called, at most 60 characters （岗位名称）.' })
  title!: string;

  @Field(() => WelfareWork, { nullable: true, description: 'What is done; public-welfare posts alone （工种）.' })
  work?: WelfareWork | null;

  @Field(() => Int, { description: 'How many people it takes, 1 to 10,000 （名额）.' })
  headcount!: number;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What a public-welfare post pays, yuan a month （月补贴）.',
  })
  monthlyPay?: number | null;

  @Field(() => [String], { nullable: true, description: 'Skills of which one is asked for, at most 10 （技能要求）.' })
  skills?: string[] | null;

  @Field(() => [WageBandInput], { nullable: true, description: 'What it pays by grade （工资区间）.' })
  wageBands?: WageBandInput[] | null;
}

/** What changes of an opening; what is left out stays. */
@InputType({ description: 'What changes of an opening; what is left out stays （修改岗位）.' })
export class OpeningUpdateInput {
  @Field(() => String, { nullable: true, description: 'What it is called, at most 60 characters （岗位名称）.' })
  title?: string | null;

  @Field(() => WelfareWork, { nullable: true, description: 'What is done in a public-welfare post （工种）.' })
  work?: WelfareWork | null;

  @Field(() => Int, { nullable: true, description: 'How many people it takes; not fewer than are in it （名额）.' })
  headcount?: number | null;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What a public-welfare post pays whoever takes it up from now on, yuan a month （月补贴）.',
  })
  monthlyPay?: number | null;

  @Field(() => [String], { nullable: true, description: 'Skills of which one is asked for; ten at most （技能要求）.' })
  skills?: string[] | null;

  @Field(() => [WageBandInput], {
    nullable: true,
    description: 'What it pays people of these grades; other grades stay （工资区间）.',
  })
  wageBands?: WageBandInput[] | null;
}
