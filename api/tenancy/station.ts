import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';

/** The three levels of every county's tree. */
export enum StationLevel {
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
}

registerEnumType(StationLevel, {
  name: 'StationLevel',
  description: 'The administrative level of a station （层级）.',
  valuesConfig: {
    COUNTY: { description: 'The county itself: centre （县级、中心）.' },
    TOWNSHIP: { description: 'A town, township or subdistrict: office （乡镇、所）.' },
    VILLAGE: { description: 'A village or community: station （村居、站）.' },
  },
});

/** What a village-level station stands at. */
export enum Settlement {
  VILLAGE = 'VILLAGE',
  COMMUNITY = 'COMMUNITY',
}

registerEnumType(Settlement, {
  name: 'Settlement',
  description: 'What a station of the lowest level stands at （村或社区）.',
  valuesConfig: {
    VILLAGE: { description: 'A village committee （村）.' },
    COMMUNITY: { description: 'A residents’ community （社区）.' },
  },
});

/** Digits of a code by level: a county has 6, a township 9, a village 12. */
export const codeLength: Readonly<Record<StationLevel, number>> = { COUNTY: 6, TOWNSHIP: 9, VILLAGE: 12 };

/** The level under a level, or null under the lowest. */
export const levelBelow: Readonly<Record<StationLevel, StationLevel | null>> = {
  COUNTY: StationLevel.TOWNSHIP,
  TOWNSHIP: StationLevel.VILLAGE,
  VILLAGE: null,
};

/**
 * One node of the tree centre – office – station. Its name and parent are dated and live in rows of their own, so that nothing is
 * rewritten when it is renamed or moved; the directory (directory.ts) reads them as of a day.
 */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A node of the tree centre – office – station （中心、所、站）.',
})
@Entity({ tableName: 'station' })
export class Station extends VersionedRecord {
  @Field(() => String, { description: 'National code of 6, 9 or 12 digits; a moved station keeps it （代码）.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => StationLevel, { description: 'County, township or village （层级）.' })
  @Property({ type: 'text' })
  level!: StationLevel;

  @Field(() => Settlement, {
    nullable: true,
    description: 'Village or community; null above the lowest level （村或社区）.',
  })
  @Property({ type: 'text', nullable: true })
  settlement: Settlement | null = null;

  @Field(() => DateScalar, { description: 'First day of its existence in Lianxin （启用日）.' })
  @Property({ type: 'date' })
  openedOn!: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no more; null while it stands （撤销日）.',
  })
  @Property({ type: 'date', nullable: true })
  closedOn: Day | null = null;

  @ManyToOne(() => Station, { ...withinTenant('successor_id'), nullable: true, ref: true })
  successor: Ref<Station> | null = null;

  /** Whether it was merged into its successor or closed; null while it stands. */
  @Property({ type: 'text', nullable: true })
  closedAs: 'MERGED' | 'CLOSED' | null = null;

  @Property({ type: 'text', nullable: true })
  closedReason: string | null = null;

  @Property({ type: 'text', nullable: true })
  closedBy: string | null = null;

  /** Set by every act on the station, so that its version grows even when only its dated rows change. */
  @Property({ type: 'datetime', length: 3 })
  changedAt: Opt<Date> = new Date();

  /** The day this reading of the station is as of; not a column. */
  asOf?: Day;
}

/** What a station was for a span of days: a row is closed and another opened, never rewritten. */
abstract class StationSpan extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Property({ type: 'date' })
  validFrom!: Day;

  /** The first day on which it holds no more. */
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Property({ type: 'text', nullable: true })
  enteredBy: string | null = null;

  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** A span of days in which a station bore a name. */
@Entity({ tableName: 'station_name' })
export class StationName extends StationSpan {
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;
}

/** A span of days in which a station stood under a parent. */
@Entity({ tableName: 'station_parent' })
export class StationParent extends StationSpan {
  @ManyToOne(() => Station, { ...withinTenant('parent_id'), ref: true })
  parent!: Ref<Station>;
}
