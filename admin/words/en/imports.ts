/** Words of reading households and people in from files. */
export const imports = {
  importBatches: {
    name: 'Imports',
    menu: 'Imports',
    fields: {
      fileName: 'File',
      state: 'State',
      station: 'Station',
      rowCount: 'Rows',
      createdBy: 'By',
      createdAt: 'Uploaded',
      createdCount: 'New',
      updatedCount: 'Changed',
      failedCount: 'With mistakes',
    },
    empty: 'No file has been imported yet.',
    choose: 'Choose a file',
    chooseWhat:
      'Enter households and people from a table: check it first, see what would be made and changed, then import. Nothing is written before that.',
    start: 'Import a file',
    station: 'Which station to import to',
    template: 'Download the template',
    templateWhat:
      'The template has the headings and drop-downs. A table of your own will do as well; the next step asks what its columns mean.',
    file: 'File',
    fileWhat: '.xlsx or .csv, at most 20,000 rows and 8 MB; the encoding of a CSV is recognised.',
    noFile: 'No file chosen yet',
    upload: 'Upload',
    steps: { file: 'File', columns: 'Columns', check: 'Check', result: 'Result' },
    sameAs: 'This file was imported before. Rows that are registered will be skipped; nothing is doubled.',
    sameAsLink: 'See the earlier import',
    columnsWhat:
      'Say what each column means; choose “not imported” for the others. The next file with the same headings is understood by itself.',
    column: 'Column %{number}',
    passedOver: 'Not imported',
    check: 'Check',
    checkAgain: 'Check again',
    changeColumns: 'Change the columns',
    counts: {
      CREATE: 'New',
      UPDATE: 'Changed',
      SKIP: 'Skipped',
      FAIL: 'With mistakes',
    },
    householdCount: 'New households: %{count}',
    shifted:
      'The column “%{column}” looks shifted: look at the changes below and make sure of the columns before you import.',
    rows: 'Rows',
    row: 'Row %{number}',
    cell: 'Column %{column} “%{heading}”',
    suggestion: 'Did you mean “%{word}”?',
    use: 'Write “%{word}”',
    correctCell: 'Correct “%{heading}” of row %{row}',
    correctWhat:
      'Correct cells right here: Enter saves and goes on to the next, Escape takes back. The rows that hang on it are checked again each time.',
    corrected: 'Corrected. Rows with mistakes left: %{count}',
    correctedAll: 'Corrected. No row has mistakes any more.',
    correctAgain: 'Correct again',
    corrections: 'Corrections (%{count})',
    nothing: 'empty',
    noRows: 'There are no such rows.',
    more: 'Show %{count} more',
    commit: 'Import',
    commitTitle: 'Import these households and people?',
    commitWhat:
      'New people: %{created} (new households: %{households}); rows changed: %{updated}; rows skipped: %{skipped}.',
    commitLeft:
      'Rows with mistakes, which are left out: %{failed}. You can download them afterwards, put them right and upload them.',
    commitWhole:
      'They are written as one: all of them or none. Until other records hang on them, the whole batch can be undone.',
    committed: 'Imported: new people %{created}, rows changed %{updated}',
    done: 'Imported on %{at}.',
    failedRows: 'Download rows with mistakes',
    undo: 'Undo this import',
    undoTitle: 'Undo the whole import?',
    undoWhat:
      'People deleted: %{created}, households deleted: %{households}; rows restored to what they were: %{updated}.',
    undone: 'The import was undone',
    undoneAt: 'Undone as a whole on %{at}: %{reason}',
    reason: 'Reason',
    another: 'Import another file',
  },
};

/** Labels of the enums of importing. */
export const importEnums = {
  ImportState: { UPLOADED: 'Columns to confirm', CHECKED: 'Checked', COMMITTED: 'Imported', UNDONE: 'Undone' },
  ImportOutcome: { CREATE: 'New', UPDATE: 'Changed', SKIP: 'Skipped', FAIL: 'With mistakes' },
  ImportField: {
    HOUSEHOLD_CODE: 'Household number',
    VILLAGE: 'Village',
    ADDRESS: 'Address',
    STATUS: 'Status',
    STATUS_FROM: 'Status since',
    RELATION: 'Relation to the head',
    NAME: 'Name',
    ID_NUMBER: 'Identity number',
    BIRTH_DAY: 'Day of birth',
    SEX: 'Sex',
    PHONE: 'Telephone',
    CAN_WORK: 'Able to work',
    IS_STUDENT: 'At school',
    SINCE: 'In the register since',
  },
};

/** Labels of the permissions over files. */
export const importPermissions = {
  IMPORT_RUN: 'Import households and people',
  EXPORT_RUN: 'Take lists and reports out as files',
};

/** What the audit calls the acts and records of imports. */
export const importAudit = {
  acts: {
    importBatchUpload: 'Import file uploaded',
    importBatchCheck: 'Import file checked',
    importBatchCorrect: 'Cell of an import corrected',
    importBatchCommit: 'Import written',
    importBatchUndo: 'Import taken back',
  },
  records: {
    ImportBatch: 'Import',
    ImportCorrection: 'Correction of an import',
    ImportMapping: 'Columns of imports',
    ImportRecord: 'Record written by an import',
    ImportSheet: 'Content of an import file',
  },
};
