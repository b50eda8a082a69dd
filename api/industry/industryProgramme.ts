import type { Opt } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Quantity, type Unit } from '../kernel/index.js';
import { Programme } from '../programmes/index.js';
import { type Row, reads, type Sql, self, sql } from '../reading/index.js';

/** What is built up: the six kinds of fund project that Yengisar planned for 2019, and two more. */
export enum IndustryCategory {
  CROPS_AND_LIVESTOCK = 'CROPS_AND_LIVESTOCK',
  ORCHARD_QUALITY = 'ORCHARD_QUALITY',
  HOUSING_SAFETY = 'HOUSING_SAFETY',
  SATELLITE_FACTORY = 'SATELLITE_FACTORY',
  COURTYARD = 'COURTYARD',
  FIELD_INFRASTRUCTURE = 'FIELD_INFRASTRUCTURE',
  PROCESSING = 'PROCESSING',
  BREEDING_ZONE = 'BREEDING_ZONE',
}

registerEnumType(IndustryCategory, {
  name: 'IndustryCategory',
  description: 'What is built up （产业类别）.',
  valuesConfig: {
    CROPS_AND_LIVESTOCK: { description: 'Crops and livestock （种植养殖）.' },
    ORCHARD_QUALITY: { description: 'Better orchards （林果提质增效）.' },
    HOUSING_SAFETY: { description: 'Safe housing （住房安全）.' },
    SATELLITE_FACTORY: { description: 'Refitting a satellite factory （卫星工厂改造）.' },
    COURTYARD: { description: 'Courtyards （庭院整治）.' },
    FIELD_INFRASTRUCTURE: { description: 'Field infrastructure （农田基础设施）.' },
    PROCESSING: { description: 'Processing of produce （农产品加工）.' },
    BREEDING_ZONE: { description: 'A breeding zone （养殖小区）.' },
  },
});

/** The two columns of the planned quantity, as a quantity names them. */
const quantity = {
  amount: (row: Row) => row.column('plannedAmount'),
  unit: (row: Row) => row.column('plannedUnit'),
};

/** Whether a quantity is planned: there is none without both of its columns. */
function isPlanned(row: Row): Sql {
  return sql`${row.column('plannedAmount')} is not null and ${row.column('plannedUnit')} is not null`;
}

/** An industry programme; a village project is one, and distributions and contracts hang on it. */
@ObjectType({ implements: Programme, description: 'An industry programme （产业项目）.' })
@Entity({ tableName: 'industry_programme' })
export class IndustryProgramme extends Programme {
  @Field(() => IndustryCategory, { description: 'What is built up （产业类别）.' })
  @Property({ type: 'text' })
  category!: IndustryCategory;

  @Field(() => Int, { nullable: true, description: 'How many households shall take part （计划户数）.' })
  @Property({ type: 'integer', nullable: true })
  plannedHouseholds: number | null = null;

  @Field(() => Boolean, {
    description:
      'Whether it is a project of a village, on which the village is consulted and which is published （村级项目）.',
  })
  @Property({ type: 'boolean' })
  isVillageProject: Opt<boolean> = false;

  @Property({ type: 'decimal', precision: 15, scale: 3, nullable: true })
  plannedAmount: string | null = null;

  @Property({ type: 'text', nullable: true })
  plannedUnit: Unit | null = null;

  @Extensions(reads(self(quantity, isPlanned)))
  @Field(() => Quantity, { nullable: true, description: 'How much is planned, with its unit （计划数量）.' })
  get plannedQuantity(): Quantity | null {
    return this.plannedAmount === null || this.plannedUnit === null
      ? null
      : { amount: this.plannedAmount, unit: this.plannedUnit };
  }

  set plannedQuantity(quantity: Quantity | null) {
    this.plannedAmount = quantity?.amount ?? null;
    this.plannedUnit = quantity?.unit ?? null;
  }
}
