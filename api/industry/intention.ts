import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Household } from '../households/index.js';
import { Node, Quantity, type Unit, VersionedRecord, withinTenant } from '../kernel/index.js';
import { reads } from '../reading/index.js';
import { Station } from '../tenancy/index.js';
import { quantityOf, quantityOfRow } from './amount.js';
import { DistributionItem } from './distributionItem.js';

/** What a household would like to grow or raise in a year, and how much; asked once a year for each item. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'What a household would like to grow or raise in a year, and how much （种养意愿）.',
})
@Entity({ tableName: 'intention' })
export class Intention extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => DistributionItem, { ...withinTenant('item_id'), ref: true })
  item!: Ref<DistributionItem>;

  @Field(() => Int, { description: 'The year that it is for （年度）.' })
  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: 'decimal', precision: 15, scale: 3 })
  amount!: string;

  @Property({ type: 'text' })
  unit!: Unit;

  @Extensions(reads(quantityOfRow))
  @Field(() => Quantity, { description: 'How much; zero once the household wants it no longer （规模）.' })
  get quantity(): Opt<Quantity> {
    return quantityOf(this);
  }

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;
}

/** Whether a specialty is meant or settled. */
export enum SpecialtyState {
  PLANNED = 'PLANNED',
  ADOPTED = 'ADOPTED',
}

registerEnumType(SpecialtyState, {
  name: 'SpecialtyState',
  description: 'Whether a village’s specialty is meant or settled （特色产业状态）.',
  valuesConfig: {
    PLANNED: { description: 'Proposed （拟定）.' },
    ADOPTED: { description: 'Settled （已确定）.' },
  },
});

/** What a village goes in for in a year. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'What a village goes in for in a year, one village one product （一村一品）.',
})
@Entity({ tableName: 'village_specialty' })
export class VillageSpecialty extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'The year （年度）.' })
  @Property({ type: 'integer' })
  year!: number;

  @Field(() => SpecialtyState, { description: 'Whether it is settled （状态）.' })
  @Property({ type: 'text' })
  state: Opt<SpecialtyState> = SpecialtyState.PLANNED;

  @Field(() => String, { nullable: true, description: 'A remark, at most 200 characters （备注）.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;
}

/** One item of a village's specialty. */
@Entity({ tableName: 'specialty_item' })
export class SpecialtyItem extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => VillageSpecialty, { ...withinTenant('specialty_id'), ref: true })
  specialty!: Ref<VillageSpecialty>;

  @ManyToOne(() => DistributionItem, { ...withinTenant('item_id'), ref: true })
  item!: Ref<DistributionItem>;

  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
