import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { type Connection, PageArgs } from '../kernel/index.js';
import { type List, page, readConnection, reads, sql } from '../reading/index.js';
import { Station } from '../tenancy/index.js';
import { programmeList } from './list.js';
import { ProgrammeFilter, ProgrammeOrder } from './programme.input.js';
import type { Programme } from './programme.js';
import { ProgrammeConnection } from './programme.resolver.js';

/** The list over all kinds as it hangs on a station; its cursors are its own, and it is as of today whatever day the station is. */
const ofStation: List<Programme, ProgrammeFilter> = {
  ...programmeList,
  name: 'Station.programmes',
  day: ({ today }) => today,
};

/** The way back from a station to its programmes, which tenancy knows nothing of. */
@Resolver(() => Station)
export class StationProgrammesResolver {
  @Authorized('programmes.read')
  @Extensions(reads(page(ofStation, (to, row) => sql`${to.column('station')} = ${row.column('id')}`)))
  @FieldResolver(() => ProgrammeConnection, {
    nullable: true,
    description:
      'Its own programmes, as they are today, that the asker may read; those of stations below are theirs （本单位项目）. Needs programmes.read.',
  })
  async programmes(
    @Root() station: Station,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('where', () => ProgrammeFilter, { nullable: true, description: 'All conditions together.' })
    where: ProgrammeFilter | undefined,
    @Arg('orderBy', () => ProgrammeOrder, { nullable: true, description: 'Latest start first when left out.' })
    orderBy: ProgrammeOrder | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Programme>> {
    const also = [{ station: { tenantId: actorOf(ctx).tenantId, id: station.id } }];
    return readConnection(await ctx.em(), ofStation, askerOf(ctx), { page: args, where, orderBy, also }, info);
  }
}
