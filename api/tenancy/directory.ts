import { type Actor, actorOf, type Context, type Reach } from '../access/index.js';
import { type Day, notFound } from '../kernel/index.js';
import { type Settlement, Station, type StationLevel } from './station.js';

/** A station as of a day, with its name, its parent and what hangs under it. */
export interface Placed {
  station: Station;
  name: string;
  pinyin: string;
  initials: string;
  parentId: string | null;
  children: Placed[];
  /** Whether it stood on that day. */
  isOpen: boolean;
}

interface Row {
  id: string;
  code: string;
  level: StationLevel;
  settlement: Settlement | null;
  opened_on: Day;
  closed_on: Day | null;
  successor_id: string | null;
  version: number;
  created_at: Date;
  name: string;
  pinyin: string;
  initials: string;
  parent_id: string | null;
}

/**
 * The whole tree of a county as of a day. A county has a few hundred stations at most, so one statement reads them all, once per
 * operation and day, and every name, parent, path, subtree and search is answered from it.
 */
export class Directory {
  private readonly byId = new Map<string, Placed>();
  readonly root: Placed;

  constructor(
    readonly day: Day,
    placed: readonly Placed[],
  ) {
    for (const p of placed) this.byId.set(p.station.id, p);
    for (const p of placed) if (p.isOpen && p.parentId) this.byId.get(p.parentId)?.children.push(p);
    const root = placed.find((p) => p.parentId === null && p.station.level === 'COUNTY');
    if (!root) throw notFound({ zh: '县（市、区）', en: 'county' });
    this.root = root;
  }

  get(id: string): Placed | undefined {
    return this.byId.get(id.toLowerCase());
  }

  /** The station, or NOT_FOUND. */
  need(id: string): Placed {
    const placed = this.get(id);
    if (!placed) throw notFound({ zh: '单位', en: 'station' });
    return placed;
  }

  /** The ids of the stations that meet a condition, of those too that do not stand on the day. */
  idsOf(meets: (placed: Placed) => boolean): string[] {
    return [...this.byId.values()].filter(meets).map((p) => p.station.id);
  }

  /** From the county down to the station's parent. A closed station keeps its last place. */
  path(id: string): Placed[] {
    const path: Placed[] = [];
    for (let at = this.byId.get(id)?.parentId; at; at = this.byId.get(at)?.parentId) {
      const parent = this.byId.get(at);
      if (!parent || path.includes(parent)) break;
      path.unshift(parent);
    }
    return path;
  }

  /** The ids under a station, itself included, with the closed stations whose work it took over. */
  subtree(id: string): Set<string> {
    const found = new Set<string>([id.toLowerCase()]);
    for (let before = 0; before !== found.size; ) {
      before = found.size;
      for (const p of this.byId.values()) {
        const successor = p.station.successor?.id;
        const isUnder = p.parentId !== null && found.has(p.parentId) && (p.isOpen || !successor);
        if (isUnder || (!p.isOpen && successor && found.has(successor))) found.add(p.station.id);
      }
    }
    return found;
  }
}

const sql = `
  select s.id, s.code, s.level, s.settlement, s.opened_on::text, s.closed_on::text, s.successor_id, s.version, s.created_at,
         n.name, n.pinyin, n.initials, p.parent_id
  from station s
  left join lateral (
    select name, pinyin, initials from station_name n
    where n.tenant_id = ? and n.station_id = s.id and (n.valid_from <= ?::date or n.valid_from = s.opened_on)
    order by n.valid_from desc limit 1) n on true
  left join lateral (
    select parent_id from station_parent p
    where p.tenant_id = ? and p.station_id = s.id and (p.valid_from <= ?::date or p.valid_from = s.opened_on)
    order by p.valid_from desc limit 1) p on true
  where s.tenant_id = ? order by s.code`;

/** The directory as of a day, read once per operation. */
export function directory(ctx: Context, day: Day = ctx.today): Promise<Directory> {
  return ctx.once(`directory ${day}`, () => readDirectory(ctx, actorOf(ctx), day));
}

async function readDirectory(ctx: Context, actor: Actor, day: Day): Promise<Directory> {
  const em = await ctx.em();
  const t = actor.tenantId;
  const rows = (await em.execute(sql, [t, day, t, day, t])) as Row[];
  return new Directory(
    day,
    rows.map((row) => placed(row, t, day)),
  );
}

function placed(row: Row, tenantId: number, day: Day): Placed {
  const station = Object.assign(new Station(), {
    tenantId,
    id: row.id,
    code: row.code,
    level: row.level,
    settlement: row.settlement,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    successor: row.successor_id === null ? null : { id: row.successor_id },
    version: row.version,
    createdAt: new Date(row.created_at),
    asOf: day,
  });
  const isOpen = row.opened_on <= day && (row.closed_on === null || row.closed_on > day);
  return {
    station,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    parentId: row.parent_id,
    children: [],
    isOpen,
  };
}

/** The part of a reach that lies under a station as of a day: what `within` means for every list. */
export async function withinReach(ctx: Context, reach: Reach, within: string | null | undefined): Promise<Reach> {
  if (!within) return reach;
  const tree = await directory(ctx);
  tree.need(within);
  const under = tree.subtree(within);
  return reach === '*' ? under : new Set([...under].filter((id) => reach.has(id)));
}
