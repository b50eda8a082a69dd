import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { judged, reads } from '../reading/index.js';
import { StationLevel } from '../tenancy/index.js';
import type { ReportAsked } from './asked.js';
import { MetricKey, metrics } from './catalogue.js';
import { ReportComparison, ReportSplit } from './metric.enums.js';
import { factsOf, MetricFacts } from './metricFacts.js';
import { ReportPeriodInput } from './period.js';
import { cellsOf, linesAt, MetricCell, Report, ReportLine, ReportRowConnection } from './report.js';
import { reportReads } from './report.reads.js';
import { reportOf } from './report.service.js';
import { rowsOf } from './reportRows.js';

/** The arguments of a report, which whoever freezes one gives as an input. */
@InputType({ description: 'The arguments of a report.' })
@ArgsType()
export class ReportArgs implements ReportAsked {
  @Field(() => [MetricKey], { description: 'What is counted, 1 to 20 metrics （指标）.' })
  metrics!: string[];

  @Field(() => StationLevel, {
    nullable: true,
    defaultValue: StationLevel.TOWNSHIP,
    description: 'The level of the lines; stations above it have lines of their own （层级）.',
  })
  by!: StationLevel;

  @Field(() => ReportPeriodInput, { description: 'The period （期间）.' })
  period!: ReportPeriodInput;

  @Field(() => DateScalar, { nullable: true, description: 'Today when left out, not later （截至日）.' })
  asOf?: Day | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it on that day （范围）.' })
  within?: string | null;

  @Field(() => ReportSplit, {
    nullable: true,
    description: 'One further split, which every metric must know （细分）.',
  })
  split?: ReportSplit | null;

  @Field(() => ReportComparison, { nullable: true, description: 'What the figures are compared with （对比）.' })
  compare?: ReportComparison | null;
}

/** The catalogue, reports out of it, and the rows behind each of their figures. */
@Resolver(() => MetricCell)
export class ReportResolver {
  @Authorized('report.read')
  @Extensions({ ...reads(judged('it is a list of the code, and no record is read')), size: metrics.length })
  @Query(() => [MetricFacts], { description: 'Everything that can be counted （指标目录）. Needs report.read.' })
  metrics(): MetricFacts[] {
    return metrics.map(factsOf);
  }

  @Authorized('report.read')
  @Extensions(reads(reportReads))
  @Query(() => Report, {
    description: 'Metrics by station, in a period and as of a day, in sums （统计报表）. Needs report.read.',
  })
  report(@Ctx() ctx: Context, @Args(() => ReportArgs) asked: ReportArgs): Promise<Report> {
    return reportOf(ctx, { ...asked, by: asked.by ?? StationLevel.TOWNSHIP });
  }

  @Extensions(reads(judged('its statement is written from the catalogue for the metric of its figure')))
  @FieldResolver(() => ReportRowConnection, {
    nullable: true,
    description:
      'The rows that make the figure and that you may open, latest first; null where the figure is hidden. Needs what the metric says of rows （明细）.',
  })
  async rows(
    @Root() cell: MetricCell,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25, description: 'How many rows, 0 to 100.' }) first:
      | number
      | null,
    @Arg('after', () => String, { nullable: true, description: 'Rows after this cursor.' }) after?: string,
  ): Promise<ReportRowConnection | null> {
    return cell.isHidden ? null : rowsOf(ctx, cell.facts, { first, after: after ?? null });
  }
}

/** One line out of a report, so that the rows behind a figure are read for that figure alone. */
@Resolver(() => Report)
export class ReportLinesResolver {
  @FieldResolver()
  lines(
    @Root() report: Report,
    @Arg('station', () => ID, { nullable: true, description: 'Only the line of this station （单位）.' })
    station?: string | null,
  ): ReportLine[] {
    return linesAt(report.lines, { station });
  }
}

/** One figure out of a line, for the same reason. */
@Resolver(() => ReportLine)
export class ReportCellsResolver {
  @FieldResolver()
  cells(
    @Root() line: ReportLine,
    @Arg('metric', () => MetricKey, { nullable: true, description: 'Only figures of this metric （指标）.' })
    metric?: string | null,
    @Arg('split', () => String, { nullable: true, description: 'Only figures of this value of the split （细分值）.' })
    split?: string | null,
  ): MetricCell[] {
    return cellsOf(line.cells, { metric, split });
  }
}
