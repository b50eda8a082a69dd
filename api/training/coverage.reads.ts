import { HouseholdPlace, HouseholdStatus, Membership, Person } from '../households/index.js';
import { notFound } from '../kernel/index.js';
import {
  all,
  type Given,
  heldSql,
  type Missing,
  type Reads,
  type Row,
  record,
  type Scope,
  type Slot,
  type Sql,
  sql,
} from '../reading/index.js';
import { heldWithin, idIn, needsStation } from '../tenancy/index.js';
import { Attendance } from './attendance.js';
import { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { type CoverageArgs, settled } from './coverage.js';
import { TrainingProgramme } from './trainingProgramme.js';

const columns = {
  asOf: 'as_of',
  personTimes: 'person_times',
  personsCovered: 'persons_covered',
  personsTotal: 'persons_total',
  personShare: 'person_share',
  householdsCovered: 'households_covered',
  householdsTotal: 'households_total',
  householdShare: 'household_share',
  gapIds: 'gap_ids',
};

/** Coverage: the people of the audience as of the day, and how often each of them came, read once. */
export const coverage: Reads = record(
  (given) => ({ from: (scope) => coverageSql(scope, given), columns }),
  () => sql`true`,
  dayOf,
  (scope, given) => [
    ...needsStation(scope, given.get('within')),
    ...(given.get('programmeId').isSet ? [isThereProgramme(scope, given.get('programmeId'))] : []),
  ],
);

/** Whether a person is one of those who have not come yet. */
export function isInGap(person: Row, of: Row): Sql {
  return sql`${person.column('id')} = any(${of.column('gapIds')})`;
}

function dayOf(scope: Scope, given: Given): Slot {
  return given.get('asOf').isSet ? settledSlot(given, ({ asOf }) => asOf) : scope.today;
}

function settledSlot(given: Given, pick: (days: ReturnType<typeof settled>) => unknown): Slot {
  return given.slot('date', (it: CoverageArgs, { asker }) => pick(settled(it, asker.today)));
}

function isThereProgramme(scope: Scope, given: Given): Missing {
  const p = scope.table(TrainingProgramme);
  const isKind = sql`${p.column('kind')} = 'TRAINING'`;
  const seen = all([sql`${p.column('id')} = ${idIn(given)}`, isKind, heldSql(p, 'training.report', 'station')]);
  return {
    isThere: sql`exists (select 1 from ${p.from} where ${p.pin} and ${seen})`,
    refusal: () => notFound({ zh: '培训项目', en: 'training programme' }),
  };
}

function coverageSql(scope: Scope, given: Given): Sql {
  return sql`(with q0 as materialized (select ${dayOf(scope, given)} as as_of, ${heldWithin(scope, 'training.report', given.get('within'), dayOf(scope, given))} as stations),
    a0 as materialized (${audienceSql(scope, given)}),
    c0 as materialized (${attendedSql(scope, given)}),
    s0 as (select coalesce(sum(c0.n), 0)::int as person_times, count(c0.person_id)::int as persons_covered, count(*)::int as persons_total,
      count(distinct a0.household_id) filter (where c0.n > 0)::int as households_covered,
      count(distinct a0.household_id)::int as households_total,
      coalesce(array_agg(a0.person_id) filter (where c0.n is null), '{}') as gap_ids
      from a0 left join c0 on c0.person_id = a0.person_id)
    select q0.as_of, s0.*, trunc(persons_covered * 100.0 / nullif(persons_total, 0), 1) as person_share,
      trunc(households_covered * 100.0 / nullif(households_total, 0), 1) as household_share from s0 cross join q0)`;
}

/** The people of the audience, each with their household on the day; where that stood on the day decides. */
function audienceSql(scope: Scope, given: Given): Sql {
  const audience = String(given.get('audience').choice);
  const members = membersSql(scope, audience === 'REGISTERED');
  if (audience === 'REGISTERED') return members;
  const person = scope.table(Person);
  const cadres = sql`select ${person.column('id')} as person_id, null::uuid as household_id from ${person.from} cross join q0
    where ${person.pin} and ${person.column('isCadre')} and ${isCounted(person.column('station'))}`;
  return audience === 'CADRES' ? cadres : sql`${members} union all ${cadres}`;
}

function membersSql(scope: Scope, areRegistered: boolean): Sql {
  const [m, p, s] = [scope.table(Membership), scope.table(HouseholdPlace), scope.table(HouseholdStatus)];
  const registered = sql`exists (select 1 from ${s.from} where ${s.pin} and ${s.column('household')} = ${m.column('household')}
    and ${s.column('status')} = 'REGISTERED' and ${holds(s)})`;
  return sql`select ${m.column('person')} as person_id, ${m.column('household')} as household_id from q0 cross join ${m.from}
    join ${p.from} on ${p.pin} and ${p.column('household')} = ${m.column('household')} and ${holds(p)}
    where ${m.pin} and ${holds(m)} and ${isCounted(p.column('place'))} and ${areRegistered ? registered : sql`true`}`;
}

/** Whether a dated fact holds on the day. */
function holds(row: Row): Sql {
  const [from, to] = [row.column('validFrom'), row.column('validTo')];
  return sql`${from} <= q0.as_of and (${to} is null or ${to} > q0.as_of)`;
}

function isCounted(station: Sql): Sql {
  return sql`(q0.stations is null or ${station} = any(q0.stations))`;
}

/** How often each person was at a session of the period, whoever they are. */
function attendedSql(scope: Scope, given: Given): Sql {
  const [a, s] = [scope.table(Attendance), scope.table(CourseSession)];
  const [from, to] = [settledSlot(given, (days) => days.from), settledSlot(given, (days) => days.to)];
  const held = sql`${s.column('heldOn')} >= ${from} and ${s.column('heldOn')} <= ${to} and not ${s.column('isCancelled')}`;
  return sql`select ${a.column('person')} as person_id, count(*) as n from ${s.from}
    join ${a.from} on ${a.pin} and ${a.column('session')} = ${s.column('id')} and ${a.column('isPresent')}
    where ${s.pin} and ${held} and ${ofProgramme(scope, s, given)} group by 1`;
}

function ofProgramme(scope: Scope, session: Row, given: Given): Sql {
  if (!given.get('programmeId').isSet) return sql`true`;
  const c = scope.table(Course);
  return sql`${session.column('course')} in (select ${c.column('id')} from ${c.from} where ${c.pin}
    and ${c.column('programme')} = ${idIn(given.get('programmeId'))})`;
}
