import { actorOf, type Context, can, demand, type Permission, reachOf } from '../access/index.js';
import type { Reach, Row, Scope, Sql, Wall } from '../reading/index.js';
import { any, heldAt, heldSql, sql } from '../reading/index.js';
import { type Directory, directory } from './directory.js';
import { Station, StationParent } from './station.js';
import { isOpen as stands } from './station.reads.js';

/** What makes a record of a station above an offer to the stations under it. */
export interface Offer {
  query: object;
  sql(row: Row): Sql;
}

/**
 * The walls of a list of which a station's open records are also seen by the stations under it, so that they can enter their own
 * people: where `read` is held, and what is offered to where `enter` is held.
 */
export function heldOrOffered(read: Permission, enter: Permission, offer: Offer): Wall[] {
  const held = heldAt(read);
  return [
    {
      query: async (asker) => {
        const reach = asker.reachOf(read);
        if (reach === '*') return null;
        const over = await aboveOf(asker.context as Context, asker.reachOf(enter));
        return { station: { tenantId: asker.tenantId, id: { $in: [...reach, ...over] } } };
      },
      sql: (row) => {
        const ids = seenIds(row, read, enter);
        return ids ? sql`${row.column('station')} = any(${ids})` : heldSql(row, read, 'station');
      },
      stations: (row) => {
        const ids = seenIds(row, read, enter);
        return ids ? { ids, property: 'station', key: `${read} ${enter}` } : (held.stations?.(row) ?? null);
      },
    },
    {
      query: (asker) => {
        const isHeld = held.query(asker) as object | null;
        return isHeld && { $or: [isHeld, offer.query] };
      },
      sql: (row) => {
        const isHeld = heldSql(row, read, 'station');
        return isHeld && seenIds(row, read, enter) ? any([isHeld, offer.sql(row)]) : null;
      },
    },
  ];
}

/** Those that are read and those above; null where nothing above is offered. */
function seenIds(row: Row, read: Permission, enter: Permission): Sql | null {
  const { scope } = row;
  const [reach, entered] = [scope.reachOf(read), scope.reachOf(enter)];
  if (reach === '*' || entered === '*' || entered === 'nowhere') return null;
  const over = scope.once(`above ${enter}`, () => aboveSql(scope, sql`${entered}`));
  return reach === 'nowhere' ? sql`${over}::uuid[]` : sql`(${reach} || ${over}::uuid[])`;
}

/** The ids from the parents of stations up to the county; a closed one leads nowhere, for its successor has a place of its own. */
function aboveSql(scope: Scope, ids: Sql): Sql {
  const station = scope.table(Station);
  const [first, next] = [scope.table(StationParent), scope.table(StationParent)];
  const inForce = (p: Row) => sql`${p.pin} and ${p.column('validFrom')} <= ${scope.today}
    and (${p.column('validTo')} is null or ${p.column('validTo')} > ${scope.today})`;
  return sql`array(with recursive u0(id) as (select ${first.column('parent')} from ${station.from} join ${first.from}
    on ${inForce(first)} and ${first.column('station')} = ${station.column('id')}
    where ${station.pin} and ${station.column('id')} = any(${ids}) and ${stands(station)}
    union select ${next.column('parent')} from u0 join ${next.from} on ${inForce(next)} and ${next.column('station')} = u0.id)
    select id from u0)`;
}

async function aboveOf(ctx: Context, reach: Reach): Promise<ReadonlySet<string>> {
  if (reach === '*') return new Set();
  const tree = await directory(ctx);
  return new Set([...reach].flatMap((id) => (tree.get(id)?.isOpen ? tree.path(id).map((p) => p.station.id) : [])));
}

/**
 * Demands the right to enter people on a list that is there: at the list's own station, or at one under it for who lives there. Answers
 * whether it is held at the list's own, so that everybody within reach may be entered.
 */
export async function demandEntry(ctx: Context, permission: Permission, stationId: string): Promise<boolean> {
  const actor = actorOf(ctx);
  if (can(actor, permission, { stationId }).isAllowed) return true;
  const tree: Directory = await directory(ctx);
  const reach = reachOf(actor, permission);
  const isUnder = reach !== '*' && [...tree.subtree(stationId)].some((id) => reach.has(id));
  if (!isUnder) demand(actor, permission, { stationId });
  return false;
}
