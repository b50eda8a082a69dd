import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, IdFilter, MoneyScalar, orderType } from '../kernel/index.js';
import { LeavingReason, WorkerGrade } from './enums.js';
import { Transport } from './jobProgramme.js';

/** Which batches. */
@InputType({ description: 'Which batches; all conditions together.' })
export class DispatchBatchFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these openings （岗位）.' })
  opening?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'To these employers （用工单位）.' })
  employer?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const DispatchBatchOrder = orderType('DispatchBatch', {
  DAY: 'Day of departure （出发日期）.',
});

/** Which members of batches. */
@InputType({ description: 'Which members of batches; all conditions together.' })
export class DispatchMemberFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these batches （批次）.' })
  batch?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'People of a station and everything below it （含下级）.' })
  within?: string | null;
}

export const DispatchMemberOrder = orderType('DispatchMember', {
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** Which check-ins. */
@InputType({ description: 'Which check-ins; all conditions together.' })
export class CheckInFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these batches （批次）.' })
  batch?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'People of a station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were asked （已回访）.' })
  isDone?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due by this day （应访日期不晚于）.' })
  dueBy?: string | null;
}

export const CheckInOrder = orderType('CheckIn', {
  DUE_ON: 'Day on which it is due （应访日期）.',
});

/** A new batch. */
@InputType({ description: 'A new batch of an opening （新批次）.' })
export class DispatchBatchCreateInput {
  @Field(() => ID, { description: 'The opening, of labour dispatched to an employer （岗位）.' })
  openingId!: string;

  @Field(() => ID, { nullable: true, description: 'The agreement that it goes by （用工协议）.' })
  agreementId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Which batch; the next one when left out （第几批）.' })
  number?: number | null;

  @Field(() => DateScalar, { description: 'Day on which it is to leave （出发日期）.' })
  day!: string;

  @Field(() => Transport, { description: 'How it gets there （交通）.' })
  transport!: Transport;
}

/** A line of a list of names that is pasted. */
@InputType({ description: 'A line of a list of names （名单行）.' })
export class DispatchNameInput {
  @Field(() => String, { description: 'Name （姓名）.' })
  name!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of birth, where several bear the name （出生日期）.' })
  birthDay?: string | null;

  @Field(() => WorkerGrade, { nullable: true, description: 'That of the input when left out （级别）.' })
  grade?: WorkerGrade | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'That of the input when left out （月工资）.' })
  wage?: number | null;
}

/** Who goes with a batch. */
@InputType({ description: 'Who goes with a batch: people by id, or by a list of names （加入人员）.' })
export class DispatchMembersAddInput {
  @Field(() => [ID], { nullable: true, description: 'People of the register, at most 200 （人员）.' })
  personIds?: string[] | null;

  @Field(() => [DispatchNameInput], { nullable: true, description: 'Names, at most 200 （名单）.' })
  names?: DispatchNameInput[] | null;

  @Field(() => WorkerGrade, { description: 'As what they are taken on （级别）.' })
  grade!: WorkerGrade;

  @Field(() => MoneyScalar, { nullable: true, description: 'Their wage, yuan a month （月工资）.' })
  wage?: number | null;
}

/** That a member is back, or will not go. */
@InputType({ description: 'That a member is back, or will not go （返乡、退出）.' })
export class DispatchMemberReturnInput {
  @Field(() => DateScalar, { nullable: true, description: 'Since when; today when left out （日期）.' })
  on?: string | null;

  @Field(() => LeavingReason, { description: 'Why （原因）.' })
  reason!: LeavingReason;
}

/** What was found when somebody was asked. */
@InputType({ description: 'What was found when somebody was asked （回访结果）.' })
export class CheckInEnterInput {
  @Field(() => DateScalar, { nullable: true, description: 'When they were asked; today when left out （回访日期）.' })
  on?: string | null;

  @Field(() => Boolean, { description: 'Whether still in the job （是否在岗）.' })
  isEmployed!: boolean;

  @Field(() => LeavingReason, { nullable: true, description: 'Why not; needed then （离岗原因）.' })
  reason?: LeavingReason | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'The wage now, yuan a month （现月工资）.' })
  wage?: number | null;

  @Field(() => String, { nullable: true, description: 'What else was said, at most 200 characters （备注）.' })
  note?: string | null;
}
