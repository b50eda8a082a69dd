import { all, type Derived, type Given, type Row, Slot, type Sql, sql } from '../reading/index.js';
import { heldWithin, named, needsStation, parentId, Station } from '../tenancy/index.js';
import { CheckIn, checkMonths } from './checkIn.js';
import { DispatchMember } from './dispatchBatch.js';

/** What travels down from the question to the figures: the day, and who is counted. */
const asked = { asOf: ['as_of', 'date'], members: ['members', 'uuid[]'] } as const;

/** A line also carries what its checks are counted by. */
export const ofLine = {
  ...asked,
  label: ['label', 'text'],
  batch: ['batch', 'uuid'],
  station: ['station', 'uuid'],
  departed: ['departed', 'int'],
  returned: ['returned', 'int'],
} as const;

/** Who left by the day, among the people of the stations where the asker reads jobs. */
export const retention: Derived<Given> = {
  columns: asked,
  missing: (scope, given) => needsStation(scope, given.get('within')),
  select: (scope, given) => {
    const m = scope.table(DispatchMember);
    const asOf = given.get('asOf').slot('date', (day: string | null, { asker }) => earlier(day, asker.today));
    const stations = heldWithin(scope, 'jobs.read', given.get('within'));
    const isAmong = sql`(q0.stations is null or ${m.column('station')} = any(q0.stations))`;
    return sql`select q0.as_of, array(select ${m.column('id')} from ${m.from} where ${m.pin} and ${m.column('departedOn')} <= q0.as_of
      and ${isAmong}) as members from (select ${asOf} as as_of, ${stations} as stations) q0`;
  },
};

function earlier(day: string | null | undefined, today: string): string {
  return day && day < today ? day : today;
}

const months = new Slot('int[]', () => checkMonths);

/** All of them together. */
export const total: Derived<Row> = {
  columns: ofLine,
  select: (scope, of) => {
    const m = scope.table(DispatchMember);
    const line = lineOf(m, of, { label: sql`${inWords('合计', 'Total')}` });
    return sql`select ${line} from ${m.from} where ${counted(m, of)}`;
  },
};

/** By batch, the earliest departure first. */
export const byBatch: Derived<Row> = {
  columns: { ...ofLine, departedOn: ['departed_on', 'date'], first: ['first', 'uuid'] },
  order: [
    ['departedOn', 'asc'],
    ['first', 'asc'],
  ],
  select: (scope, of) => {
    const m = scope.table(DispatchMember);
    const [employer, number] = [sql`min(${m.column('employerName')})`, sql`min(${m.column('batchNumber')})`];
    const label = sql`${employer} || ${inWords('第 ', ', batch ')} || ${number} || ${inWords(' 批', '')}`;
    const line = lineOf(m, of, { label, batch: m.column('batch') });
    return sql`select ${line}, min(${m.column('departedOn')}) as departed_on,
      (array_agg(${m.column('id')} order by ${m.column('departedOn')}, ${m.column('id')}))[1] as first
      from ${m.from} where ${counted(m, of)} group by ${m.column('batch')}`;
  },
};

/** By the town where people live as the tree stands today, or by the station itself where none is above it. */
export const byTown: Derived<Row> = {
  columns: { ...ofLine, code: ['code', 'text'] },
  order: [['code', 'asc']],
  select: (scope, of) => {
    const m = scope.table(DispatchMember);
    const [at, above, town] = [scope.table(Station), scope.table(Station), scope.table(Station)];
    const townOf = sql`coalesce((select ${above.column('id')} from ${above.from} where ${above.pin} and ${above.column('id')} = ${parentId(at)}
      and ${above.column('level')} = 'TOWNSHIP'), ${at.column('id')})`;
    const line = lineOf(m, of, { station: townOf });
    const label = named(town).name;
    return sql`select l0.*, ${town.column('code')} as code, ${label} as label from ${town.from} join (select ${line} from ${m.from}
      join ${at.from} on ${at.pin} and ${at.column('id')} = ${m.column('station')} where ${counted(m, of)} group by ${townOf}) l0
      on l0.station = ${town.column('id')} where ${town.pin}`;
  },
};

/**
 * After one, three and six months: how many were to be asked by the day, how many were, and how many of them were in the job. They count
 * where people left from, also once somebody else asks them where they live now.
 */
export const checks: Derived<Row> = {
  columns: {
    months: ['months', 'int'],
    due: ['due', 'int'],
    done: ['done', 'int'],
    employed: ['employed', 'int'],
    ids: ['ids', 'uuid[]'],
  },
  order: [['months', 'asc']],
  select: (scope, line) => {
    const c = scope.table(CheckIn);
    const isDone = sql`${c.column('doneOn')} <= ${line.column('asOf')}`;
    const isCounted = all([
      c.pin,
      sql`${c.column('member')} = any(${line.column('members')})`,
      sql`${c.column('dueOn')} <= ${line.column('asOf')}`,
    ]);
    return sql`select m0.months, count(c0.id)::int as due, count(*) filter (where c0.is_done)::int as done,
      count(*) filter (where c0.is_done and c0.is_employed)::int as employed, coalesce(array_agg(c0.id) filter (where c0.id is not null), '{}') as ids
      from unnest(${months}) m0(months) left join (select ${c.column('id')} as id, ${c.column('months')} as months,
        ${isDone} as is_done, ${c.column('isEmployed')} as is_employed from ${c.from} where ${isCounted}) c0 on c0.months = m0.months
      group by m0.months`;
  },
};

function counted(member: Row, of: Row): Sql {
  return sql`${member.pin} and ${member.column('id')} = any(${of.column('members')})`;
}

/** The columns of a line over the members who are in it. */
function lineOf(
  member: Row,
  of: Row,
  { label, batch, station }: Partial<Record<'label' | 'batch' | 'station', Sql>>,
): Sql {
  const asOf = of.column('asOf');
  return sql`${asOf} as as_of, coalesce(array_agg(${member.column('id')}), '{}') as members,
    ${label ? sql`${label} as label, ` : sql``}${batch ?? sql`null::uuid`} as batch, ${station ?? sql`null::uuid`} as station,
    count(*)::int as departed, (count(*) filter (where ${member.column('endedOn')} <= ${asOf}))::int as returned`;
}

function inWords(zh: string, en: string): Slot {
  return new Slot('text', ({ asker }) => ({ zh, en })[asker.language]);
}
