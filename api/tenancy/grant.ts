import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, ObjectType } from 'type-graphql';
import { Role } from '../access/index.js';
import { DateScalar, type Day, Node, today, VersionedRecord, withinTenant } from '../kernel/index.js';
import { expression, reads } from '../reading/index.js';
import { Station } from './station.js';
import { isInForce } from './station.reads.js';
import { User } from './user.js';

/** A role held by a person at a station, from a day to a day; it ends by itself. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A role held by a person at a station, from a day to a day （任职）.',
})
@Entity({ tableName: 'grant' })
export class Grant extends VersionedRecord {
  @Field(() => User, { nullable: true, description: 'Who holds it （任职人）.' })
  @ManyToOne(() => User, { ...withinTenant('user_id'), ref: true })
  user!: Ref<User>;

  @Field(() => Role, { description: 'The role （角色）.' })
  @Property({ type: 'text' })
  role!: Role;

  @Field(() => Station, {
    nullable: true,
    description: 'Where it is held; it reaches everything below. Null for a platform operator （任职单位）.',
  })
  @ManyToOne(() => Station, { ...withinTenant('station_id'), nullable: true, ref: true })
  station: Ref<Station> | null = null;

  @Field(() => DateScalar, { description: 'First day （起始日）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; null while open （终止日）.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was given （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => String, { nullable: true, description: 'Account that gave it （授予人）.' })
  @Property({ type: 'text', nullable: true })
  grantedBy: string | null = null;

  @Extensions(reads(expression(isInForce, { isCertain: true })))
  @Field(() => Boolean, { description: 'Whether it holds today （是否有效）.' })
  isInForce(): boolean {
    const day = today();
    return this.validFrom <= day && (this.validTo === null || this.validTo > day);
  }
}
