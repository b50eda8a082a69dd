import { householdColumns, personColumns } from '../households/index.js';
import { industryColumns } from '../industry/index.js';
import { jobColumns } from '../jobs/index.js';
import { allProgrammeColumns } from '../programmes/index.js';
import type { ListColumns } from '../reading/index.js';
import { userColumns } from '../tenancy/index.js';
import { trainingColumns } from '../training/index.js';

/** Every list that goes out as a file, by its field. */
export const exportLists: ReadonlyMap<string, ListColumns> = new Map(
  [
    householdColumns,
    personColumns,
    allProgrammeColumns,
    ...trainingColumns,
    ...jobColumns,
    ...industryColumns,
    userColumns,
  ].map((columns) => [columns.list, columns]),
);
