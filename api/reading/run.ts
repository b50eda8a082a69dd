import type { EntityMetadata } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { checkPins } from './pins.js';
import type { Frame } from './sql.js';
import { print, type Sql } from './sql.js';

const pinned = new WeakMap<object, Set<string>>();
const nobody = {} as Frame;

/** Asks a piece of SQL whose slots hold their values already, in the transaction of an operation; every table must be pinned to the county. */
export async function runSql<Row>(em: EntityManager, piece: Sql): Promise<Row[]> {
  const { text, slots } = print(piece);
  checkPins(text, pinnedTables(em));
  const values: unknown[] = [];
  const placed = text.replace(/\$(\d+)::/g, (_all, number: string) => {
    values.push(slots[Number(number) - 1]?.read(nobody));
    return '?::';
  });
  return (await em.execute(placed, values)) as Row[];
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
