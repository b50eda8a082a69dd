import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  DateScalar,
  type Day,
  keptSealed,
  Node,
  personalData,
  VersionedRecord,
  withinTenant,
} from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';

/** Sex as the register has it. */
export enum Sex {
  MALE = 'MALE',
  FEMALE = 'FEMALE',
}

registerEnumType(Sex, {
  name: 'Sex',
  description: 'Sex as the register has it （性别）.',
  valuesConfig: { MALE: { description: 'Male （男）.' }, FEMALE: { description: 'Female （女）.' } },
});

personalData('Person', 'idNumberIndex', 'phoneIndex');
keptSealed('Person', 'idNumber', 'phone');

/**
 * A person of the register, or a cadre or helper who takes part without belonging to a household. Numbers lie sealed, with an index to
 * find them by and a masked form to show; which household a person belongs to is a dated membership, and the row names today's.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A person of the register （人）.' })
@Entity({ tableName: 'person' })
export class Person extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** The household to which the person belongs today. */
  @ManyToOne(() => Household, { ...withinTenant('household_id'), nullable: true, ref: true })
  household: Ref<Household> | null = null;

  @Field(() => String, { description: 'Name, at most 40 characters （姓名）.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of birth （出生日期）.' })
  @Property({ type: 'date', nullable: true })
  birthDay: Day | null = null;

  @Field(() => Sex, { nullable: true, description: 'Sex （性别）.' })
  @Property({ type: 'text', nullable: true })
  sex: Sex | null = null;

  /** Sealed. */
  @Property({ type: 'text', nullable: true })
  idNumber: string | null = null;

  @Property({ type: 'text', nullable: true })
  idNumberIndex: string | null = null;

  @Field(() => String, { nullable: true, description: 'Identity number, masked as `6209************12` （身份证号）.' })
  @Property({ type: 'text', nullable: true })
  idNumberMasked: string | null = null;

  /** Sealed. */
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  @Property({ type: 'text', nullable: true })
  phoneIndex: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone, masked as `138****8829` （电话）.' })
  @Property({ type: 'text', nullable: true })
  phoneMasked: string | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether able to work; null where it is not known （有劳动能力）.',
  })
  @Property({ type: 'boolean', nullable: true })
  canWork: boolean | null = null;

  @Field(() => Boolean, { nullable: true, description: 'Whether at school; null where it is not known （在校生）.' })
  @Property({ type: 'boolean', nullable: true })
  isStudent: boolean | null = null;

  @Field(() => Boolean, { description: 'Whether a cadre or helper rather than a villager （干部）.' })
  @Property({ type: 'boolean' })
  isCadre: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Whether made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}
