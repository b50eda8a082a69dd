import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand } from '../access/index.js';
import { stationRef } from '../households/index.js';
import { addDays, badInput, newId, notFound } from '../kernel/index.js';
import { findStanding } from '../tenancy/index.js';
import { emptyCorrections } from './correct.service.js';
import { ImportBatch, ImportState } from './importBatch.js';
import { type ImportField, suggestFields } from './importField.js';
import { headerHash, ImportMapping } from './importMapping.js';
import { ImportSheet, sealedContent } from './importSheet.js';
import { readFile } from './sheetReader.js';

/** A file as it arrived. */
export interface ReceivedFile {
  stationId: string;
  name: string;
  bytes: Uint8Array;
}

/** Rows that nobody wrote into the register are kept so long. */
const daysKept = 7;

/** Reads a file for a station, with what its columns probably mean; nothing of the register is looked at yet. */
export async function receiveFile(ctx: Context, { stationId, name, bytes }: ReceivedFile): Promise<ImportBatch> {
  askerOf(ctx).demand('import.run');
  const actor = actorOf(ctx);
  const { tenantId } = actor;
  const station = await findStanding(ctx, stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actor, 'import.run', { stationId: station.id });
  const fileName = name
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 120);
  if (fileName === '') throw badInput({ zh: '请给出文件名。', en: 'Give the name of the file.' }, ['name']);
  const { headings, rows } = await readFile(bytes);
  const em = await ctx.em();
  ctx.note({ act: 'importBatchUpload' });
  const fields = (await remembered(em, tenantId, stationId, actor.id, headings)) ?? suggestFields(headings);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const same = await committedBefore(em, tenantId, fileHash);
  const at = stationRef(em, tenantId, stationId);
  const batch = em.create(ImportBatch, {
    tenantId,
    id: newId(),
    station: at,
    fileName,
    fileHash,
    state: ImportState.UPLOADED,
    columns: headings.map((heading, i) => ({ number: i + 1, heading, field: fields[i] ?? null })),
    rowCount: rows.length,
    sameAs: same as never,
    createdBy: actor.name,
  });
  const content = sealedContent({ rows, results: [] });
  em.persist([batch, em.create(ImportSheet, { tenantId, id: newId(), batch: batch as never, station: at, content })]);
  await emptyForgotten(em, tenantId, ctx.today);
  await em.flush();
  return batch;
}

/** What the same headings meant to this person at this station before. */
async function remembered(
  em: EntityManager,
  tenantId: number,
  stationId: string,
  userId: string,
  headings: readonly string[],
): Promise<(ImportField | null)[] | null> {
  const known = await em.findOne(ImportMapping, {
    tenantId,
    station: { tenantId, id: stationId } as never,
    user: { tenantId, id: userId } as never,
    headerHash: headerHash(headings),
  });
  return known?.fields ?? null;
}

/** The batch of the very same bytes that stands in the register. */
function committedBefore(em: EntityManager, tenantId: number, fileHash: string): Promise<ImportBatch | null> {
  return em.findOne(
    ImportBatch,
    { tenantId, fileHash, state: ImportState.COMMITTED },
    { orderBy: { createdAt: 'desc', id: 'desc' } },
  );
}

/** Files that were read and never written into the register do not stay. */
async function emptyForgotten(em: EntityManager, tenantId: number, today: string): Promise<void> {
  const before = new Date(`${addDays(today, -daysKept)}T00:00:00+08:00`);
  const old = await em.find(
    ImportSheet,
    { tenantId, content: { $ne: null }, createdAt: { $lt: before } },
    { limit: 20 },
  );
  for (const sheet of old) sheet.content = null;
  await emptyCorrections(em, tenantId, { before });
}
