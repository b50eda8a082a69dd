import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, IdFilter, orderType } from '../kernel/index.js';
import { Enrolment } from './enrolment.js';
import { TrainingCertificate } from './trainingCertificate.js';

/** Which certificates. */
@InputType({ description: 'Which certificates; all conditions together.' })
export class TrainingCertificateFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By course （课程）.' })
  course?: IdFilter | null;
}

export const TrainingCertificateOrder = orderType('TrainingCertificate', { NUMBER: 'Number （证书编号）.' });

/** To whom certificates are issued. */
@InputType({ description: 'To whom certificates of a course are issued （批量发证）.' })
export class TrainingCertificatesIssueInput {
  @Field(() => ID, { description: 'The course （课程）.' })
  courseId!: string;

  @Field(() => [ID], { description: 'The enrolments of those who completed it, at most 500 （报名）.' })
  enrolmentIds!: string[];

  @Field(() => DateScalar, { description: 'The day of issue （发证日期）.' })
  issuedOn!: string;

  @Field(() => String, { description: 'Who issues them, at most 40 characters （发证单位）.' })
  issuedBy!: string;
}

/** What became of one of many. */
@ObjectType({ description: 'Whether a certificate was issued to one of many （逐条结果）.' })
export class CertificateIssueRow {
  @Field(() => Enrolment, { description: 'Whose it is （报名）.' })
  enrolment!: Enrolment;

  @Field(() => TrainingCertificate, { nullable: true, description: 'The certificate, new or had before （证书）.' })
  certificate!: TrainingCertificate | null;

  @Field(() => Boolean, { description: 'Whether it was issued now （是否发放）.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, where it was not （原因）.' })
  message!: string | null;
}

/** The answer to issuing many. */
@ObjectType({ description: 'To whom certificates were issued, one by one （发证结果）.' })
export class CertificateIssue {
  @Field(() => Int, { description: 'How many were issued （发放数）.' })
  done!: number;

  @Field(() => [CertificateIssueRow], { description: 'Each of them （逐条结果）.' })
  rows!: CertificateIssueRow[];
}
