import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Household } from '../households/index.js';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { IndustryProgramme } from './industryProgramme.js';

/** Who raises the animals. */
export enum LivestockMode {
  GROUP_PURCHASE = 'GROUP_PURCHASE',
  AGENT_RAISE = 'AGENT_RAISE',
}

/** What animals a contract is about. */
export enum Species {
  SHEEP = 'SHEEP',
  CATTLE = 'CATTLE',
  PIG = 'PIG',
  DONKEY = 'DONKEY',
}

/** How far a contract has come. */
export enum ContractState {
  WILLING = 'WILLING',
  CHECKED = 'CHECKED',
  SIGNED = 'SIGNED',
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
  BREACHED = 'BREACHED',
}

registerEnumType(LivestockMode, {
  name: 'LivestockMode',
  description: 'Who raises the animals （养殖方式）.',
  valuesConfig: {
    GROUP_PURCHASE: { description: 'Bought together, raised by the household itself （团购自养）.' },
    AGENT_RAISE: { description: 'Entrusted to a cooperative, which gives a dividend in animals （代养分红）.' },
  },
});

registerEnumType(Species, {
  name: 'Species',
  description: 'What animals a contract is about （畜种）.',
  valuesConfig: {
    SHEEP: { description: 'Sheep and goats （羊）.' },
    CATTLE: { description: 'Cattle （牛）.' },
    PIG: { description: 'Pigs （猪）.' },
    DONKEY: { description: 'Donkeys （驴）.' },
  },
});

registerEnumType(ContractState, {
  name: 'ContractState',
  description: 'How far a livestock contract has come （合同状态）.',
  valuesConfig: {
    WILLING: { description: 'The household wants it （有意愿）.' },
    CHECKED: { description: 'The pen was looked at and will do （圈舍已查验）.' },
    SIGNED: { description: 'Signed; the instalments are set （已签约）.' },
    RUNNING: { description: 'The animals are there （履行中）.' },
    COMPLETED: { description: 'Everything due was delivered （已完成）.' },
    BREACHED: { description: 'Broken off （已违约）.' },
  },
});

/** A farmers' cooperative that raises animals for households; a light register. */
@ObjectType({ implements: Node, description: 'A farmers’ cooperative （合作社）.' })
@Entity({ tableName: 'cooperative' })
export class Cooperative extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Its name, unique in the county, at most 60 characters （名称）.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** A household's animals under a programme: its own, or entrusted to a cooperative for a dividend at each year end. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A household’s animals under a programme: raised itself, or entrusted for a dividend （养殖合同）.',
})
@Entity({ tableName: 'livestock_contract' })
export class LivestockContract extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => IndustryProgramme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<IndustryProgramme>;

  @ManyToOne(() => Cooperative, { ...withinTenant('cooperative_id'), nullable: true, ref: true })
  cooperative: Ref<Cooperative> | null = null;

  @Field(() => LivestockMode, { description: 'Who raises the animals （养殖方式）.' })
  @Property({ type: 'text' })
  mode!: LivestockMode;

  @Field(() => Species, { description: 'What animals （畜种）.' })
  @Property({ type: 'text' })
  species!: Species;

  @Field(() => Int, { description: 'How many head were bought or entrusted （头只数）.' })
  @Property({ type: 'integer' })
  head!: number;

  @Field(() => DateScalar, { description: 'Its first day; the first instalment falls due that year （起始日期）.' })
  @Property({ type: 'date' })
  startsOn!: Day;

  @Field(() => Int, { description: 'For how many head entrusted a dividend is given, the 2 of 2:1 （代养数）.' })
  @Property({ type: 'integer' })
  ratioEntrusted: Opt<number> = 2;

  @Field(() => Int, { description: 'How many head of dividend those give a year, the 1 of 2:1 （分红数）.' })
  @Property({ type: 'integer' })
  ratioReturned: Opt<number> = 1;

  @Field(() => Int, { description: 'At how many year ends a dividend is given （分红年数）.' })
  @Property({ type: 'integer' })
  years: Opt<number> = 4;

  @Field(() => Boolean, {
    description: 'Whether what is left of a head is carried to the next year rather than dropped （零头结转）.',
  })
  @Property({ type: 'boolean' })
  isHalfCarried: Opt<boolean> = true;

  @Field(() => Boolean, { description: 'Whether the animals themselves come back at the end （返还本金羊）.' })
  @Property({ type: 'boolean' })
  isPrincipalReturned: Opt<boolean> = false;

  @Field(() => ContractState, { description: 'How far it has come （状态）.' })
  @Property({ type: 'text' })
  state: Opt<ContractState> = ContractState.WILLING;

  @Field(() => DateScalar, { nullable: true, description: 'When the pen was looked at （圈舍查验日期）.' })
  @Property({ type: 'date', nullable: true })
  checkedOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was signed （签约日期）.' })
  @Property({ type: 'date', nullable: true })
  signedOn: Day | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was completed or broken off （终结日期）.' })
  @Property({ type: 'date', nullable: true })
  endedOn: Day | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'A remark, or why it was broken off, at most 500 characters （备注）.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who entered it （录入人）.' })
  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}
