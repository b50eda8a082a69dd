import { Migration001Ground } from './Migration001Ground.js';
import { Migration002Gate } from './Migration002Gate.js';

/** Every step in order; a step is written once and never edited. */
export const migrations = [
  { name: '001-ground', class: Migration001Ground },
  { name: '002-gate', class: Migration002Gate },
];
