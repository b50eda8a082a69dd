import { BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Household } from '../households/index.js';
import { DateScalar, type Day, MoneyScalar, Node, withinTenant } from '../kernel/index.js';
import { FundSource } from '../programmes/index.js';
import { Station } from '../tenancy/index.js';
import { IndustryProgramme } from './industryProgramme.js';

/** Which meeting of the village spoke about a project. */
export enum MeetingKind {
  COMMITTEES = 'COMMITTEES',
  REPRESENTATIVES = 'REPRESENTATIVES',
  VILLAGERS = 'VILLAGERS',
  MASSES = 'MASSES',
}

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: 'Which meeting of the village spoke about a project （会议类型）.',
  valuesConfig: {
    COMMITTEES: { description: 'The two committees of the village （村两委会议）.' },
    REPRESENTATIVES: { description: 'The representatives of the villagers （村民代表会议）.' },
    VILLAGERS: { description: 'All villagers （村民大会）.' },
    MASSES: { description: 'Representatives of the masses （群众代表会议）.' },
  },
});

/** What of a village project hangs on its programme, with who entered it. */
@ObjectType()
abstract class OfProject extends Node {
  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  /** What row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** A meeting of the village about a project; a village project cannot be submitted without one that agreed. */
@ObjectType({ implements: Node, description: 'A meeting of the village about a project （民主议事）.' })
@Entity({ tableName: 'consultation' })
export class Consultation extends OfProject {
  @Field(() => MeetingKind, { description: 'Which meeting （会议类型）.' })
  @Property({ type: 'text' })
  kind!: MeetingKind;

  @Field(() => DateScalar, { name: 'on', description: 'When it met （会议日期）.' })
  @Property({ type: 'date' })
  heldOn!: Day;

  @Field(() => Int, { description: 'How many were there, 1 to 100,000 （到会人数）.' })
  @Property({ type: 'integer' })
  attendance!: number;

  @Field(() => String, { description: 'What it resolved, at most 1,000 characters （决议）.' })
  @Property({ type: 'text' })
  resolution!: string;

  @Field(() => Boolean, { description: 'Whether it agreed to the project （是否通过）.' })
  @Property({ type: 'boolean' })
  isAgreed!: boolean;
}

/** A notice that has hung out; a village project cannot be approved without one. */
@ObjectType({ implements: Node, description: 'A public notice of a project, entered when its days are over （公示）.' })
@Entity({ tableName: 'public_notice' })
export class PublicNotice extends OfProject {
  @Field(() => DateScalar, { name: 'from', description: 'First day （公示起始日）.' })
  @Property({ type: 'date' })
  fromDay!: Day;

  @Field(() => DateScalar, { name: 'to', description: 'Last day, included （公示截止日）.' })
  @Property({ type: 'date' })
  toDay!: Day;

  @Field(() => Int, { description: 'How many objections came in （异议数）.' })
  @Property({ type: 'integer' })
  objections!: number;

  @Field(() => String, {
    nullable: true,
    description: 'How they were settled, at most 500 characters; null where there were none （异议处理）.',
  })
  @Property({ type: 'text', nullable: true })
  settlement: string | null = null;
}

/** The part of a project's budget that comes from one source; all parts together are the budget. */
@ObjectType({ implements: Node, description: 'The part of a budget that comes from one source （资金构成）.' })
@Entity({ tableName: 'fund_line' })
export class FundLine extends OfProject {
  @Field(() => FundSource, { description: 'The source （资金来源）.' })
  @Property({ type: 'text' })
  source!: FundSource;

  /** Fen. */
  @Field(() => MoneyScalar, { description: 'How much, in yuan （金额）.' })
  @Property({ type: new BigIntType('number') })
  amount!: number;
}

/** A household that a project reaches. */
@ObjectType({ implements: Node, description: 'A household that a project reaches （受益户）.' })
@Entity({ tableName: 'project_household' })
export class ProjectHousehold extends OfProject {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @Field(() => DateScalar, { name: 'on', description: 'Since when it counts （落实日期）.' })
  @Property({ type: 'date' })
  reachedOn!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'Since when it no longer counts （移出日期）.' })
  @Property({ type: 'date', nullable: true })
  endedOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it no longer counts （移出事由）.' })
  @Property({ type: 'text', nullable: true })
  endReason: string | null = null;
}
