import { Field, ID, InputType } from 'type-graphql';
import { type EnumFilter, enumFilter, IdFilter, MoneyScalar, orderType } from '../kernel/index.js';
import { Distance, JobSeekerState } from './enums.js';

const StateFilter = enumFilter<JobSeekerState>('JobSeekerState', JobSeekerState, 'states （求职状态）');

/** Which searches for work. */
@InputType({ description: 'Which searches for work; all conditions together.' })
export class JobSeekerFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'People of a station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => StateFilter, { nullable: true, description: 'By state （求职状态）.' })
  state?: EnumFilter<JobSeekerState> | null;
}

export const JobSeekerOrder = orderType('JobSeeker', {
  CREATED_AT: 'When the record was made （登记时间）.',
});

/** Somebody looks for work. */
@InputType({ description: 'Somebody looks for work （求职登记）.' })
export class JobSeekerCreateInput {
  @Field(() => ID, { description: 'Who （人员）.' })
  personId!: string;

  @Field(() => [String], { nullable: true, description: 'What they can do, at most 10 words （技能）.' })
  skills?: string[] | null;

  @Field(() => Distance, { description: 'How far from home they would work （可接受的远近）.' })
  distance!: Distance;

  @Field(() => MoneyScalar, { nullable: true, description: 'The wage they wish, yuan a month （期望月工资）.' })
  wageWished?: number | null;
}
