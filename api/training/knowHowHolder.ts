import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';

/** How far a household's know-how holder has come; a household without one has no mark. */
export enum KnowHowState {
  TRAINED = 'TRAINED',
  CONFIRMED = 'CONFIRMED',
  ENDED = 'ENDED',
}

registerEnumType(KnowHowState, {
  name: 'KnowHowState',
  description: 'How far a household’s know-how holder has come （科技明白人状态）.',
  valuesConfig: {
    TRAINED: { description: 'Trained, not yet confirmed （已培训）.' },
    CONFIRMED: { description: 'Confirmed by an assessor （已认定）.' },
    ENDED: { description: 'No longer, with the reason （已终止）.' },
  },
});

/** The mark that somebody of a household masters a technique: one to a household at a time, whose work counts once an assessor confirms it. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'The one of a household who masters a technique （科技明白人）.',
})
@Entity({ tableName: 'know_how_holder' })
export class KnowHowHolder extends VersionedRecord {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'What the person masters, at most 60 characters （技术专题）.' })
  @Property({ type: 'text' })
  topic!: string;

  @Field(() => KnowHowState, { description: 'How far it has come （状态）.' })
  @Property({ type: 'text' })
  state: Opt<KnowHowState> = KnowHowState.TRAINED;

  @Field(() => DateScalar, { description: 'The day of training （培训日期）.' })
  @Property({ type: 'date' })
  trainedOn!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was confirmed （认定日期）.' })
  @Property({ type: 'date', nullable: true })
  confirmedOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it, at most 40 characters （认定专家）.' })
  @Property({ type: 'text', nullable: true })
  assessor: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer holds （终止日期）.' })
  @Property({ type: 'date', nullable: true })
  endedOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it ended （终止原因）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}
