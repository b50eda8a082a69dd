import { actorOf, type Context, reaches, reachOf } from '../access/index.js';
import { directory } from '../tenancy/index.js';
import { nearest } from './cellValue.js';

/** The stations that a file may name: under the batch's station, where the asker keeps the register. */
export interface Villages {
  /** Where a household stands that names no village; null where the batch is not of one village. */
  usual: string | null;
  has(id: string): boolean;
  find(text: string): string | null;
  /** A name or code that was perhaps meant. */
  near(text: string): string | undefined;
  nameOf(id: string): string;
  names: readonly string[];
}

/** Reads the tree for a batch of a station. */
export async function villagesOf(ctx: Context, stationId: string): Promise<Villages> {
  const tree = await directory(ctx);
  const reach = reachOf(actorOf(ctx), 'household.edit');
  const under = [...tree.subtree(stationId)].filter((id) => reaches(reach, id));
  const open = under
    .flatMap((id) => tree.get(id) ?? [])
    .filter((placed) => placed.isOpen && placed.station.level !== 'COUNTY');
  const known = new Map<string, string>();
  for (const { station, name } of open) {
    for (const word of [name, shortName(name), station.code]) if (!known.has(word)) known.set(word, station.id);
  }
  const own = tree.get(stationId);
  const ids = new Set(open.map(({ station }) => station.id));
  return {
    usual: own?.station.level === 'VILLAGE' ? own.station.id : null,
    has: (id) => ids.has(id),
    find: (text) => known.get(text.replace(/\s+/g, '')) ?? known.get(shortName(text)) ?? null,
    near: (text) =>
      nearest(
        text,
        open.map(({ name }) => name),
      ),
    nameOf: (id) => tree.get(id)?.name ?? '',
    names: open.filter(({ station }) => station.level === 'VILLAGE').map(({ name }) => name),
  };
}

/** 新民村村民委员会 -> 新民 */
function shortName(name: string): string {
  return name.replace(/\s+/g, '').replace(/(村民委员会|村委会|居民委员会|居委会|社区|村)+$/, '');
}
