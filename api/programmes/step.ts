import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ProgrammeAct, ProgrammeState } from './enums.js';
import { Programme } from './programme.js';

/** One step of a programme: the dated state. As of a day, the state is where the last step up to that day led. */
@ObjectType({ implements: Node, description: 'One step of a programme through its states （办理记录）.' })
@Entity({ tableName: 'programme_step' })
export class ProgrammeStep extends Node {
  @ManyToOne(() => Programme, { ...withinTenant('programme_id'), ref: true })
  programme!: Ref<Programme>;

  /** Whose programme it was then; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => ProgrammeAct, { description: 'What was done （操作）.' })
  @Property({ type: 'text' })
  act!: ProgrammeAct;

  @Field(() => ProgrammeState, { nullable: true, description: 'State before; null for the first step （原状态）.' })
  @Property({ type: 'text', nullable: true })
  from: ProgrammeState | null = null;

  @Field(() => ProgrammeState, { description: 'State after （新状态）.' })
  @Property({ type: 'text' })
  to!: ProgrammeState;

  @Field(() => DateScalar, { name: 'on', description: 'The day from which it counts （日期）.' })
  @Property({ type: 'date' })
  onDay!: Day;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  at: Opt<Date> = new Date();

  @Field(() => String, { nullable: true, description: 'Name of who did it （操作人）.' })
  @Property({ type: 'text', nullable: true })
  by: string | null = null;

  @Field(() => String, { nullable: true, description: 'What was said with it （意见）.' })
  @Property({ type: 'text', nullable: true })
  comment: string | null = null;
}
