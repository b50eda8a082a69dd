import { actorOf, type Context, Role } from '../access/index.js';
import { code, joined, literal, quoted, type Reads, type Row, type Sql, sql } from '../reading/index.js';
import { Grant, isInForce, parentId, Station, User } from '../tenancy/index.js';
import { changesBetween, contentOfRevision, type Revised } from './content.js';
import type { ProgrammeKind } from './enums.js';
import type { Judged } from './judge.js';
import { allKinds, factsOf } from './kind.js';
import { nextStepsOf } from './nextStep.js';
import { ProgrammeRevision } from './revision.js';
import type { ProgrammeRuled } from './rights.js';

/** What hangs on a programme, by its key. */
export function ofProgramme(to: Row, programme: Row): Sql {
  return sql`${to.column('programme')} = ${programme.column('id')}`;
}

const judged = ['kind', 'state', 'pendingNo', 'plan', 'budget', 'fundSource', 'responsible'] as const;

/** Every act of the state machine, judged by the code that judges mutations. */
export const nextSteps: Reads = code(
  (row) => ({
    programme: jsonOf(row, judged),
    ruled: ruled(row),
    known: known(row),
  }),
  (
    needs: { programme: Judged & { kind: ProgrammeKind }; ruled: ProgrammeRuled; known: unknown },
    { context, language },
  ) => nextStepsOf(actorOf(context as Context), language, needs.programme, needs.ruled, needs.known),
);

/** What the room of the row's kind knows of it; null for a kind that asks nothing further. */
function known(row: Row): Sql {
  const each = allKinds().flatMap(({ kind, needs }) => (needs ? [{ kind, facts: needs.sql(row) }] : []));
  if (each.length === 0) return sql`null`;
  const cases = each.map(({ kind, facts }) => sql` when ${literal(kind)} then ${facts}`);
  return sql`case ${row.column('kind')}${joined(cases, '')} end`;
}

const content = ['title', 'startsOn', 'endsOn', 'plan', 'budget', 'fundSource', 'responsible', 'details'] as const;

/** What a revision changes, against the last one before it that came into force. */
export const changes: Reads = code(
  (row) => ({ kind: row.column('kind'), before: contentBefore(row), after: jsonOf(row, content) }),
  ({ kind, before, after }: { kind: ProgrammeKind; before: Revised | null; after: Revised }) =>
    changesBetween(factsOf(kind), before && contentOfRevision(before), contentOfRevision(after)),
);

function contentBefore(row: Row): Sql {
  const earlier = row.scope.table(ProgrammeRevision);
  const [no, programme] = [earlier.column('no'), earlier.column('programme')];
  return sql`(select ${jsonOf(earlier, content)} from ${earlier.from} where ${earlier.pin} and ${programme} = ${row.column('programme')}
    and ${no} < ${row.column('no')} and ${earlier.column('state')} = 'IN_FORCE' order by ${no} desc limit 1)`;
}

/** What the rules look at: the very things that `ruledOf` gathers. */
function ruled(row: Row): Sql {
  const station = row.scope.table(Station);
  const level = station.column('level');
  const town = sql`case ${level} when 'TOWNSHIP' then ${station.column('id')} else ${parentId(station)} end`;
  return sql`(select to_json("$") from (select ${station.column('id')} as "stationId", ${level} = 'COUNTY' as "isCounty",
    ${directorIds(row, town)} as "directorIds", ${row.column('authorIds')} as "authorIds"
    from ${station.from} where ${station.pin} and ${station.column('id')} = ${row.column('station')}) "$")`;
}

/** Who holds the office director's role of a town today. */
function directorIds(row: Row, town: Sql): Sql {
  const [grant, user] = [row.scope.table(Grant), row.scope.table(User)];
  return sql`array(select ${user.column('id')} from ${grant.from} join ${user.from}
    on ${user.pin} and ${user.column('id')} = ${grant.column('user')} and not ${user.column('isDisabled')}
    where ${grant.pin} and ${grant.column('station')} = ${town} and ${grant.column('role')} = ${literal(Role.OFFICE_DIRECTOR)}
    and ${isInForce(grant)})`;
}

/** Columns of a row as one JSON object, by property. */
function jsonOf(row: Row, properties: readonly string[]): Sql {
  const columns = properties.map((property) => sql`${row.column(property)} as ${quoted(property)}`);
  return sql`(select to_json("$") from (select ${joined(columns, ', ')}) "$")`;
}
