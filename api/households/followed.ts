import { type EntityClass, raw } from '@mikro-orm/core';
import { actorOf, type Context, demand, type Permission, refusal } from '../access/index.js';
import { any, heldAt, heldSql, type List, sql, type Wall } from '../reading/index.js';
import { Household } from './household.js';
import { Person } from './person.js';

type Followed = 'person' | 'household';

const ends = { person: () => Person, household: () => Household } as Record<Followed, () => EntityClass<object>>;

/** Where the person or household of a row stands now, looked up rather than joined: of one out of reach the row's own station decides. */
function stationOf(by: Followed): string {
  return raw(
    (alias) =>
      `(select e.station_id from "${by}" e where e.tenant_id = ${alias}.tenant_id and e.id = ${alias}.${by}_id)`,
  ) as unknown as string;
}

/** What was given stays where it was given, and is seen there and where the person or household lives now. */
export function heldWhereLives(permission: Permission, by: Followed): Wall {
  const held = heldAt(permission);
  return {
    query: (asker) => {
      const here = held.query(asker) as object | null;
      const reach = asker.reachOf(permission);
      return here && { $or: [here, { [stationOf(by)]: { $in: [...(reach as ReadonlySet<string>)] } }] };
    },
    sql: (row) => {
      const here = heldSql(row, permission, 'station');
      if (!here) return null;
      const end = row.scope.table(ends[by]() as never);
      const there = heldSql(end, permission, 'station');
      return any([
        here,
        sql`(select ${there ?? sql`true`} from ${end.from} where ${end.pin} and ${end.column('id')} = ${row.column(by)})`,
      ]);
    },
  };
}

/** A list as the file of a household has it, and as a record is looked up for an act: seen also from where its people live now. */
export function followedList<T extends object, F extends object>(
  list: List<T, F>,
  permission: Permission,
  by: Followed,
): List<T, F> {
  return { ...list, walls: [heldWhereLives(permission, by)] };
}

interface OfPeople {
  tenantId: number;
  person?: { id: string } | null;
  household?: { id: string } | null;
}

/** Demands a right where the person or household of a record lives now: whoever answers for them there goes on with it. */
export async function demandWhereLives(ctx: Context, permission: Permission, record: OfPeople): Promise<void> {
  const { tenantId, person, household } = record;
  const em = await ctx.em();
  const end = person
    ? await em.findOne(Person, { tenantId, id: person.id })
    : await em.findOne(Household, { tenantId, id: household?.id ?? '' });
  if (!end) throw refusal(permission, movedAway, 'movedAway');
  demand(actorOf(ctx), permission, { stationId: end.station.id });
}

const movedAway = {
  zh: '该户（人）已迁到您的范围之外，由现居地的人员办理。',
  en: 'They have moved out of your reach; whoever answers for them where they live now goes on with this.',
};

/** Households and people that begin to stand at another station. */
export interface Moved {
  householdIds: readonly string[];
  personIds: readonly string[];
  station: never;
}

/** What a room above does when households move: what it still has to do for them goes with them. */
export type HouseholdPort = (ctx: Context, moved: Moved) => Promise<void>;

const ports: HouseholdPort[] = [];

/** Called once by areas.ts, before anything is asked. */
export function openHouseholdPorts(list: readonly HouseholdPort[]): void {
  ports.splice(0, ports.length, ...list);
}

/** Those of some people who live elsewhere than a household that they join. */
export function fromElsewhere(people: readonly Person[], { station }: Household): string[] {
  return people.filter((person) => person.station.id !== station.id).map(({ id }) => id);
}

/** Tells every room above. */
export async function tellMoved(ctx: Context, moved: Moved): Promise<void> {
  if (moved.householdIds.length + moved.personIds.length === 0) return;
  for (const port of ports) await port(ctx, moved);
}

/** Records whose station is where their person or household lives, as long as they meet a condition. */
export interface Carried {
  entity: EntityClass<object>;
  by: Followed;
  while(ctx: Context): object;
}

/** The port of a room that carries such records. */
export function carrying(all: readonly Carried[]): HouseholdPort {
  return async (ctx, { householdIds, personIds, station }) => {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    for (const one of all) {
      const id = { $in: [...(one.by === 'person' ? personIds : householdIds)] };
      const where = { $and: [{ tenantId, [one.by]: { tenantId, id } }, one.while(ctx)] };
      const found = (await em.find(one.entity, where as never)) as { station: never }[];
      for (const record of found) record.station = station;
    }
    await em.flush();
  };
}
