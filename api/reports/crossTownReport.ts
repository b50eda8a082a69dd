import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, type Day, MoneyScalar } from '../kernel/index.js';
import { ProgrammeKind, ProgrammeState } from '../programmes/index.js';
import { reads } from '../reading/index.js';
import { Station } from '../tenancy/index.js';
import { cells, total, town, towns } from './crossTownReport.reads.js';

/** What a report was asked for, once its days and rights are settled; every figure and every row behind it comes from this. */
export interface ReportQuestion {
  tenantId: number;
  from: Day;
  to: Day;
  asOf: Day;
  kinds: readonly ProgrammeKind[];
  /** The stations that count; null for the whole county. */
  stationIds: ReadonlySet<string> | null;
}

/** The programmes of one kind and state in one row of the report. */
@ObjectType({ description: 'One figure of the report; `rows` opens what makes it （单元格）.' })
export class ReportCell {
  @Field(() => ProgrammeKind, { description: 'Training, jobs or industry （类别）.' })
  kind!: ProgrammeKind;

  @Field(() => ProgrammeState, { description: 'Their state as of the day （状态）.' })
  state!: ProgrammeState;

  @Field(() => Int, { description: 'How many programmes （项目数）.' })
  count!: number;

  @Field(() => MoneyScalar, {
    description: 'Their budget as of the day, in yuan; drafts without one add nothing （预算，元）.',
  })
  budget!: number;

  question!: ReportQuestion;

  /** The stations of the row that the cell stands in; null in the total. */
  stationIds!: ReadonlySet<string> | null;
}

/** One line of the report. */
@ObjectType({ description: 'One line of the report: a town, the county’s own programmes, or the total （行）.' })
export class TownRow {
  @Extensions(reads(town))
  @Field(() => Station, {
    nullable: true,
    description: 'The town, or the county in the row of its own programmes; null in the total.',
  })
  station!: Station | null;

  @Field(() => String, { description: 'What the line is called on that day, such as 黄闸湾镇, 县本级 or 合计.' })
  label!: string;

  @Extensions(reads(cells))
  @Field(() => [ReportCell], { description: 'A figure for every kind asked for and every state.' })
  cells!: ReportCell[];
}

/** Programmes by town, kind and state, in a period and as of a day. */
@ObjectType({ description: 'Programmes by town, kind and state that overlap a period, as of a day （跨镇统计）.' })
export class CrossTownReport {
  @Extensions(reads(towns))
  @Field(() => [TownRow], {
    description: 'The towns by code as the tree stood on the day, after the county’s own row.',
  })
  towns!: TownRow[];

  @Extensions(reads(total))
  @Field(() => TownRow, { description: 'The sum of all lines （合计）.' })
  total!: TownRow;

  @Field(() => DateScalar, { description: 'The day whose tree, states and budgets the figures show （截至日）.' })
  asOf!: Day;
}
