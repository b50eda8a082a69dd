import type { Grown } from './nth.js';

/** Households of the large county, and people: one of each for every programme. */
export function registerOf({ tenantId, rows }: Grown): string {
  return `
create temp table family as
  select i, pg_temp.nth(i) as household_id, pg_temp.nth(i) as person_id, date '2019-01-01' + (i * 2850 / ${rows}) as day, p.id as station_id,
    p.code || lpad((i / 72)::text, 5, '0') as code, surname || given as name, py || gp as pinyin, left(py, 1) || left(gp, 1) as initials,
    date '1930-01-01' + (i * 7919) % 30000 as birth_day, timestamptz '2016-01-01' + i * interval '20 minutes' as made,
    (array['EXITED', 'EXITED', 'REGISTERED', 'SUBSISTENCE', 'FIVE_GUARANTEES', 'MONITORED_RELAPSE', null, null, null, null])[1 + (i * 31) % 10] as status,
    i % 50 = 0 as is_closed
  from generate_series(1, ${rows}) i
  join place p on p.no = 14 + (i * 7) % 72
  join (values (0, '金', 'jin'), (1, '李', 'li'), (2, '张', 'zhang'), (3, '马', 'ma'), (4, '何', 'he'), (5, '黄', 'huang'), (6, '王', 'wang'))
    s(k, surname, py) on s.k = (i * 13) % 7
  join (select g as k, '秀' || g as given, 'xiu' || g as gp from generate_series(0, 3999) g) g on g.k = (i * 17) % 4000;
insert into household (tenant_id, id, station_id, code, address, head_name, pinyin, initials, is_closed, created_at)
  select ${tenantId}, household_id, station_id, code, '示例 ' || i || ' 号', name, pinyin, initials, is_closed, made from family order by i;
insert into person (tenant_id, id, station_id, household_id, name, pinyin, initials, birth_day, id_number, id_number_index, id_number_masked, is_cadre, created_at)
  select ${tenantId}, person_id, station_id, household_id, name, pinyin, initials, case when i % 40 > 0 then birth_day end,
    'x', 'index' || i, '9999************11', false, made from family order by i;
insert into membership (tenant_id, id, household_id, person_id, station_id, relation, valid_from, created_at)
  select ${tenantId}, gen_random_uuid(), household_id, person_id, station_id, 'HEAD', '2016-01-01', made from family order by i;
insert into household_status (tenant_id, id, household_id, station_id, status, valid_from, created_at)
  select ${tenantId}, gen_random_uuid(), household_id, station_id, status, '2016-01-01', made from family where status is not null order by i;
insert into household_place (tenant_id, id, household_id, station_id, place_id, valid_from, created_at)
  select ${tenantId}, gen_random_uuid(), household_id, station_id, station_id, '2016-01-01', made from family order by i;`;
}
