import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, IdFilter, orderType } from '../kernel/index.js';

/** Which level tests. */
@InputType({ description: 'Which level tests; all conditions together.' })
export class LevelTestFilter {
  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'By course （课程）.' })
  course?: IdFilter | null;
}

export const LevelTestOrder = orderType('LevelTest', { MONTH: 'Month （测试月份）.' });

/** Which results of a test. */
@InputType({ description: 'Which results of a test; all conditions together.' })
export class TestResultFilter {
  @Field(() => Boolean, { nullable: true, description: 'true: only people who changed class group by it （调班）.' })
  isMoved?: boolean | null;
}

export const TestResultOrder = orderType('TestResult', { CREATED_AT: 'When it was entered （录入时间）.' });

/** A new level test. */
@InputType({ description: 'A new level test of a course （新测试）.' })
export class LevelTestCreateInput {
  @Field(() => ID, { description: 'The course （课程）.' })
  courseId!: string;

  @Field(() => DateScalar, { description: 'Any day of the month, which must lie in the course’s period （测试月份）.' })
  month!: string;

  @Field(() => Int, { nullable: true, description: 'The highest score, 1 to 1,000; 100 when left out （满分）.' })
  maxScore?: number | null;
}

/** A line of a score rule. */
@InputType({ description: 'A line of a score rule （分数线）.' })
export class LevelBandInput {
  @Field(() => ID, { description: 'The class group of the course （班）.' })
  classGroupId!: string;

  @Field(() => Int, { description: 'From which score on, itself included; the lowest line is 0 （最低分）.' })
  fromScore!: number;
}

/** A score of one person, who is named by enrolment or, out of a pasted list, by name. */
@InputType({ description: 'A score of one person, named by enrolment or by name （一条成绩）.' })
export class ScoreInput {
  @Field(() => ID, { nullable: true, description: 'The enrolment of the person in the course （报名）.' })
  enrolmentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name as it stands in the roster, where it is one person’s （姓名）.',
  })
  name?: string | null;

  @Field(() => Int, { description: 'The score, from 0 to the test’s highest （成绩）.' })
  score!: number;
}
