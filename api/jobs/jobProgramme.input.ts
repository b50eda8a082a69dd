import { Field, InputType, Int } from 'type-graphql';
import { type EnumFilter, enumFilter, MoneyScalar } from '../kernel/index.js';
import { KindFilter, ProgrammeCreateInput, ProgrammeUpdateInput } from '../programmes/index.js';
import { JobKind, Transport } from './jobProgramme.js';

/** A new jobs programme. */
@InputType({ description: 'A new jobs programme （就业项目）.' })
export class JobProgrammeCreateInput extends ProgrammeCreateInput {
  @Field(() => JobKind, { description: 'What kind of work is offered （就业类型）.' })
  jobKind!: JobKind;

  @Field(() => String, { nullable: true, description: 'Who employs, at most 100 characters （用工单位）.' })
  employer?: string | null;

  @Field(() => Int, { description: 'How many posts are offered, 1 to 1,000,000 （岗位数）.' })
  postsOffered!: number;

  @Field(() => MoneyScalar, { nullable: true, description: 'Lowest wage offered, yuan a month （月工资下限）.' })
  wageFrom?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Highest wage, not below the lowest （月工资上限）.' })
  wageTo?: number | null;

  @Field(() => Transport, { nullable: true, description: 'How people get to the work （交通）.' })
  transport?: Transport | null;
}

/** What of a jobs programme changes; what is left out stays. */
@InputType({ description: 'What of a jobs programme changes; what is left out stays.' })
export class JobProgrammeUpdateInput extends ProgrammeUpdateInput {
  @Field(() => JobKind, { nullable: true, description: 'What kind of work is offered （就业类型）.' })
  jobKind?: JobKind | null;

  @Field(() => String, { nullable: true, description: 'Who employs, at most 100 characters （用工单位）.' })
  employer?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many posts are offered, 1 to 1,000,000 （岗位数）.' })
  postsOffered?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Lowest wage offered, yuan a month （月工资下限）.' })
  wageFrom?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Highest wage, not below the lowest （月工资上限）.' })
  wageTo?: number | null;

  @Field(() => Transport, { nullable: true, description: 'How people get to the work （交通）.' })
  transport?: Transport | null;
}

const JobKindFilter = enumFilter<JobKind>('JobKind', JobKind, 'kinds of work （就业类型）');

/** Which jobs programmes. */
@InputType({ description: 'Which jobs programmes; all conditions together.' })
export class JobProgrammeFilter extends KindFilter {
  @Field(() => JobKindFilter, { nullable: true, description: 'By the kind of work （就业类型）.' })
  jobKind?: EnumFilter<JobKind> | null;
}
