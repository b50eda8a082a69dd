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
export { anyId, anyOf, type Condition, duringDays, equals, flag, isSet, type Missing, overlaps } from './condition.js';
export { conditionsOf, type ListAsked, readConnection, readOne } from './connection.js';
export type { Given } from './given.js';
export { type List, type OrderBy, orderOf } from './list.js';
export type { Relation } from './model.js';
export { Planner } from './planner.js';
export type { Asker, Completed, Question, Root, Statement } from './question.js';
export { isNowhere, type Reach } from './reach.js';
export {
  code,
  declareKind,
  expression,
  type Finish,
  lists,
  many,
  one,
  page,
  type Reads,
  reads,
  record,
  recordOf,
  rows,
  self,
} from './reads.js';
export type { Row, Scope } from './scope.js';
export { selectedRelations } from './selection.js';
export { readSlice } from './slice.js';
export { all, any, joined, literal, quoted, Slot, Sql, sql } from './sql.js';
export { beginsWith, searchOf, startsWith, textIs } from './text.js';
export { type Operation, together } from './together.js';
export { isUuid } from './uuid.js';
export { heldAt, heldSql, type Wall } from './wall.js';
