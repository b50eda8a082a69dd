import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BeneficiaryStatus } from '../households/index.js';
import { Enrolment, EnrolmentState } from './enrolment.js';

/** What became of one row of a roster. */
export enum RosterOutcome {
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
  REFUSED = 'REFUSED',
}

registerEnumType(RosterOutcome, {
  name: 'RosterOutcome',
  description: 'What became of one row of a roster （办理结果）.',
  valuesConfig: {
    DONE: { description: 'Done （已办）.' },
    SKIPPED: { description: 'Nothing to do, it was so already （无需办理）.' },
    REFUSED: { description: 'Refused, for the reason said （不予办理）.' },
  },
});

/** One row of what was asked for many people at once. */
@ObjectType({ description: 'What became of one row of a roster （名单行）.' })
export class RosterRow {
  @Field(() => Int, { description: 'Place of the row in what was sent, from 1 （行号）.' })
  no!: number;

  @Field(() => String, { description: 'The name as it was sent, or as the register has it （姓名）.' })
  name!: string;

  @Field(() => RosterOutcome, { description: 'What became of it （办理结果）.' })
  outcome!: RosterOutcome;

  @Field(() => EnrolmentState, { nullable: true, description: 'Where the enrolment stands after it （报名状态）.' })
  state!: EnrolmentState | null;

  @Field(() => String, { nullable: true, description: 'Why it was skipped or refused （说明）.' })
  says!: string | null;

  @Field(() => Enrolment, {
    nullable: true,
    description: 'The enrolment that it is about, where there is one （报名）.',
  })
  enrolment!: Enrolment | null;
}

/**
 * The answer to an act on many people: row by row, and with one row refused nothing of it is written, so that a list is never left
 * half entered.
 */
@ObjectType({ description: 'The answer to an act on many people, row by row （名单办理结果）.' })
export class Roster {
  @Field(() => Boolean, {
    description: 'Whether it was written: not when a row was refused, and not when it was only tried （已写入）.',
  })
  isWritten!: boolean;

  @Field(() => Int, { description: 'Rows that are done （已办行数）.' })
  doneCount!: number;

  @Field(() => Int, { description: 'Rows with nothing to do （无需办理行数）.' })
  skippedCount!: number;

  @Field(() => Int, { description: 'Rows that are refused （不予办理行数）.' })
  refusedCount!: number;

  @Field(() => Int, { description: 'Of those done, how many wait for a place （候补人数）.' })
  waitingCount!: number;

  @Field(() => [RosterRow], { description: 'The rows in the order sent （名单行）.' })
  rows!: RosterRow[];
}

/** The attendance of a session. */
@InputType({ description: 'Who was at a session and who was not; people who are not named stay as they are （签到）.' })
export class RosterTakeInput {
  @Field(() => ID, { description: 'The session （课次）.' })
  sessionId!: string;

  @Field(() => [ID], { nullable: true, description: 'People who were there, at most 2,000 （到课人员）.' })
  presentIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'People who were not, at most 2,000 （缺课人员）.' })
  absentIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of people who were there, as pasted from a list, at most 2,000 （到课名单）.',
  })
  presentNames?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only to try: rows are answered, nothing is written （预演）.' })
  isTrial?: boolean | null;
}

/** People chosen by where they live and what their households are. */
@InputType({ description: 'People by where they live and what their households are today （按条件选人）.' })
export class PeopleChoiceInput {
  @Field(() => ID, { description: 'The station and everything below it （含下级）.' })
  within!: string;

  @Field(() => BeneficiaryStatus, { nullable: true, description: 'Only members of households with it （户类别）.' })
  status?: BeneficiaryStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: cadres; members of households when left out （干部）.',
  })
  isCadre?: boolean | null;
}

/** Enrolments of many people at once. */
@InputType({ description: 'People to enrol in a course: by id, by name or by choice, or all of these （批量报名）.' })
export class EnrolmentsCreateInput {
  @Field(() => ID, { description: 'The course （课程）.' })
  courseId!: string;

  @Field(() => ID, { nullable: true, description: 'The class group; the first of the course when left out （班）.' })
  classGroupId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'People by id, at most 2,000 （人员）.' })
  personIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names as pasted from a list, of people where the course is given, at most 2,000 （名单）.',
  })
  names?: string[] | null;

  @Field(() => PeopleChoiceInput, { nullable: true, description: 'People by choice （按条件选人）.' })
  choice?: PeopleChoiceInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: they only apply, and places are given later by enrolmentsAdmit （仅登记申请）.',
  })
  isApplication?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only to try: rows are answered, nothing is written （预演）.' })
  isTrial?: boolean | null;
}
