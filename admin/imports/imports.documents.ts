/** Files that were read in, newest first. */
export const IMPORT_BATCHES = /* GraphQL */ `
  query ImportBatches($where: ImportBatchFilter, $orderBy: ImportBatchOrder, $first: Int, $offset: Int) {
    importBatches(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id fileName state rowCount createdCount updatedCount failedCount createdBy createdAt station { id name } }
      totalCount
    }
  }
`;

/** One file with its columns and counts. */
export const IMPORT_BATCH = /* GraphQL */ `
  query ImportBatch($id: ID!) {
    importBatch(id: $id) {
      id version fileName state rowCount createdCount updatedCount skippedCount failedCount householdCount isShifted
      shiftedColumn createdBy createdAt committedAt undoneAt undoReason
      station { id name path { id name } }
      sameAs { id }
      columns { number heading field }
      corrections { id row column before after enteredBy createdAt }
    }
  }
`;

/** Rows of a file that come to the same. */
export const IMPORT_ROWS = /* GraphQL */ `
  query ImportRows($id: ID!, $outcome: ImportOutcome, $first: Int, $offset: Int) {
    importBatch(id: $id) {
      id
      rows(outcome: $outcome, first: $first, offset: $offset) {
        number householdCode name outcome
        faults { field column value code message suggestion }
        changes { field before after }
      }
    }
  }
`;

/** Tries a file out; nothing of the register is written. */
export const IMPORT_BATCH_CHECK = /* GraphQL */ `
  mutation ImportBatchCheck($id: ID!, $version: Int!, $input: ImportBatchCheckInput!) {
    importBatchCheck(id: $id, version: $version, input: $input) {
      importBatch { id version state }
      errors { path code message }
    }
  }
`;

/** Corrects a cell and has the file checked again. */
export const IMPORT_BATCH_CORRECT = /* GraphQL */ `
  mutation ImportBatchCorrect($id: ID!, $version: Int!, $input: ImportBatchCorrectInput!) {
    importBatchCorrect(id: $id, version: $version, input: $input) {
      importBatch { id version failedCount }
      errors { path code message }
    }
  }
`;

/** Writes a checked file into the register. */
export const IMPORT_BATCH_COMMIT = /* GraphQL */ `
  mutation ImportBatchCommit($id: ID!, $version: Int!) {
    importBatchCommit(id: $id, version: $version) {
      importBatch { id version state createdCount updatedCount }
      errors { path code message }
    }
  }
`;

/** Takes a batch back as a whole. */
export const IMPORT_BATCH_UNDO = /* GraphQL */ `
  mutation ImportBatchUndo($id: ID!, $version: Int!, $reason: String!) {
    importBatchUndo(id: $id, version: $version, reason: $reason) {
      importBatch { id version state }
      errors { path code message }
    }
  }
`;
