import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day } from '../kernel/index.js';
import { Settlement } from './station.js';

const reasonField = 'Why, at most 200 characters （事由）.';

/** A new station under a parent. */
@InputType({ description: 'A new station under a parent.' })
export class StationCreateInput {
  @Field(() => ID, { description: 'The station above （上级）.' })
  parentId!: string;

  @Field(() => String, { description: 'National code, which begins with the parent’s （代码）.' })
  code!: string;

  @Field(() => String, { description: 'Name, at most 60 characters （名称）.' })
  name!: string;

  @Field(() => Settlement, {
    nullable: true,
    description: 'Village or community, at the lowest level only （村或社区）.',
  })
  settlement?: Settlement | null;

  @Field(() => DateScalar, { description: 'First day （启用日）.' })
  openedOn!: Day;

  @Field(() => String, { description: reasonField })
  reason!: string;
}

/** A new name from a day. */
@InputType({ description: 'A new name from a day; earlier days keep the old one.' })
export class StationRenameInput {
  @Field(() => String, { description: 'New name, at most 60 characters （新名称）.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day of the new name （生效日）.' })
  from!: Day;

  @Field(() => String, { description: reasonField })
  reason!: string;
}

/** A new parent from a day. */
@InputType({ description: 'A new parent from a day; reports of earlier days keep the old one.' })
export class StationMoveInput {
  @Field(() => ID, { description: 'The new station above, one level higher （新上级）.' })
  parentId!: string;

  @Field(() => DateScalar, { description: 'First day under the new parent （生效日）.' })
  from!: Day;

  @Field(() => String, { description: reasonField })
  reason!: string;
}

/** Merging into another station of the same level. */
@InputType({
  description:
    'Merging into another station of the same level, which takes over its open records and what hangs under it.',
})
export class StationMergeInput {
  @Field(() => ID, { description: 'The station that takes over （并入单位）.' })
  intoId!: string;

  @Field(() => DateScalar, { description: 'First day without this station, today at the latest （生效日）.' })
  from!: Day;

  @Field(() => String, { description: reasonField })
  reason!: string;
}

/** Closing. */
@InputType({ description: 'Closing a station; with open records only when another station takes them over.' })
export class StationCloseInput {
  @Field(() => DateScalar, { description: 'First day without this station, today at the latest （撤销日）.' })
  from!: Day;

  @Field(() => String, { description: reasonField })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A station of the same level that takes over open records and what hangs under it （承接单位）.',
  })
  handOverToId?: string | null;
}

/** What can be done to a station, for a preview. */
export enum StationAct {
  RENAME = 'RENAME',
  MOVE = 'MOVE',
  MERGE = 'MERGE',
  CLOSE = 'CLOSE',
}

registerEnumType(StationAct, {
  name: 'StationAct',
  description: 'What can be done to a station （办理事项）.',
  valuesConfig: {
    RENAME: { description: 'A new name from a day （更名）.' },
    MOVE: { description: 'A new parent from a day （划转）.' },
    MERGE: { description: 'Merged into another （并入）.' },
    CLOSE: { description: 'Closed （撤销）.' },
  },
});

/** What an act would touch, asked before it is done. */
@ObjectType({ description: 'What an act on a station would touch （影响预览）.' })
export class StationActPreview {
  @Field(() => Int, { description: 'Stations below it （下级单位数）.' })
  stations!: number;

  @Field(() => Int, { description: 'People who work or hold a grant there or below （用户数）.' })
  users!: number;

  @Field(() => Int, { description: 'Programmes there or below （项目数）.' })
  programmes!: number;

  @Field(() => Int, { description: 'Those still open （未办结数）.' })
  openProgrammes!: number;

  @Field(() => Int, { description: 'Households on the register there or below （户数）.' })
  households!: number;

  @Field(() => Int, {
    description:
      'What else is open there or below, such as courses, openings, contracts and loans （其他未办结事项数）.',
  })
  openRecords!: number;

  @Field(() => DateScalar, { description: 'Reports as of this day and later change （影响报表起始日）.' })
  reportsFrom!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be done as asked; null when it can （不可办理的原因）.',
  })
  refusal!: string | null;
}

/** What happened to a station. */
export enum StationChangeKind {
  OPENED = 'OPENED',
  RENAMED = 'RENAMED',
  MOVED = 'MOVED',
  MERGED = 'MERGED',
  CLOSED = 'CLOSED',
}

registerEnumType(StationChangeKind, {
  name: 'StationChangeKind',
  description: 'What happened to a station （变更类型）.',
  valuesConfig: {
    OPENED: { description: 'It was opened （启用）.' },
    RENAMED: { description: 'It got a new name （更名）.' },
    MOVED: { description: 'It came under a new parent （划转）.' },
    MERGED: { description: 'It was merged into another （并入）.' },
    CLOSED: { description: 'It was closed （撤销）.' },
  },
});

/** One change in a station's life. */
@ObjectType({ description: 'One change in the life of a station （变更记录）.' })
export class StationChange {
  @Field(() => StationChangeKind, { description: 'What happened.' })
  kind!: StationChangeKind;

  @Field(() => DateScalar, { description: 'From which day （生效日）.' })
  on!: Day;

  @Field(() => String, { nullable: true, description: 'Name or parent before （变更前）.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Name, parent or successor after （变更后）.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Why （事由）.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Account that entered it （经办账号）.' })
  by!: string | null;

  @Field(() => Date, { description: 'When it was entered （登记时间）.' })
  at!: Date;
}
