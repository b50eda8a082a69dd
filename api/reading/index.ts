/**
 * Reading: how every list and every record is read. Resolvers say *what* (an entity, a filter, an order, the stations that the
 * asker's permission reaches) and never build SQL of their own or walk relations one by one; what to load beside a record is
 * taken from the query's selection.
 *
 * Worked example: `trainingProgrammes(first: 2) { nodes { title station { name } } totalCount }` calls
 * `readConnection(em, source, page, info)` with `source = { entity: TrainingProgramme, list: 'trainingProgrammes', where, orderBy }`.
 * One statement reads the page (with one row more, to know whether there is a next), one the stations of its rows, and one counts,
 * because `totalCount` was asked for.
 */
export { readConnection, readOne, type Source } from './connection.js';
export type { Asker, Completed, Question, Reach, Root, Statement } from './question.js';
export { isUuid } from './seek.js';
export { selectedRelations } from './selection.js';
export { readSlice } from './slice.js';
export { type Operation, together } from './together.js';
