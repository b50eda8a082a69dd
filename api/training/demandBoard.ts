import { Field, Int, ObjectType } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import type { DayFilter } from '../kernel/index.js';
import { directory, Station, withinReach } from '../tenancy/index.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

/** Demand against delivery of one thing of the menu at one village, in people. */
@ObjectType({ description: 'Demand against delivery of one thing of the menu at one village, in people （供需对照）.' })
export class TrainingDemandLine {
  @Field(() => TrainingMenuItem, { description: 'What is wished for （菜单项）.' })
  item!: TrainingMenuItem;

  @Field(() => Station, { description: 'Where （村居）.' })
  station!: Station;

  @Field(() => Int, { description: 'How many asked in all, those declined included （提出人数）.' })
  asked!: number;

  @Field(() => Int, { description: 'Of them, those with nothing arranged yet （待安排人数）.' })
  requested!: number;

  @Field(() => Int, { description: 'Of them, those with a session to come （已排课人数）.' })
  scheduled!: number;

  @Field(() => Int, { description: 'Of them, those whose session was held （已满足人数）.' })
  met!: number;

  @Field(() => Int, { description: 'Of them, those who were told no （未采纳人数）.' })
  declined!: number;

  @Field(() => Int, { description: 'Of those with nothing arranged yet, how many need it soon （急需待安排人数）.' })
  urgent!: number;
}

const sql = `
  select d.item_id, d.station_id, sum(d.people)::int as asked,
    coalesce(sum(d.people) filter (where d.state = 'REQUESTED'), 0)::int as requested,
    coalesce(sum(d.people) filter (where d.state = 'SCHEDULED'), 0)::int as scheduled,
    coalesce(sum(d.people) filter (where d.state = 'MET'), 0)::int as met,
    coalesce(sum(d.people) filter (where d.state = 'DECLINED'), 0)::int as declined,
    coalesce(sum(d.people) filter (where d.state = 'REQUESTED' and d.priority = 'HIGH'), 0)::int as urgent
  from training_demand d, (select ?::int as tenant, ?::uuid[] as stations, ?::date as first, ?::date as last) a
  where d.tenant_id = a.tenant and (a.stations is null or d.station_id = any(a.stations))
    and (a.first is null or d.asked_on >= a.first) and (a.last is null or d.asked_on <= a.last)
  group by d.item_id, d.station_id`;

type Counted = Omit<TrainingDemandLine, 'item' | 'station'> & { item_id: string; station_id: string };

/** The board: every thing of the menu that somebody wishes for, village by village, by title and then by code. */
export async function demandBoard(
  ctx: Context,
  asked: { within?: string | null; askedOn?: DayFilter | null },
): Promise<TrainingDemandLine[]> {
  const { tenantId } = actorOf(ctx);
  const reach = await withinReach(ctx, askerOf(ctx).reachOf('training.read'), asked.within);
  const stations = reach === '*' ? null : `{${[...reach].join(',')}}`;
  const em = await ctx.em();
  const { from = null, to = null } = asked.askedOn ?? {};
  const counted = (await em.execute(sql, [tenantId, stations, from, to])) as Counted[];
  const items = await em.find(TrainingMenuItem, { tenantId, id: { $in: counted.map((row) => row.item_id) } });
  const byId = new Map(items.map((item) => [item.id, item]));
  const tree = await directory(ctx);
  const lines = counted.flatMap(({ item_id, station_id, ...figures }) => {
    const [item, station] = [byId.get(item_id), tree.get(station_id)?.station];
    return item && station ? [Object.assign(new TrainingDemandLine(), { ...figures, item, station })] : [];
  });
  const keyOf = ({ item, station }: TrainingDemandLine) => `${item.title} ${item.id} ${station.code}`;
  return lines.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
