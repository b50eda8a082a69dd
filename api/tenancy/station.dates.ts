import type { EntityManager } from '@mikro-orm/postgresql';
import { type Day, newId, pinyinOf } from '../kernel/index.js';
import { type Station, StationName } from './station.js';

/** A station that bore another name first; for loading history that happened before Lianxin. */
export async function renameSince(
  em: EntityManager,
  station: Station,
  change: { first: string; then: string; from: Day; reason: string; enteredBy: string },
): Promise<void> {
  const { tenantId } = station;
  const name = await em.findOneOrFail(StationName, {
    tenantId,
    station: [tenantId, station.id] as never,
    validTo: null,
  });
  Object.assign(name, { name: change.first, ...pinyinOf(change.first), validTo: change.from });
  await em.flush();
  const { reason, enteredBy, then, from } = change;
  em.create(StationName, {
    tenantId,
    id: newId(),
    station,
    name: then,
    ...pinyinOf(then),
    validFrom: from,
    reason,
    enteredBy,
  });
  await em.flush();
}
