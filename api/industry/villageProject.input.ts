import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar } from '../kernel/index.js';
import { FundSource } from '../programmes/index.js';
import { MeetingKind } from './villageProject.js';

/** A meeting of the village about a project. */
@InputType({ description: 'A meeting of the village about a project （民主议事）.' })
export class ConsultationCreateInput {
  @Field(() => ID, { description: 'The project （村级项目）.' })
  programmeId!: string;

  @Field(() => MeetingKind, { description: 'Which meeting （会议类型）.' })
  kind!: MeetingKind;

  @Field(() => DateScalar, { description: 'When it met, not later than today （会议日期）.' })
  on!: Day;

  @Field(() => Int, { description: 'How many were there, 1 to 100,000 （到会人数）.' })
  attendance!: number;

  @Field(() => String, { description: 'What it resolved, at most 1,000 characters （决议）.' })
  resolution!: string;

  @Field(() => Boolean, { description: 'Whether it agreed to the project （是否通过）.' })
  isAgreed!: boolean;
}

/** A notice whose days are over. */
@InputType({ description: 'A public notice whose days are over （公示）.' })
export class PublicNoticeCreateInput {
  @Field(() => ID, { description: 'The project （村级项目）.' })
  programmeId!: string;

  @Field(() => DateScalar, { description: 'First day （公示起始日）.' })
  from!: Day;

  @Field(() => DateScalar, { description: 'Last day, included; before today （公示截止日）.' })
  to!: Day;

  @Field(() => Int, { description: 'How many objections came in （异议数）.' })
  objections!: number;

  @Field(() => String, {
    nullable: true,
    description: 'How they were settled, at most 500 characters; needed where there were any （异议处理）.',
  })
  settlement?: string | null;
}

/** The part of a budget that comes from one source. */
@InputType({ description: 'The part of a budget that comes from one source （资金构成）.' })
export class FundLineInput {
  @Field(() => FundSource, { description: 'The source, each once （资金来源）.' })
  source!: FundSource;

  @Field(() => MoneyScalar, { description: 'How much, in yuan, more than nothing （金额）.' })
  amount!: number;
}
