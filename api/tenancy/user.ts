import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from './station.js';

/** A person at work. What they sign in with lies apart, in `account`, which the application cannot read. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A person who signs in （用户）.' })
@Entity({ tableName: 'user' })
export class User extends VersionedRecord {
  @Field(() => String, { description: 'What the person signs in as, such as `admin@620981` （账号）.' })
  @Property({ type: 'text' })
  account!: string;

  @Field(() => String, { description: 'Name of the person （姓名）.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => Station, { nullable: true, description: 'Where the person works （所在单位）.' })
  @ManyToOne(() => Station, { ...withinTenant('station_id'), nullable: true, ref: true })
  station: Ref<Station> | null = null;

  @Field(() => Boolean, { description: 'Whether the account is switched off （停用）.' })
  @Property({ type: 'boolean' })
  isDisabled: boolean = false;

  /** Set when the password is reset, which no other column shows, so that the version grows and the same reset cannot come twice. */
  @Property({ type: 'datetime', length: 3 })
  changedAt: Opt<Date> = new Date();
}
