import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Actor, actorOf, askerOf, type Context, reaches, reachOf } from '../access/index.js';
import { type Connection, connectionType, DateScalar, type Day, PageArgs } from '../kernel/index.js';
import { conditionsOf, expression, lists, many, one, readSlice, reads, record, self, sql } from '../reading/index.js';
import { type Directory, directory, type Placed } from './directory.js';
import { StationFilter, StationOrder } from './station.input.js';
import { Station } from './station.js';
import { orderValue, stationList } from './station.list.js';
import {
  byCode,
  dayAsked,
  fromTheTop,
  levelName,
  named,
  parentId,
  pathIds,
  practiceLabel,
  rootOfTree,
  seenChild,
  seenStation,
} from './station.reads.js';
import { Tenant } from './tenant.js';

const certain = { isCertain: true };

/** A station with what hangs under it. */
@ObjectType({ description: 'A node of the tree as of a day, with its children （阵地树）.' })
export class StationNode {
  @Extensions(reads(self()))
  @Field(() => Station, { description: 'The station.' })
  station!: Station;

  @Extensions(reads(many(() => Station, seenChild, byCode)))
  @Field(() => [StationNode], { description: 'The stations right below, in order of code.' })
  children!: StationNode[];
}

export const StationConnection = connectionType('Station', () => Station);

/** The tree as of a day: its nodes, their names, parents and paths. */
@Resolver(() => Station)
export class StationResolver {
  @Authorized('station.read')
  @Extensions(reads(record(() => Station, rootOfTree, dayAsked)))
  @Query(() => StationNode, {
    description: 'The county’s tree as of a day, from the county down （阵地树）. Needs station.read.',
  })
  async stationTree(
    @Ctx() ctx: Context,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'Any day; today when left out （截至日）.' })
    asOf?: Day,
  ): Promise<StationNode> {
    return node((await directory(ctx, asOf ?? ctx.today)).root, seenBy(actorOf(ctx)));
  }

  @Authorized('station.read')
  @Extensions(reads(lists(stationList)))
  @Query(() => StationConnection, { description: 'Stations as of a day, as a list （阵地清单）. Needs station.read.' })
  async stations(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => StationFilter, { nullable: true, description: 'All conditions together.' })
    where?: StationFilter,
    @Arg('orderBy', () => StationOrder, { nullable: true, description: 'By code when left out.' })
    orderBy?: StationOrder,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'Any day; today when left out （截至日）.' })
    asOf?: Day,
  ): Promise<Connection<Station>> {
    const today = asOf ?? ctx.today;
    const tree = await directory(ctx, today);
    const read = async () => {
      const $and = await conditionsOf(stationList, { ...askerOf(ctx), today }, where);
      const found = await (await ctx.em()).find(Station, { $and }, { fields: ['id'], disableIdentityMap: true });
      return found.map(({ id }) => tree.need(id).station);
    };
    return readSlice(stationList, read, { page, orderBy }, (one, by) => orderValue(tree.need(one.id), by));
  }

  @Authorized('station.read')
  @Extensions(reads(record(() => Station, seenStation, dayAsked)))
  @Query(() => Station, {
    nullable: true,
    description: 'One station as of a day, null when there is none （单位）. Needs station.read.',
  })
  async station(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'Any day; today when left out （截至日）.' })
    asOf?: Day,
  ): Promise<Station | null> {
    const placed = (await directory(ctx, asOf ?? ctx.today)).get(id);
    return placed && seenBy(actorOf(ctx))(placed) ? placed.station : null;
  }

  @Extensions(reads(expression((row) => named(row).name, certain)))
  @FieldResolver(() => String, { description: 'Name on that day （名称）.' })
  async name(@Root() station: Station, @Ctx() ctx: Context): Promise<string> {
    return (await placeOf(ctx, station)).name;
  }

  @Extensions(reads(expression((row) => named(row).pinyin, certain)))
  @FieldResolver(() => String, { description: 'The name in pinyin without tones, for search and order （拼音）.' })
  async pinyin(@Root() station: Station, @Ctx() ctx: Context): Promise<string> {
    return (await placeOf(ctx, station)).pinyin;
  }

  @Extensions(reads(expression((row) => named(row).initials, certain)))
  @FieldResolver(() => String, { description: 'The initials of the pinyin, such as `hzw` （首字母）.' })
  async initials(@Root() station: Station, @Ctx() ctx: Context): Promise<string> {
    return (await placeOf(ctx, station)).initials;
  }

  @Extensions(
    reads(
      one(
        () => Station,
        (to, row) => sql`${to.column('id')} = ${parentId(row)}`,
      ),
    ),
  )
  @FieldResolver(() => Station, {
    nullable: true,
    description: 'The station above on that day; null for the county （上级）.',
  })
  async parent(@Root() station: Station, @Ctx() ctx: Context): Promise<Station | null> {
    const tree = await treeOf(ctx, station);
    const { parentId } = tree.need(station.id);
    return parentId === null ? null : tree.need(parentId).station;
  }

  @Extensions(
    reads(
      many(
        () => Station,
        (to, row) => sql`${to.column('id')} in ${pathIds(row)}`,
        fromTheTop,
      ),
    ),
  )
  @FieldResolver(() => [Station], { description: 'From the county down to the parent on that day （路径）.' })
  async path(@Root() station: Station, @Ctx() ctx: Context): Promise<Station[]> {
    return (await treeOf(ctx, station)).path(station.id).map((p) => p.station);
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'Who took over its work when it was merged or closed （承接单位）.',
  })
  async successor(@Root() station: Station, @Ctx() ctx: Context): Promise<Station | null> {
    const id = station.successor?.id;
    return id ? (await treeOf(ctx, station)).need(id).station : null;
  }

  @Extensions(reads(expression(practiceLabel)))
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Such as 新时代文明实践站; null in a county without the label （实践称谓）.',
  })
  async practiceLabel(@Root() station: Station, @Ctx() ctx: Context): Promise<string | null> {
    const tenant = await tenantOf(ctx);
    return tenant.practiceLabel === null ? null : `${tenant.practiceLabel}${levelNameOf(tenant, station)}`;
  }

  @Extensions(reads(expression(levelName, certain)))
  @FieldResolver(() => String, { description: 'What this county calls the station’s level, such as 站 （层级名称）.' })
  async levelName(@Root() station: Station, @Ctx() ctx: Context): Promise<string> {
    return levelNameOf(await tenantOf(ctx), station);
  }
}

