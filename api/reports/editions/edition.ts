import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, Node, personalData, withinTenant } from '../../kernel/index.js';
import { Station } from '../../tenancy/index.js';

/** A report as it was frozen. It is written once: the application has no right to change it, and a later error is a later edition. */
@ObjectType({ implements: Node, description: 'A report as it was frozen; it never changes （报告定稿）.' })
@Entity({ tableName: 'edition' })
export class Edition extends Node {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'What it is called, at most 100 characters （标题）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'The first day of its period （起始日期）.' })
  @Property({ type: 'date', fieldName: 'from_day' })
  from!: Day;

  @Field(() => DateScalar, { description: 'The last day of its period （截止日期）.' })
  @Property({ type: 'date', fieldName: 'to_day' })
  to!: Day;

  @Field(() => DateScalar, { description: 'The day whose tree, members and statuses it shows （截至日）.' })
  @Property({ type: 'date' })
  asOf!: Day;

  @Field(() => String, {
    description: 'SHA-256 over the canonical JSON of its parameters and figures, in hexadecimal （校验码）.',
  })
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => String, { description: 'The account that froze it （定稿账号）.' })
  @Property({ type: 'text' })
  frozenBy!: string;

  @Field(() => String, { description: 'The name of who froze it, as it was then （定稿人）.' })
  @Property({ type: 'text' })
  frozenByName!: string;

  @Field(() => Date, { description: 'When it was frozen （定稿时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** The figures lie here once; the audit, which needs no second copy of them, names the edition by its hash. */
personalData('EditionFigures', 'parameters', 'figures');

/** All that an edition says, apart from the edition so that a list of editions stays light. */
@Entity({ tableName: 'edition_figures' })
export class EditionFigures extends Node {
  @ManyToOne(() => Edition, { ...withinTenant('edition_id'), ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Property({ type: 'json' })
  parameters!: object;

  @Property({ type: 'json' })
  figures!: object;

  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** What somebody who may read an edition says of it. */
@ObjectType({ implements: Node, description: 'A comment on an edition （批注）.' })
@Entity({ tableName: 'edition_comment' })
export class EditionComment extends Node {
  @ManyToOne(() => Edition, { ...withinTenant('edition_id'), ref: true })
  edition!: Ref<Edition>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'What it says, at most 1,000 characters （内容）.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => String, { description: 'The account that wrote it （账号）.' })
  @Property({ type: 'text' })
  writtenBy!: string;

  @Field(() => String, { description: 'The name of who wrote it, as it was then （批注人）.' })
  @Property({ type: 'text' })
  writtenByName!: string;

  @Field(() => Date, { description: 'When it was written （时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
