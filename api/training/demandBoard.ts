import type { GraphQLResolveInfo } from 'graphql';
import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { askingOf, type Context } from '../access/index.js';
import type { DayFilter } from '../kernel/index.js';
import {
  all,
  askDerived,
  type Derived,
  type Given,
  joined,
  literal,
  onDays,
  quoted,
  type Row,
  reads,
  reference,
  type Sql,
  sql,
} from '../reading/index.js';
import { directory, heldWithin, needsStation, Station } from '../tenancy/index.js';
import { TrainingDemand } from './trainingDemand.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

/** Demand against delivery of one thing of the menu at one village, in people. */
@ObjectType({ description: 'Demand against delivery of one thing of the menu at one village, in people （供需对照）.' })
export class TrainingDemandLine {
  @Extensions(reads(reference(() => TrainingMenuItem, 'item')))
  @Field(() => TrainingMenuItem, { description: 'What is wished for （菜单项）.' })
  item!: TrainingMenuItem;

  @Extensions(reads(reference(() => Station, 'station')))
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

const figures = {
  asked: () => sql`true`,
  requested: (d: Row) => isIn(d, 'REQUESTED'),
  scheduled: (d: Row) => isIn(d, 'SCHEDULED'),
  met: (d: Row) => isIn(d, 'MET'),
  declined: (d: Row) => isIn(d, 'DECLINED'),
  urgent: (d: Row) => sql`${isIn(d, 'REQUESTED')} and ${d.column('priority')} = 'HIGH'`,
} satisfies Partial<Record<keyof TrainingDemandLine, (d: Row) => Sql>>;

/** The board: every thing of the menu that somebody wishes for, village by village. */
export const demandBoard: Derived<Given> = {
  columns: {
    item: ['item_id', 'uuid'],
    station: ['station_id', 'uuid'],
    title: ['title', 'text'],
    code: ['code', 'text'],
    ...Object.fromEntries(Object.keys(figures).map((name) => [name, [name, 'int'] as const])),
  },
  order: [
    ['title', 'asc'],
    ['item', 'asc'],
    ['code', 'asc'],
  ],
  missing: (scope, given) => needsStation(scope, given.get('within')),
  select: (scope, given) => {
    const [d, item, station] = [scope.table(TrainingDemand), scope.table(TrainingMenuItem), scope.table(Station)];
    const days = onDays('askedOn').sql(d, given.get('askedOn'));
    const sums = Object.entries(figures).map(
      ([name, counts]) =>
        sql`coalesce(sum(${d.column('people')}) filter (where ${counts(d)}), 0)::int as ${quoted(name)}`,
    );
    return sql`select b0.*, ${item.column('title')} collate "C" as title, ${station.column('code')} as code
      from (select ${d.column('item')} as item_id, ${d.column('station')} as station_id, ${joined(sums, ', ')}
        from (select ${heldWithin(scope, 'training.read', given.get('within'))} as stations) q0 cross join ${d.from}
        where ${all([d.pin, days])} and (q0.stations is null or ${d.column('station')} = any(q0.stations)) group by 1, 2) b0
      join ${item.from} on ${item.pin} and ${item.column('id')} = b0.item_id
      join ${station.from} on ${station.pin} and ${station.column('id')} = b0.station_id`;
  },
};

function isIn(demand: Row, state: string): Sql {
  return sql`${demand.column('state')} = ${literal(state)}`;
}

/** The same for whoever is not answered by a plan. */
export async function demandBoardOf(
  ctx: Context,
  info: GraphQLResolveInfo,
  asked: { within?: string | null; askedOn?: DayFilter | null },
): Promise<TrainingDemandLine[]> {
  const asking = await askingOf(ctx, info);
  const rows = await askDerived<{ item: string; station: string }>(asking, demandBoard, asked);
  const { tenantId } = asking.asker;
  const items = await asking.em.find(TrainingMenuItem, { tenantId, id: { $in: rows.map(({ item }) => item) } });
  const byId = new Map(items.map((item) => [item.id, item]));
  const tree = await directory(ctx);
  return rows.map((row) => {
    const places = { item: byId.get(row.item), station: tree.need(row.station).station };
    return Object.assign(new TrainingDemandLine(), row, places);
  });
}
