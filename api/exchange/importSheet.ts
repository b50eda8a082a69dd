import { gunzipSync, gzipSync } from 'node:zlib';
import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { keptSealed, Node, personalData, sealed, unsealed, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ImportBatch } from './importBatch.js';
import type { RowResult } from './importRow.js';

/** The rows of a file with what the check found of each. */
export interface SheetContent {
  rows: readonly SheetRow[];
  results: readonly RowResult[];
}

/** A row below the headings, with its number in the file. */
export interface SheetRow {
  number: number;
  cells: readonly string[];
}

personalData('ImportSheet', 'content');
keptSealed('ImportSheet', 'content');

/** What a batch's file says. It is personal data from end to end, so it lies sealed as a whole, and is emptied once it is not needed. */
@Entity({ tableName: 'import_sheet' })
export class ImportSheet extends Node {
  @ManyToOne(() => ImportBatch, { ...withinTenant('batch_id'), ref: true })
  batch!: Ref<ImportBatch>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  /** Sealed; null once emptied. */
  @Property({ type: 'text', nullable: true })
  content: string | null = null;

  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** The content as it lies in the database. */
export function sealedContent(content: SheetContent): string {
  return sealed(gzipSync(JSON.stringify(content), { level: 1 }).toString('base64'));
}

/** The content as it was sealed; nothing where it was emptied, or its key is gone. */
export function contentOf(text: string | null): SheetContent {
  if (text === null) return { rows: [], results: [] };
  return JSON.parse(gunzipSync(Buffer.from(unsealed(text), 'base64')).toString('utf8')) as SheetContent;
}
