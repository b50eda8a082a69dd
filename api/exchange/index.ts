import './policy.js';
import { ImportBatch } from './importBatch.js';
import { importBatches, importCorrections } from './importBatch.resolver.js';
import { ImportCorrection } from './importCorrection.js';
import { ImportMapping } from './importMapping.js';
import { ImportRecord } from './importRecord.js';
import { ImportSheet } from './importSheet.js';

export { type Download, failedRows, templateFor } from './downloads.js';
export { exportLists } from './export.lists.js';
export { questionOf } from './export.question.js';
export { type ExportAsked, exportList, mostRowsOut, type ReadAnswer, rowsAtOnce } from './export.service.js';
export { enumLabel } from './export.words.js';
export {
  type ColumnKind,
  type FileColumn,
  type FileFormat,
  type FileOut,
  type FileValue,
  fileFormats,
  fileOut,
  type TableOut,
} from './fileOut.js';
export { type ReceivedFile, receiveFile } from './receive.service.js';
export { filledForm } from './reportFormOut.js';
export { most as mostOfFile } from './sheetBounds.js';

export const entities = [ImportBatch, ImportSheet, ImportRecord, ImportMapping, ImportCorrection] as const;
export const resolvers = [importBatches.resolver, importCorrections.resolver];
