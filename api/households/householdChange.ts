import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';

/** What was done to whole households at once. */
export enum HouseholdChangeKind {
  SPLIT = 'SPLIT',
  MERGE = 'MERGE',
  CLOSE = 'CLOSE',
}

registerEnumType(HouseholdChangeKind, {
  name: 'HouseholdChangeKind',
  description: 'What was done to a household as a whole （户变更类型）.',
  valuesConfig: {
    SPLIT: { description: 'Some members founded another household （分户）.' },
    MERGE: { description: 'Another household was taken in （合户）.' },
    CLOSE: { description: 'It was struck off the register （注销）.' },
  },
});

/** The dated rows that a change ended, with the reasons they bore before, and those that it made. */
export interface ChangedRows {
  ended: { id: string; reason: string | null }[];
  made: string[];
  statuses: { id: string; reason: string | null }[];
  places: { id: string; reason: string | null }[];
}

/** A split, merger or striking off, with the rows that it touched, so that it can be undone while nothing later hangs on it. */
@ObjectType({
  implements: Node,
  description:
    'A split, merger or striking off of households; it can be undone while nothing hangs on it （户变更记录）.',
})
@Entity({ tableName: 'household_change' })
export class HouseholdChange extends Node {
  /** The household that goes on, or was struck off. */
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  /** The one that was founded, or taken in. */
  @ManyToOne(() => Household, { ...withinTenant('other_id'), nullable: true, ref: true })
  other: Ref<Household> | null = null;

  /** Where the household stands today; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => HouseholdChangeKind, { description: 'What was done （变更类型）.' })
  @Property({ type: 'text' })
  kind!: HouseholdChangeKind;

  @Field(() => DateScalar, { description: 'From which day （变更日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => String, { description: 'Why （事由）.' })
  @Property({ type: 'text' })
  reason!: string;

  @Property({ type: 'json' })
  rows!: ChangedRows;

  @Field(() => String, { description: 'Who entered it （录入人）.' })
  @Property({ type: 'text' })
  enteredBy!: string;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();

  @Field(() => Date, { nullable: true, description: 'When it was undone; null while it holds （撤销时间）.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  undoneAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Who undid it （撤销人）.' })
  @Property({ type: 'text', nullable: true })
  undoneBy: string | null = null;
}
