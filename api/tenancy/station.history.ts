import type { Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { type Row, type Sql, sql } from '../reading/index.js';
import { directory } from './directory.js';
import { Station, StationName, StationParent } from './station.js';
import { named } from './station.reads.js';
import { type StationChange, StationChangeKind } from './stationAct.input.js';

/** Something that was entered about a station. */
interface Entered {
  on: Day;
  reason: string | null;
  by: string | null;
  at: Date | string;
}

/** The dated facts of a station in the order of their days; parents and successor as they are called today. */
interface Life {
  names: (Entered & { name: string })[];
  parents: (Entered & { name: string | null })[];
  closing: (Entered & { isMerger: boolean; into: string | null }) | null;
}

/** Everything that happened to a station, newest first. */
export function changesOf({ names, parents, closing }: Life): StationChange[] {
  const changes = names.map((row, index) => {
    const kind = index === 0 ? StationChangeKind.OPENED : StationChangeKind.RENAMED;
    return changeOf(kind, row, names[index - 1]?.name ?? null, row.name);
  });
  for (const [index, row] of parents.entries())
    if (index > 0) changes.push(changeOf(StationChangeKind.MOVED, row, parents[index - 1]?.name ?? null, row.name));
  const ended = closing?.isMerger ? StationChangeKind.MERGED : StationChangeKind.CLOSED;
  if (closing) changes.push(changeOf(ended, closing, null, closing.into));
  return changes.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : Number(b.at) - Number(a.at)));
}

function changeOf(
  kind: StationChangeKind,
  { on, reason, by, at }: Entered,
  from: string | null,
  to: string | null,
): StationChange {
  return { kind, on, from, to, reason, by, at: new Date(at) };
}

/** A station's life, read by the unit of work. */
export async function lifeOf(ctx: Context, { tenantId, id }: Station): Promise<Life> {
  const em = await ctx.em();
  const own = { tenantId, station: [tenantId, id] } as never;
  const names = await em.find(StationName, own, { orderBy: { validFrom: 'asc' } });
  const parents = await em.find(StationParent, own, { orderBy: { validFrom: 'asc' } });
  const tree = await directory(ctx);
  const entered = (row: StationName | StationParent): Entered => {
    return { on: row.validFrom, reason: row.reason, by: row.enteredBy, at: row.createdAt };
  };
  const station = await em.findOneOrFail(Station, { tenantId, id });
  return {
    names: names.map((row) => ({ ...entered(row), name: row.name })),
    parents: parents.map((row) => ({ ...entered(row), name: tree.get(row.parent.id)?.name ?? null })),
    closing: closingOf(station, station.successor && (tree.get(station.successor.id)?.name ?? null)),
  };
}

function closingOf(station: Station, into: string | null): Life['closing'] {
  if (station.closedOn === null) return null;
  const { closedOn: on, closedReason: reason, closedBy: by, changedAt: at } = station;
  return { on, reason, by, at, isMerger: station.closedAs === 'MERGED', into };
}

/** A station's life, read as JSON by the statement that reads the station. */
export function lifeNeeded(row: Row): { [part in keyof Life]: Sql } {
  const { scope } = row;
  const [name, parent] = [scope.table(StationName), scope.table(StationParent)];
  const closing = [row.column('closedOn'), row.column('closedReason'), row.column('closedBy'), row.column('changedAt')];
  const isMerger = sql`coalesce(${row.column('closedAs')} = 'MERGED', false)`;
  return {
    names: spans(name, row, name.column('name')),
    parents: spans(parent, row, nameToday(row, parent.column('parent'))),
    closing: sql`case when ${row.column('closedOn')} is not null then json_build_object(${entered(closing)},
      'isMerger', ${isMerger}, 'into', ${nameToday(row, row.column('successor'))}) end`,
  };
}

/** The dated rows of a station, each with its name. */
function spans(span: Row, station: Row, name: Sql): Sql {
  const from = span.column('validFrom');
  const facts = entered([from, span.column('reason'), span.column('enteredBy'), span.column('createdAt')]);
  return sql`(select coalesce(json_agg(json_build_object(${facts}, 'name', ${name}) order by ${from}), '[]') from ${span.from}
    where ${span.pin} and ${span.column('station')} = ${station.column('id')})`;
}

function entered([on = sql`null`, reason = on, by = on, at = on]: readonly Sql[]): Sql {
  return sql`'on', ${on}, 'reason', ${reason}, 'by', ${by}, 'at', ${at}`;
}

function nameToday({ scope }: Row, id: Sql): Sql {
  const station = scope.table(Station);
  const { name } = named(station);
  return sql`(select ${name} from ${station.from} where ${station.pin} and ${station.column('id')} = ${id})`;
}
