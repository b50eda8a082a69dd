/**
 * Reading: a query's selection becomes one SQL statement, and PostgreSQL builds the JSON of the answer.
 *
 * Who says what. A *list* (list.ts) says once which entity it is over, which walls always hold (where a permission is held), what may
 * be filtered and ordered. A *field* is a column or a relation of its entity, found in MikroORM's metadata by the name of its property;
 * one that is neither says how it is read: `@Extensions(reads(expression(…)))` (reads.ts). The resolver of the same field stays: it
 * answers mutations, unless their payload says `written`, and whatever is not planned, and the differential test holds both to the same answer.
 *
 * What happens to a question:
 *   planner.ts   for each root field: may it be asked at all, is there a plan of this shape already, otherwise make one
 *   collected.ts what is selected: graphql-js's own merging of fragments, aliases and directives
 *   object.ts    a type over a row becomes a select list: columns, expressions, records and lists below it as sub-selects
 *   page.ts      a list becomes a page: cut in a sub-select before anything is joined to it, counted only when asked
 *   sql.ts       pieces become text; values are slots, and a slot is one `$n` however often it is used
 *   derived.ts   sums and the like, said once as SQL, which plans read in place and resolvers ask for alone
 *   pins.ts      refuses a statement in which a table is not pinned to the county
 *   written.ts   after a mutation: the record of its payload, read in its transaction by the same means
 *   complete.ts  walks the JSON only where text alone will not do: a field refused, one finished in code, a null where none may be
 * `server/` sends the statements of an operation in one round trip (database/readSession.ts) and passes their text on unparsed.
 *
 * Worked example, asked by somebody who reads training in two towns only:
 *
 *     { trainingProgrammes(first: 2) { nodes { title station { name } } totalCount } }
 *
 * The field carries `lists(kindList(training))`, whose walls are `kind = TRAINING` and `heldAt('training.read')`. The plan: a page over
 * `programme`, whose rows become objects of a column and of a record of `station`, which says that its name is dated. The SQL, shortened:
 *
 *     select (with p1 as (
 *         select t2.* from public."programme" t2
 *         where t2.tenant_id = $1::int and t2."kind" = 'TRAINING' and t2."station_id" = any($2::uuid[])
 *         order by t2."starts_on" desc, t2."id" desc limit $3::int offset $4::int)
 *       select to_json("$") from (select
 *         (select coalesce(json_agg("$"), '[]') from (
 *            select t4."title" as "title",
 *              (select to_json("$") from (select s6.name as "name" from public."station" t5
 *                 join lateral (select … from public."station_name" t7 where t7.tenant_id = $1::int and … limit 1) s6 on true
 *                 where t5.tenant_id = $1::int and t5."id" = t4."station_id") "$") as "station"
 *            from p1 t4 order by t4."starts_on" desc, t4."id" desc limit $5::int) "$") as "nodes",
 *         (select count(*)::int from public."programme" t3 where …) as "totalCount") "$")::text
 *
 * and the answer is the text of its one row: `{"nodes":[{"title":"…","station":{"name":"…"}},…],"totalCount":7}`.
 *
 * The plan is kept under the document, the shape of its arguments (what is set, booleans, enum values) and what the asker may
 * (everywhere, somewhere, nowhere); the stations and all other values are slots, read anew for every question. Under all this row
 * security holds: it knows the county and the stations of the asker, and lets through nothing else.
 */
export {
  anyId,
  anyOf,
  anyRanked,
  type Condition,
  duringDays,
  type Each,
  equals,
  flag,
  isSet,
  type Missing,
  onDays,
  overlaps,
} from './condition.js';
export { conditionsOf, type ListAsked, readConnection, readOne } from './connection.js';
export {
  type Asking,
  askBelow,
  askDerived,
  type Derived,
  derivedMany,
  derivedOne,
  derivedRecord,
  derivedRows,
} from './derived.js';
export type { Given } from './given.js';
export { type List, type OrderBy, orderOf } from './list.js';
export { inForceToday, type ListColumn, type ListColumns, listColumns } from './listColumns.js';
export type { Relation } from './model.js';
export { Planner } from './planner.js';
export type { Asker, Bound, Completed, PlannedBy, Question, Root, Statement } from './question.js';
export { isNowhere, type Reach } from './reach.js';
export {
  code,
  declareKind,
  expression,
  type Finish,
  judged,
  lists,
  many,
  one,
  page,
  picked,
  type Reads,
  reads,
  record,
  recordOf,
  reference,
  rows,
  self,
  written,
} from './reads.js';
export { gatherSql, runSql } from './run.js';
export type { Row, Scope } from './scope.js';
export { selectedRelations } from './selection.js';
export { readSlice } from './slice.js';
export { all, any, joined, literal, quoted, Slot, Sql, sql } from './sql.js';
export { beginsWith, searchOf, startsWith, textIs } from './text.js';
export { type Operation, together } from './together.js';
export { isUuid } from './uuid.js';
export { heldAt, heldSql, isHeldSql, type Stations, type Wall } from './wall.js';
export type { Payload, WrittenRecord } from './written.js';
