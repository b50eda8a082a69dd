import { ArrayType, BigIntType, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, InterfaceType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar, Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { FundSource, ProgrammeKind, ProgrammeState } from './enums.js';

/**
 * What every programme is, whatever its kind: one row of `programme`, with a row of the kind's own table under the same key. The
 * row holds what is true today; as of another day its steps tell the state and its revisions the content.
 */
@InterfaceType('Programme', {
  implements: [Node, VersionedRecord],
  description: 'A programme of assistance （帮扶项目）: training, jobs or industry.',
})
@Entity({ tableName: 'programme', inheritance: 'tpt' })
export abstract class Programme extends VersionedRecord {
  @Field(() => ProgrammeKind, { description: 'Training, jobs or industry; it never changes （类别）.' })
  @Property({ type: 'text' })
  kind!: ProgrammeKind;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Title, at most 100 characters （名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  pinyin!: string;

  @Property({ type: 'text' })
  initials!: string;

  @Field(() => DateScalar, { description: 'First day of the period （开始日期）.' })
  @Property({ type: 'date' })
  startsOn!: Day;

  @Field(() => DateScalar, { description: 'Last day of the period, included （结束日期）.' })
  @Property({ type: 'date' })
  endsOn!: Day;

  @Field(() => String, { nullable: true, description: 'The plan, at most 5,000 characters （实施方案）.' })
  @Property({ type: 'text', nullable: true })
  plan: string | null = null;

  /** Fen. */
  @Field(() => MoneyScalar, { nullable: true, description: 'Budget in yuan; null while the draft has none （预算）.' })
  @Property({ type: new BigIntType('number'), nullable: true })
  budget: number | null = null;

  @Field(() => FundSource, { nullable: true, description: 'Where the money comes from （资金来源）.' })
  @Property({ type: 'text', nullable: true })
  fundSource: FundSource | null = null;

  @Field(() => String, { nullable: true, description: 'Who answers for it, at most 60 characters （负责人）.' })
  @Property({ type: 'text', nullable: true })
  responsible: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was made up for the demo （示例）.' })
  @Property({ type: 'boolean' })
  isInvented: Opt<boolean> = false;

  @Field(() => ProgrammeState, { description: 'Where it stands （状态）.' })
  @Property({ type: 'text' })
  state: ProgrammeState = ProgrammeState.DRAFT;

  /** Place of the state in the order in which a programme passes through them; the database keeps it, by migration 004, and tells no record just made. */
  @Property({ type: 'smallint', generated: 'array_position' })
  stateRank!: Opt<number>;

  @Field(() => DateScalar, { description: 'Since which day it stands there （状态起始日）.' })
  @Property({ type: 'date' })
  stateSince!: Day;

  /** Number of the amendment that waits for approval. */
  @Property({ type: 'integer', nullable: true })
  pendingNo: number | null = null;

  @Field(() => String, { nullable: true, description: 'Name of who began the draft （录入人）.' })
  @Property({ type: 'text', nullable: true })
  createdBy: string | null = null;

  /** The ids of everybody who ever entered something of it: none of them may approve it. */
  @Property({ type: ArrayType, columnType: 'uuid[]' })
  authorIds: Opt<string[]> = [];
}
