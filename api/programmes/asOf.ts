import type { Day } from '../kernel/index.js';
import { type Scope, type Slot, type Sql, sql } from '../reading/index.js';
import type { ProgrammeKind, ProgrammeState } from './enums.js';
import { Programme } from './programme.js';
import { ProgrammeRevision } from './revision.js';
import { ProgrammeStep } from './step.js';

/** A programme as of a day. Budget in fen; null while a draft has none. */
export interface ProgrammeAsOf {
  id: string;
  kind: ProgrammeKind;
  station_id: string;
  state: ProgrammeState;
  budget: number | null;
  starts_on: Day;
  ends_on: Day;
}

/**
 * Every programme of a county as of a day, for reports to select from: `select … from (${sql}) p`. Its state is where its last
 * step up to that day led, its station, period and budget those of the last revision in force by then; a programme that was not
 * entered yet is absent. Columns: id, kind, station_id, state, budget (fen), starts_on, ends_on.
 */
export function programmesAsOf(tenantId: number, day: Day): { sql: string; values: unknown[] } {
  return { sql: asOfSql, values: [tenantId, day, tenantId, day, tenantId] };
}

const asOfSql = `
  select p.id, p.kind, r.station_id, s."to" as state, r.budget, r.starts_on, r.ends_on
  from programme p
  cross join lateral (
    select s."to" from programme_step s
    where s.tenant_id = ? and s.programme_id = p.id and s.on_day <= ?::date
    order by s.on_day desc, s.id desc limit 1) s
  cross join lateral (
    select r.station_id, r.budget, r.starts_on, r.ends_on from programme_revision r
    where r.tenant_id = ? and r.programme_id = p.id and r.state = 'IN_FORCE' and r.valid_from <= ?::date
    order by r.valid_from desc, r.no desc limit 1) r
  where p.tenant_id = ?`;

/** The same as a piece of a plan, to stand in brackets in a FROM, with the same columns. */
export function programmesOn(scope: Scope, day: Slot): Sql {
  const [p, s, r] = [scope.table(Programme), scope.table(ProgrammeStep), scope.table(ProgrammeRevision)];
  const { id, kind } = { id: p.column('id'), kind: p.column('kind') };
  return sql`select ${id}, ${kind}, r0.station_id, s0."to" as state, r0.budget, r0.starts_on, r0.ends_on
    from ${p.from}
    cross join lateral (select ${s.column('to')} from ${s.from}
      where ${s.pin} and ${s.column('programme')} = ${id} and ${s.column('onDay')} <= ${day}
      order by ${s.column('onDay')} desc, ${s.column('id')} desc limit 1) s0
    cross join lateral (select ${r.column('station')}, ${r.column('budget')}, ${r.column('startsOn')}, ${r.column('endsOn')} from ${r.from}
      where ${r.pin} and ${r.column('programme')} = ${id} and ${r.column('state')} = 'IN_FORCE' and ${r.column('validFrom')} <= ${day}
      order by ${r.column('validFrom')} desc, ${r.column('no')} desc limit 1) r0
    where ${p.pin}`;
}