/** Everybody in the county may look the whole tree up; a partner key sees the stations that it reaches. */
function seenBy(actor: Actor): (placed: Placed) => boolean {
  if (actor.kind !== 'KEY') return () => true;
  const reach = reachOf(actor, 'station.read');
  return (placed) => reaches(reach, placed.station.id);
}

/** A node with the children that are seen, or that lead to one that is. */
function node(placed: Placed, isSeen: (placed: Placed) => boolean): StationNode {
  const leads = (p: Placed): boolean => isSeen(p) || p.children.some(leads);
  return { station: placed.station, children: placed.children.filter(leads).map((child) => node(child, isSeen)) };
}

function treeOf(ctx: Context, station: Station): Promise<Directory> {
  return directory(ctx, station.asOf ?? ctx.today);
}

async function placeOf(ctx: Context, station: Station): Promise<Placed> {
  return (await treeOf(ctx, station)).need(station.id);
}

function tenantOf(ctx: Context): Promise<Tenant> {
  return ctx.once('tenant', async () => (await ctx.em()).findOneOrFail(Tenant, { id: actorOf(ctx).tenantId }));
}

function levelNameOf(tenant: Tenant, station: Station): string {
  const names = tenant.levelNames;
  return { COUNTY: names.county, TOWNSHIP: names.township, VILLAGE: names.village }[station.level];
}
