import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';

/** What a household is to the assistance work, with the years in which each word may begin to hold. */
export enum BeneficiaryStatus {
  REGISTERED = 'REGISTERED',
  EXITED = 'EXITED',
  MONITORED_RELAPSE = 'MONITORED_RELAPSE',
  MONITORED_MARGINAL = 'MONITORED_MARGINAL',
  MONITORED_HARDSHIP = 'MONITORED_HARDSHIP',
  FIVE_GUARANTEES = 'FIVE_GUARANTEES',
  SUBSISTENCE = 'SUBSISTENCE',
}

registerEnumType(BeneficiaryStatus, {
  name: 'BeneficiaryStatus',
  description:
    'What a household is to the assistance work （户类别）; none of them is an ordinary household （一般户）.',
  valuesConfig: {
    REGISTERED: { description: 'Registered as poor, in the years 2014 to 2020 （建档立卡户）.' },
    EXITED: { description: 'Out of poverty with assistance kept, since 2014 （脱贫户）.' },
    MONITORED_RELAPSE: { description: 'Monitored: out of poverty, not yet steady, since 2020 （脱贫不稳定户）.' },
    MONITORED_MARGINAL: { description: 'Monitored: at the edge of poverty, since 2020 （边缘易致贫户）.' },
    MONITORED_HARDSHIP: { description: 'Monitored: in sudden grave hardship, since 2021 （突发严重困难户）.' },
    FIVE_GUARANTEES: { description: 'Supported as destitute （五保户、特困供养户）.' },
    SUBSISTENCE: { description: 'On the subsistence allowance （低保户）.' },
  },
});

/** The first and last year in which a status may begin; null where there is no bound. */
export const statusYears: Readonly<Record<BeneficiaryStatus, readonly [number | null, number | null]>> = {
  REGISTERED: [2014, 2020],
  EXITED: [2014, null],
  MONITORED_RELAPSE: [2020, null],
  MONITORED_MARGINAL: [2020, null],
  MONITORED_HARDSHIP: [2021, null],
  FIVE_GUARANTEES: [null, null],
  SUBSISTENCE: [null, null],
};

/** A status that a household has from a day to a day; several may hold at once, the same one never twice. */
@ObjectType({ implements: Node, description: 'A status of a household, from a day to a day （户类别记录）.' })
@Entity({ tableName: 'household_status' })
export class HouseholdStatus extends Node {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  /** Where the household stands today; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => BeneficiaryStatus, { description: 'Which status （户类别）.' })
  @Property({ type: 'text' })
  status!: BeneficiaryStatus;

  @Field(() => DateScalar, { description: 'First day on which it holds （起始日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer holds （终止日期）.' })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was given or ended （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
