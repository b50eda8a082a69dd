import type { EntityManager } from '@mikro-orm/postgresql';
import { type Household, type Person, stationRef } from '../households/index.js';
import { newId, sealed, unsealed } from '../kernel/index.js';
import { ImportBatch } from './importBatch.js';
import { ImportRecord } from './importRecord.js';
import type { Written } from './writeHousehold.js';

/** What a record said before a batch changed it, by property. Numbers stand in it as they are, for it is sealed as a whole. */
export type Before = Readonly<Record<string, unknown>>;

export function householdBefore({ address, headName, pinyin, initials }: Household): Before {
  return { address, headName, pinyin, initials };
}

export function personBefore(person: Person): Before {
  const { name, birthDay, sex, canWork, isStudent, idNumber, phone } = person;
  const plain = (value: string | null) => value && unsealed(value);
  return { name, birthDay, sex, canWork, isStudent, idNumber: plain(idNumber), phone: plain(phone) };
}

/** Keeps of each record that the batch wrote it, so that it can be taken back; the records have been flushed. */
export function recordWritten(
  em: EntityManager,
  { tenantId, batchId }: { tenantId: number; batchId: string },
  written: readonly Written[],
): void {
  const batch = em.getReference(ImportBatch, [tenantId, batchId] as never, { wrapped: true }) as never;
  for (const { kind, record, before } of written) {
    em.persist(
      em.create(ImportRecord, {
        tenantId,
        id: newId(),
        batch,
        station: stationRef(em, tenantId, record.station.id),
        kind,
        recordId: record.id,
        isMade: before === null,
        recordVersion: kind === 'STATUS' ? null : record.version,
        before: before && sealed(JSON.stringify(before)),
      }),
    );
  }
}

/** What a record said before, as it was sealed. */
export function beforeOf(record: ImportRecord): Record<string, unknown> {
  return JSON.parse(unsealed(record.before ?? '')) as Record<string, unknown>;
}
