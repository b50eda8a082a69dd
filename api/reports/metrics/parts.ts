import { BeneficiaryStatus } from '../../households/index.js';
import type { Message } from '../../kernel/index.js';
import { literal, type Sql, sql } from '../../reading/index.js';
import type { At, RowFacts, Split } from '../metric.js';

/** How values are counted, in words. */
export const units = {
  people: { zh: '人', en: 'people' },
  personTimes: { zh: '人次', en: 'person-times' },
  households: { zh: '户', en: 'households' },
  stations: { zh: '个', en: 'stations' },
  programmes: { zh: '个', en: 'programmes' },
  sessions: { zh: '场次', en: 'sessions' },
  hours: { zh: '课时', en: 'hours' },
  yuan: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
  times: { zh: '次', en: 'times' },
  head: { zh: '头（只）', en: 'head' },
} as const satisfies Record<string, Message>;

/** A record counts as one. */
export const one = sql`1`;

/** Whether a day lies in the period, and not after the as-of day. */
export function onDay(day: Sql, at: At): Sql {
  return sql`${day} >= ${at.from} and ${day} <= ${at.until}`;
}

/** Whether a dated row of a name such as `m1` holds on the as-of day. */
export function holds(name: Sql, at: At): Sql {
  return sql`${name}.valid_from <= ${at.asOf} and (${name}.valid_to is null or ${name}.valid_to > ${at.asOf})`;
}

/** By the statuses that a household has on the as-of day; one without any is ordinary. */
export function byStatus(household: Sql): Split {
  return {
    join: (at) => sql`left join public."household_status" u9 on u9.tenant_id = ${at.tenant}
      and u9.household_id = ${household} and ${holds(sql`u9`, at)}`,
    value: sql`coalesce(u9.status, 'NONE')`,
    names: BeneficiaryStatus,
  };
}

/** A person as the row of a figure. */
export function personRow(person: Sql): RowFacts {
  return {
    type: 'Person',
    id: person,
    join: (at) => sql`left join public."person" p9 on p9.tenant_id = ${at.tenant} and p9.id = ${person}`,
    title: (at) => sql`case when ${at.isNamed(sql`p9.station_id`)} then p9.name end`,
    opens: { resource: sql`'persons'`, id: person },
  };
}

/** A household as the row of a figure: by its head and its number. */
export function householdRow(household: Sql): RowFacts {
  return { ...ofHousehold('Household', household, household), opens: { resource: sql`'households'`, id: household } };
}

/** A record of a household, which opens the household. */
export function ofHousehold(type: string, id: Sql, household: Sql): RowFacts {
  return {
    type,
    id,
    join: (at) => sql`left join public."household" h9 on h9.tenant_id = ${at.tenant} and h9.id = ${household}`,
    title: (at) => sql`case when ${at.isNamed(sql`h9.station_id`)} then concat_ws(' ', h9.head_name, h9.code) end`,
    opens: { resource: sql`'households'`, id: household },
  };
}

/** A record that names a person, which opens the person. */
export function ofPerson(type: string, id: Sql, person: Sql): RowFacts {
  return { ...personRow(person), type, id };
}

/** A resource of the console. */
export function resource(name: string): Sql {
  return literal(name);
}
