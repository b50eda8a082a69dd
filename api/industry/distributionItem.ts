import { ArrayType, type Opt } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, Unit } from '../kernel/index.js';

/** Something that is given out, grown or raised, with the units in which it is counted; one catalogue for the county. */
@ObjectType({
  implements: Node,
  description: 'Something that is given out, grown or raised, with the units in which it is counted （产业品目）.',
})
@Entity({ tableName: 'distribution_item' })
export class DistributionItem extends Node {
  @Field(() => String, { description: 'Its name, unique in the county, at most 40 characters （品名）.' })
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => [Unit], { description: 'The units in which it may be counted; sums never mix them （计量单位）.' })
  @Property({ type: ArrayType, columnType: 'text[]' })
  units!: Unit[];

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
