import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.js';
import { judged, reads } from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { ReportLine, ReportRow, type StationAt } from './report.js';

/** The station of a line. */
@Resolver(() => ReportLine)
export class ReportLineResolver {
  @Extensions(reads(judged('it hangs on a line that code has made')))
  @FieldResolver(() => Station, {
    nullable: true,
    description: 'The station as of the day; null in the total （单位）.',
  })
  station(@Root() { at }: ReportLine, @Ctx() ctx: Context): Promise<Station | null> {
    return stationAt(ctx, at);
  }
}

/** The station of a row. */
@Resolver(() => ReportRow)
export class ReportRowResolver {
  @FieldResolver(() => Station, { nullable: true, description: 'Where it counts, as of the day （单位）.' })
  station(@Root() { at }: ReportRow, @Ctx() ctx: Context): Promise<Station | null> {
    return stationAt(ctx, at);
  }
}

/** Looked up only when it is asked for; the tree of a day is read once for all lines and rows. */
async function stationAt(ctx: Context, at: StationAt | null): Promise<Station | null> {
  return at && ((await directory(ctx, at.day)).get(at.id)?.station ?? null);
}
