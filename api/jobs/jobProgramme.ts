import { BigIntType } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyScalar } from '../kernel/index.js';
import { Programme } from '../programmes/index.js';

/** What kind of work is offered. */
export enum JobKind {
  PUBLIC_WELFARE = 'PUBLIC_WELFARE',
  WORKSHOP = 'WORKSHOP',
  LABOUR_DISPATCH = 'LABOUR_DISPATCH',
}

registerEnumType(JobKind, {
  name: 'JobKind',
  description: 'What kind of work is offered （就业类型）.',
  valuesConfig: {
    PUBLIC_WELFARE: { description: 'Public-welfare posts （公益岗）.' },
    WORKSHOP: { description: 'An assistance workshop （扶贫车间）.' },
    LABOUR_DISPATCH: { description: 'Labour dispatched to an employer （劳务输出）.' },
  },
});

/** How people get to the work. */
export enum Transport {
  FREE = 'FREE',
  PAID = 'PAID',
  NONE = 'NONE',
}

registerEnumType(Transport, {
  name: 'Transport',
  description: 'How people get to the work （交通）.',
  valuesConfig: {
    FREE: { description: 'Brought free of charge （免费接送）.' },
    PAID: { description: 'Brought for a fare （付费接送）.' },
    NONE: { description: 'By their own means （自行前往）.' },
  },
});

/** A jobs programme; openings and batches hang on it. */
@ObjectType({ implements: Programme, description: 'A jobs programme （就业项目）.' })
@Entity({ tableName: 'job_programme' })
export class JobProgramme extends Programme {
  @Field(() => JobKind, { description: 'What kind of work is offered （就业类型）.' })
  @Property({ type: 'text' })
  jobKind!: JobKind;

  @Field(() => String, { nullable: true, description: 'Who employs, at most 100 characters （用工单位）.' })
  @Property({ type: 'text', nullable: true })
  employer: string | null = null;

  @Field(() => Int, { description: 'How many posts are offered （岗位数）.' })
  @Property({ type: 'integer' })
  postsOffered!: number;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'Lowest wage offered, yuan a month （月工资下限）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wageFrom: number | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'Highest wage offered, yuan a month （月工资上限）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  wageTo: number | null = null;

  @Field(() => Transport, { nullable: true, description: 'How people get to the work （交通）.' })
  @Property({ type: 'text', nullable: true })
  transport: Transport | null = null;
}
