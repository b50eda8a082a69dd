import { Field, Int, ObjectType } from 'type-graphql';
import { Household, HouseholdStatus } from '../households/index.js';
import { DateScalar, type Day, DecimalScalar } from '../kernel/index.js';
import { type Derived, type Given, type Row, type Slot, type Sql, sql } from '../reading/index.js';
import { heldWithin, needsStation } from '../tenancy/index.js';
import { KnowHowHolder } from './knowHowHolder.js';

/** How many registered households have their know-how holder; the number of households is the aim and never a result. */
@ObjectType({
  description: 'How many registered households have their know-how holder on a day （科技明白人覆盖情况）.',
})
export class KnowHowCoverage {
  @Field(() => DateScalar, { description: 'The day （截至日）.' })
  asOf!: Day;

  @Field(() => Int, { description: 'Registered households, each of which is to have one: the target （目标户数）.' })
  target!: number;

  @Field(() => Int, { description: 'Of them, those whose holder is confirmed: the result （已认定户数）.' })
  confirmed!: number;

  @Field(() => Int, {
    description: 'Of them, those whose holder is trained and not confirmed yet （已培训待认定户数）.',
  })
  trained!: number;

  @Field(() => Int, { description: 'Of them, those without one （尚无户数）.' })
  none!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Confirmed of all, in percent with one decimal; null where there is no registered household （覆盖率）.',
  })
  share!: string | null;
}

const columns = {
  asOf: ['as_of', 'date'],
  target: ['target', 'int'],
  confirmed: ['confirmed', 'int'],
  trained: ['trained', 'int'],
  none: ['none', 'int'],
  share: ['share', 'numeric'],
} as const;

/** The coverage within a station, of the households where the asker reads training. */
export const knowHowCoverage: Derived<Given> = {
  columns,
  missing: (scope, given) => needsStation(scope, given.get('within')),
  select: (scope, given) => {
    const day = given.get('asOf').isSet ? given.get('asOf').slot('date') : scope.today;
    const [h, s] = [scope.table(Household), scope.table(HouseholdStatus)];
    const of = (row: Row) => sql`${row.pin} and ${row.column('household')} = ${h.column('id')}`;
    const registered = sql`exists (select 1 from ${s.from} where ${of(s)} and ${s.column('status')} = 'REGISTERED'
      and ${holds(s, ['validFrom', 'validTo'], day)})`;
    const k = scope.table(KnowHowHolder);
    const marked = sql`select coalesce(bool_or(${k.column('confirmedOn')} <= ${day}), false) as is_confirmed from ${k.from}
      where ${of(k)} and ${holds(k, ['trainedOn', 'endedOn'], day)} having count(*) > 0`;
    return sql`select ${day} as as_of, count(*)::int as target, count(*) filter (where k0.is_confirmed)::int as confirmed,
      count(*) filter (where not k0.is_confirmed)::int as trained, count(*) filter (where k0.is_confirmed is null)::int as none,
      round(100.0 * count(*) filter (where k0.is_confirmed) / nullif(count(*), 0), 1) as share
      from (select ${heldWithin(scope, 'training.read', given.get('within'))} as stations) q0
      cross join ${h.from} left join lateral (${marked}) k0 on true
      where ${h.pin} and ${registered} and (q0.stations is null or ${h.column('station')} = any(q0.stations))`;
  },
};

/** Whether a dated fact holds on a day. */
function holds(row: Row, [from, to]: readonly [string, string], day: Slot): Sql {
  return sql`${row.column(from)} <= ${day} and (${row.column(to)} is null or ${row.column(to)} > ${day})`;
}
