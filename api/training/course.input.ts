import { Field, ID, InputType, Int } from 'type-graphql';
import {
  DateScalar,
  type Day,
  DecimalScalar,
  type EnumFilter,
  enumFilter,
  IdFilter,
  orderType,
} from '../kernel/index.js';
import { CourseAudience } from './course.js';
import { EnrolmentState } from './enrolment.js';

/** Which courses. */
@InputType({ description: 'Which courses; all conditions together.' })
export class CourseFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Courses of these training programmes （培训项目）.' })
  programme?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

export const CourseOrder = orderType('Course', { STARTS_ON: 'First day （开始日期）.' });

const StateFilter = enumFilter<EnrolmentState>('EnrolmentState', EnrolmentState, 'states （报名状态）');

/** Which enrolments. */
@InputType({ description: 'Which enrolments; all conditions together.' })
export class EnrolmentFilter {
  @Field(() => StateFilter, { nullable: true, description: 'By state （报名状态）.' })
  state?: EnumFilter<EnrolmentState> | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of these class groups （班）.' })
  classGroup?: IdFilter | null;
}

export const EnrolmentOrder = orderType('Enrolment', {
  NO: 'Place in the order of applying （序号）.',
  CREATED_AT: 'When it was entered （录入时间）.',
});

/** A class group of a new course. */
@InputType({ description: 'A class group （班）.' })
export class ClassGroupInput {
  @Field(() => String, { description: 'Name, unique in the course, at most 20 characters （班名）.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its level in words, at most 20 characters （级别）.' })
  level?: string | null;
}

/** A new course. */
@InputType({ description: 'A new course of a training programme that is approved or under way （新课程）.' })
export class CourseCreateInput {
  @Field(() => ID, { description: 'The training programme （培训项目）.' })
  programmeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it is given: the programme’s station or one below; the programme’s when left out （开课单位）.',
  })
  stationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who gives it （培训机构）.' })
  providerId?: string | null;

  @Field(() => String, { description: 'Title, at most 60 characters （课程名称）.' })
  title!: string;

  @Field(() => [CourseAudience], { description: 'Whom it takes, one kind at least （授课对象）.' })
  audiences!: CourseAudience[];

  @Field(() => Int, { description: 'How many places, 1 to 10,000 （名额）.' })
  capacity!: number;

  @Field(() => DateScalar, { description: 'First day, within the programme’s period （开始日期）.' })
  startsOn!: Day;

  @Field(() => DateScalar, { description: 'Last day, included （结束日期）.' })
  endsOn!: Day;

  @Field(() => [ClassGroupInput], {
    nullable: true,
    description: 'Its class groups, at most 20; one, called 一班, when left out （班）.',
  })
  classGroups?: ClassGroupInput[] | null;
}

/** What of a course changes; what is left out stays. */
@InputType({ description: 'What of a course changes; what is left out stays.' })
export class CourseUpdateInput {
  @Field(() => ID, { nullable: true, description: 'Who gives it （培训机构）.' })
  providerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Title, at most 60 characters （课程名称）.' })
  title?: string | null;

  @Field(() => [CourseAudience], { nullable: true, description: 'Whom it takes （授课对象）.' })
  audiences?: CourseAudience[] | null;

  @Field(() => Int, { nullable: true, description: 'How many places, not fewer than are taken （名额）.' })
  capacity?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day （开始日期）.' })
  startsOn?: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, included （结束日期）.' })
  endsOn?: Day | null;
}

/** A class group added to a course. */
@InputType({ description: 'A class group added to a course （加班）.' })
export class ClassGroupCreateInput extends ClassGroupInput {
  @Field(() => ID, { description: 'The course （课程）.' })
  courseId!: string;
}

/** New sessions of a course. */
@InputType({ description: 'New sessions of a course, one on each of several days （新课次）.' })
export class CourseSessionsCreateInput {
  @Field(() => ID, { description: 'The course （课程）.' })
  courseId!: string;

  @Field(() => ID, { nullable: true, description: 'Who teaches （教师）.' })
  teacherId?: string | null;

  @Field(() => [DateScalar], { description: 'The days, 1 to 100, within the period of the course （上课日期）.' })
  days!: Day[];

  @Field(() => String, { description: 'What it is about, at most 100 characters （主题）.' })
  topic!: string;

  @Field(() => String, { nullable: true, description: 'Where, at most 60 characters （地点）.' })
  place?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Hours of each, more than 0 and at most 12 （课时）.' })
  hours?: string | null;
}

/** What of a session changes; what is left out stays. */
@InputType({ description: 'What of a session changes; what is left out stays.' })
export class CourseSessionUpdateInput {
  @Field(() => ID, { nullable: true, description: 'Who teaches （教师）.' })
  teacherId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day, within the period of the course （上课日期）.' })
  heldOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 100 characters （主题）.' })
  topic?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, at most 60 characters （地点）.' })
  place?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Hours, more than 0 and at most 12 （课时）.' })
  hours?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is called off; not once attendance was taken （取消课次）.',
  })
  isCancelled?: boolean | null;
}
