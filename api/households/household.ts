import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';

/**
 * A household of the register. Who belongs to it, where it stands and which status it has are dated facts of their own (memberships,
 * places, statuses); the row holds what is true today, and the head's name as lists are ordered and searched by it.
 */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A household of the register （户）.' })
@Entity({ tableName: 'household' })
export class Household extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, {
    description: 'Number of the household, unique in the county, at most 20 characters （户编号）.',
  })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Where it lives, in words, at most 100 characters （住址）.' })
  @Property({ type: 'text', nullable: true })
  address: string | null = null;

  @Field(() => String, { description: 'Name of the head today, empty while there is none （户主）.' })
  @Property({ type: 'text' })
  headName: Opt<string> = '';

  @Property({ type: 'text' })
  pinyin: Opt<string> = '';

  @Property({ type: 'text' })
  initials: Opt<string> = '';

  @Field(() => Boolean, {
    description: 'Whether it is struck off the register, having been merged or left （已注销）.',
  })
  @Property({ type: 'boolean' })
  isClosed: Opt<boolean> = false;

  /** When it, or what is dated about it, was last changed: so that its version grows with any of them. */
  @Property({ type: 'datetime', length: 3 })
  changedAt: Opt<Date> = new Date();

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;
}
