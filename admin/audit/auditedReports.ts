/** Files that are read in leave in the audit. */
export const imports = {
  acts: ['importBatchUpload', 'importBatchCheck', 'importBatchCorrect', 'importBatchCommit', 'importBatchUndo'],
  records: ['ImportBatch', 'ImportCorrection', 'ImportMapping', 'ImportRecord', 'ImportSheet'],
};

/** What is made of reports leaves in the audit. */
export const reports = {
  acts: ['editionFreeze', 'editionComment', 'briefCreate', 'briefUpdate', 'reportFormCreate', 'reportFormUpdate'],
  records: ['Edition', 'EditionFigures', 'EditionComment', 'Brief', 'ReportForm'],
};
