import { Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, type Day, DecimalScalar, PageInfo } from '../kernel/index.js';
import { picked, reads } from '../reading/index.js';
import { StationLevel } from '../tenancy/index.js';
import { MetricKey } from './catalogue.js';
import { ReportComparison, ReportSplit } from './metric.enums.js';
import { MetricFacts } from './metricFacts.js';
import type { CellFacts } from './rows.sql.js';

/** A station by its id, with the day that it is looked up as of when it is asked for. */
export interface StationAt {
  id: string;
  day: Day;
}

/** A row behind a figure. */
@ObjectType({ description: 'A record behind a figure （明细行）.' })
export class ReportRow {
  @Field(() => ID, { description: 'The record’s id.' })
  id!: string;

  @Field(() => String, { description: 'The type of the record, such as `Person` （记录类型）.' })
  recordType!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What it is called; null where that is a name and you may not see it. Names need household.read （名称）.',
  })
  title!: string | null;

  @Field(() => DateScalar, { description: 'The day that it counts by （日期）.' })
  day!: Day;

  at!: StationAt;

  @Field(() => DecimalScalar, {
    description: 'What it adds to the figure; a mean is the mean of these （计入数）. A reversal is negative.',
  })
  amount!: string;

  @Field(() => String, { description: 'Where the console opens it, such as `/persons/…/show` （链接）.' })
  link!: string;
}

/** A row with its cursor. */
@ObjectType({ description: 'One row behind a figure, with its cursor.' })
export class ReportRowEdge {
  @Field(() => String, { description: 'Opaque place in the list, to be given as `after`.' })
  cursor!: string;

  @Field(() => ReportRow, { description: 'The row.' })
  node!: ReportRow;
}

/** A page of the rows behind a figure. */
@ObjectType({ description: 'A page of the rows behind a figure, latest first.' })
export class ReportRowConnection {
  @Field(() => [ReportRowEdge], { description: 'Rows with their cursors.' })
  edges!: ReportRowEdge[];

  @Field(() => [ReportRow], { description: 'Rows without cursors.' })
  nodes!: ReportRow[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many rows you may open.' })
  totalCount!: number;

  @Field(() => Int, { description: 'How many more make the figure, which you may not open （权限之外的行数）.' })
  outside!: number;
}

/** One figure of a report. */
@ObjectType({ description: 'One figure of a report; `rows` opens what makes it （统计单元格）.' })
export class MetricCell {
  @Field(() => MetricKey, { description: 'What is counted （指标）.' })
  metric!: string;

  @Field(() => String, { nullable: true, description: 'The code of the value that the report is split by （细分值）.' })
  split!: string | null;

  @Field(() => String, { nullable: true, description: 'What that value is called, in your language （细分名称）.' })
  splitName!: string | null;

  @Field(() => String, { description: 'In what it is counted, in your language （单位）.' })
  unit!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure, money in yuan; null where it is hidden, and where a mean has no row （数值）. May be negative.',
  })
  value!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure that it is compared with; null where nothing is compared （对比值）.',
  })
  compared!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it is kept from partners because it counts fewer than five, or would tell such a one （是否隐去）.',
  })
  isHidden!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it is counted anew here, so that the figures below it need not add up to it （是否重新去重）.',
  })
  isRecounted!: boolean;

  facts!: CellFacts;
}

/** Of the cells of a line, those of a metric and of a value of the split. */
export function cellsOf(
  cells: MetricCell[],
  { metric, split }: { metric?: string | null | undefined; split?: string | null | undefined },
): MetricCell[] {
  return cells.filter((cell) => (!metric || cell.metric === metric) && (!split || cell.split === split));
}

/** One line of a report, or its total. */
@ObjectType({ description: 'One line of a report （统计行）.' })
export class ReportLine {
  /** Its station; null in the total. */
  at!: StationAt | null;

  @Field(() => String, { description: 'What the line is called on that day, such as 黄闸湾镇, 县本级 or 合计.' })
  label!: string;

  @Field(() => Boolean, {
    description: 'Whether it shows what stands at the station itself, beside lines of what is below it （是否本级）.',
  })
  isOwn!: boolean;

  @Extensions({ size: 10, ...reads(picked(cellsOf)) })
  @Field(() => [MetricCell], {
    description: 'A figure for each metric and value of the split, the same in every line.',
  })
  cells!: MetricCell[];
}

/** Of the lines of a report, that of a station. */
export function linesAt(lines: ReportLine[], { station }: { station?: string | null | undefined }): ReportLine[] {
  return station ? lines.filter((line) => line.at?.id === station) : lines;
}

/** Figures of the catalogue by station, in a period and as of a day. */
@ObjectType({ description: 'Metrics by station, in a period and as of a day （统计报表）.' })
export class Report {
  @Field(() => [MetricFacts], { description: 'The metrics that were asked for, in that order （指标）.' })
  metrics!: MetricFacts[];

  @Field(() => StationLevel, { description: 'The level of the lines （层级）.' })
  by!: StationLevel;

  @Field(() => DateScalar, { description: 'The first day of the period （起始日期）.' })
  from!: Day;

  @Field(() => DateScalar, { description: 'The last day of the period （截止日期）.' })
  to!: Day;

  @Field(() => DateScalar, { description: 'The day whose tree, members and statuses the figures show （截至日）.' })
  asOf!: Day;

  @Field(() => ReportSplit, { nullable: true, description: 'What the cells are split by （细分）.' })
  split!: ReportSplit | null;

  @Field(() => ReportComparison, { nullable: true, description: 'What the figures are compared with （对比）.' })
  compare!: ReportComparison | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the period compared with （对比起始日期）.',
  })
  comparedFrom!: Day | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the period compared with （对比截止日期）.',
  })
  comparedTo!: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'The as-of day of the period compared with （对比截至日）.' })
  comparedAsOf!: Day | null;

  @Extensions({ size: 20, ...reads(picked(linesAt)) })
  @Field(() => [ReportLine], { description: 'The lines by code, as the tree stood on the day （各行）.' })
  lines!: ReportLine[];

  @Field(() => ReportLine, { description: 'The total, added or counted anew as the metric says （合计）.' })
  total!: ReportLine;
}
