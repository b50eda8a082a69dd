import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, IdFilter, orderType } from '../kernel/index.js';

/** Which employers. */
@InputType({ description: 'Which employers; all conditions together.' })
export class EmployerFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the name, its pinyin or its initials begin, at most 50 characters （搜索）.',
  })
  search?: string | null;
}

export const EmployerOrder = orderType('Employer', {
  NAME: 'Name, by pinyin （名称）.',
});

/** A new employer. */
@InputType({ description: 'A new employer （新用工单位）.' })
export class EmployerCreateInput {
  @Field(() => ID, { description: 'The station that works with it （所属单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'Name, at most 60 characters （名称）.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where it works, at most 60 characters （所在地）.' })
  place?: string | null;

  @Field(() => Boolean, { description: 'Whether it lies outside the county （县外）.' })
  isOutside!: boolean;
}

/** A new agreement. */
@InputType({ description: 'A new agreement with an employer （新用工协议）.' })
export class AgreementCreateInput {
  @Field(() => ID, { description: 'With whom （用工单位）.' })
  employerId!: string;

  @Field(() => String, { description: 'What it is called, at most 60 characters （协议名称）.' })
  title!: string;

  @Field(() => DateScalar, { description: 'Day of signing （签订日期）.' })
  signedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day in force; that of signing when left out （生效日期）.',
  })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in force （失效日期）.' })
  validTo?: string | null;
}
