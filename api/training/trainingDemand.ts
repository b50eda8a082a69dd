import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../households/index.js';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { CourseSession } from './courseSession.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

/** Where a wish stands on its way to a session. */
export enum TrainingDemandState {
  REQUESTED = 'REQUESTED',
  SCHEDULED = 'SCHEDULED',
  MET = 'MET',
  DECLINED = 'DECLINED',
}

registerEnumType(TrainingDemandState, {
  name: 'TrainingDemandState',
  description: 'Where a wish stands on its way to a session （需求状态）.',
  valuesConfig: {
    REQUESTED: { description: 'Asked for, nothing arranged yet （待安排）.' },
    SCHEDULED: { description: 'Linked to a session that will answer it （已排课）.' },
    MET: { description: 'The session was held （已满足）.' },
    DECLINED: { description: 'Will not be met, with the reason （未采纳）.' },
  },
});

/** How much it matters to who asks. */
export enum TrainingPriority {
  HIGH = 'HIGH',
  USUAL = 'USUAL',
  LOW = 'LOW',
}

registerEnumType(TrainingPriority, {
  name: 'TrainingPriority',
  description: 'How much a wish matters to who asks （需求程度）.',
  valuesConfig: {
    HIGH: { description: 'Needed soon （急需）.' },
    USUAL: { description: 'Wanted （一般）.' },
    LOW: { description: 'When there is room （可缓）.' },
  },
});

/** A wish for something on the menu, by a person or by a village for some of its people. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A wish to be taught something on the menu, by a person or a village （点菜需求）.',
})
@Entity({ tableName: 'training_demand' })
export class TrainingDemand extends VersionedRecord {
  @ManyToOne(() => TrainingMenuItem, { ...withinTenant('item_id'), ref: true })
  item!: Ref<TrainingMenuItem>;

  /** Who asks; null where the village does. */
  @ManyToOne(() => Person, { ...withinTenant('person_id'), nullable: true, ref: true })
  person: Ref<Person> | null = null;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** The session that answers it, once one is arranged. */
  @ManyToOne(() => CourseSession, { ...withinTenant('session_id'), nullable: true, ref: true })
  session: Ref<CourseSession> | null = null;

  @Field(() => Int, { description: 'For how many people; 1 for a person’s own wish （人数）.' })
  @Property({ type: 'integer' })
  people!: number;

  @Field(() => TrainingPriority, { description: 'How much it matters （需求程度）.' })
  @Property({ type: 'text' })
  priority!: TrainingPriority;

  @Field(() => DateScalar, { description: 'The day on which it was asked for （提出日期）.' })
  @Property({ type: 'date' })
  askedOn!: Day;

  @Field(() => TrainingDemandState, { description: 'Where it stands （需求状态）.' })
  @Property({ type: 'text' })
  state: Opt<TrainingDemandState> = TrainingDemandState.REQUESTED;

  @Field(() => String, { nullable: true, description: 'Why it was declined （未采纳原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}
