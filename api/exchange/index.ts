import './policy.js';
import { ImportBatch } from './importBatch.js';
import { importBatches } from './importBatch.resolver.js';
import { ImportMapping } from './importMapping.js';
import { ImportRecord } from './importRecord.js';
import { ImportSheet } from './importSheet.js';

export { type Download, failedRows, templateFor } from './downloads.js';
export { type ReceivedFile, receiveFile } from './receive.service.js';
export { most as mostOfFile } from './sheetBounds.js';

export const entities = [ImportBatch, ImportSheet, ImportRecord, ImportMapping] as const;
export const resolvers = [importBatches.resolver];
