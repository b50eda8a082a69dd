import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { actorOf, askerOf, type Context, isNowhere } from '../access/index.js';
import { type Connection, DateScalar, type Day, OrderDirection, PeriodInput } from '../kernel/index.js';
import {
  factsOf,
  isOfReadableKind,
  type Programme,
  ProgrammeConnection,
  type ProgrammeFilter,
  ProgrammeKind,
  programmeList,
  readReach,
} from '../programmes/index.js';
import { type List, page, readConnection, reads } from '../reading/index.js';
import { CrossTownReport, ReportCell } from './crossTownReport.js';
import { isInCell, report } from './crossTownReport.reads.js';
import { arrayText, countedSql, crossTownReport } from './crossTownReport.service.js';

/** The rows behind a figure, earliest start first. */
const cellRows: List<Programme, ProgrammeFilter> = {
  ...programmeList,
  name: 'ReportCell.rows',
  orders: { STARTS_ON: { property: 'startsOn' } },
  usually: OrderDirection.ASC,
};

/** The cross-town report, and the rows behind each of its figures. */
@Resolver(() => ReportCell)
export class CrossTownReportResolver {
  @Authorized('report.read')
  @Extensions(reads(report))
  @Query(() => CrossTownReport, {
    description:
      'Programmes that overlap a period, by town, kind and state, as of a day （跨镇统计）. Needs report.read.',
  })
  crossTownReport(
    @Ctx() ctx: Context,
    @Arg('period', () => PeriodInput, { description: 'Days both included.' }) period: PeriodInput,
    @Arg('kind', () => ProgrammeKind, { nullable: true, description: 'One kind; all three when left out.' })
    kind?: ProgrammeKind,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'Today when left out, not later （截至日）.' })
    asOf?: Day,
    @Arg('within', () => ID, { nullable: true, description: 'A station and everything below it on that day.' })
    within?: string,
  ): Promise<CrossTownReport> {
    return crossTownReport(ctx, { kind, period, asOf, within });
  }

  @Extensions(reads(page(cellRows, isInCell, isOfReadableKind)))
  @FieldResolver(() => ProgrammeConnection, {
    nullable: true,
    description:
      'The programmes that make the figure, as they are today; null where you may see sums only. Needs the kind’s reading right.',
  })
  async rows(
    @Root() cell: ReportCell,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25, description: 'How many rows, 0 to 100.' }) first:
      | number
      | null,
    @Arg('after', () => String, { nullable: true, description: 'Rows after this cursor.' }) after?: string,
  ): Promise<Connection<Programme> | null> {
    const reach = readReach(actorOf(ctx), factsOf(cell.kind));
    if (isNowhere(reach)) return null;
    const ids = await idsOf(ctx, cell);
    const asked = {
      page: { first, after: after ?? null },
      also: [{ id: { $in: ids } }],
    };
    return readConnection(await ctx.em(), cellRows, askerOf(ctx), asked, info);
  }
}

async function idsOf(ctx: Context, cell: ReportCell): Promise<string[]> {
  if (cell.count === 0) return [];
  const counted = countedSql(cell.question);
  const inLine = cell.stationIds === null ? '' : ' and p.station_id = any(?::uuid[])';
  const values = [
    ...counted.values,
    cell.kind,
    cell.state,
    ...(cell.stationIds === null ? [] : [arrayText([...cell.stationIds])]),
  ];
  const sql = `select p.id ${counted.sql} and p.kind = ? and p.state = ?${inLine}`;
  const rows = (await (await ctx.em()).execute(sql, values)) as { id: string }[];
  return rows.map((row) => row.id);
}
