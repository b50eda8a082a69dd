import type { EntityMetadata } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import { checkPins } from './pins.js';
import type { Frame } from './sql.js';
import { print, type Sql } from './sql.js';

const pinned = new WeakMap<object, Set<string>>();
const nobody = {} as Frame;

/** Texts whose tables were found to be pinned, as many as a process meets in an hour of reports. */
const checked = new LRUCache<string, true>({ max: 1_000 });

/**
 * Asks a piece of SQL whose slots hold their values already, or find them in a frame, in the transaction of an operation; every table
 * must be pinned to the county. It is prepared, for a large statement may take longer to plan than to run.
 */
export async function runSql<Row>(em: EntityManager, piece: Sql, frame: Frame = nobody): Promise<Row[]> {
  return (await ask(em, piece, frame)) as Row[];
}

/** Goes out with the next statement, without a round trip of its own. */
const along = '/* sent with what follows */';

/** The same for what gathers many rows into few, by hashing (see `PlannedBy`). */
export async function gatherSql<Row>(em: EntityManager, piece: Sql): Promise<Row[]> {
  await em.execute(`${along} set local enable_sort = off`);
  const rows = (await ask(em, piece)) as Row[];
  await em.execute(`${along} set local enable_sort = on`);
  return rows;
}

async function ask(em: EntityManager, piece: Sql, frame = nobody): Promise<unknown> {
  const { text, slots } = print(piece);
  if (!checked.has(text)) checkPins(text, pinnedTables(em));
  checked.set(text, true);
  const values = slots.map((slot) => plain(slot.read(frame)));
  return em.execute(text, values);
}

/** An array as PostgreSQL writes it, for the unit of work would spread it into many values. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return `{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function pinnedTables(em: EntityManager): ReadonlySet<string> {
  const metadata = em.getMetadata();
  const known = pinned.get(metadata) ?? new Set([...metadata.getAll().values()].flatMap(tableOfCounty));
  pinned.set(metadata, known);
  return known;
}

function tableOfCounty(meta: EntityMetadata): string[] {
  return meta.properties.tenantId && meta.tableName ? [meta.tableName] : [];
}
