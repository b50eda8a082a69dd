import { sizes } from './counties.js';
import { loading } from './loading.js';

/** The register: households with two to five members, three and a half in the mean, each in a village that still stands. */
export function households(): string[] {
  return [plans, ...loading(['household', 'household_place', 'person', 'membership'], rows)];
}

const surnames = `array['金', '李', '张', '马', '何', '黄', '王', '刘', '陈', '赵', '周', '吴']`;
const surnamesRead = `array['jin', 'li', 'zhang', 'ma', 'he', 'huang', 'wang', 'liu', 'chen', 'zhao', 'zhou', 'wu']`;
const given = `array['秀', '建', '国', '明', '桂', '玉', '海', '春', '志', '文', '英', '兰', '军', '平', '福', '德']`;
const givenRead = `array['xiu', 'jian', 'guo', 'ming', 'gui', 'yu', 'hai', 'chun', 'zhi', 'wen', 'ying', 'lan', 'jun', 'ping', 'fu', 'de']`;

/** `pg_temp.mix` is a number below `most` that looks like chance; an integer is mixed faster than a text. */
const plans = `
create function pg_temp.mix(n int, most int) returns int language sql immutable as $$ select (hashint4(n) & 2147483647) % most $$;
create temp table village as
  select t, id, code, row_number() over (partition by t order by code) - 1 as n, count(*) over (partition by t) as many from place where level = 'VILLAGE' and merged_into is null;
create temp table family as
  select i, v.t, v.id as station_id, made, pg_temp.id(made, 'household ' || i) as id, v.code || lpad((row_number() over (partition by v.t, v.id order by i))::text, 4, '0') as code,
    1 + pg_temp.mix(i, 12) as surname, 2 + i % 4 as size
  from (select i, case when i <= ${sizes.householdsOfTheFirst} then 1 else 2 + i % ${sizes.counties - 1} end as county, timestamptz '2016-01-04 09:00+08' + i * interval '20 minutes' as made
    from generate_series(1, ${sizes.households}) i) seed
  join village v on v.t = county and v.n = pg_temp.mix(i + 1000000, v.many::int);
create temp table member as
  select f.i, m, f.t, f.station_id, f.id as household_id, f.made, pg_temp.id(f.made + m * interval '1 second', 'person ' || f.i || ' ' || m) as id,
    (array['HEAD', 'SPOUSE', 'CHILD', 'CHILD', 'PARENT'])[m] as relation, s, g1, g2,
    case when m <= 2 then date '1950-01-01' when m = 5 then date '1930-01-01' else date '1985-01-01' end + pg_temp.mix(f.i * 8 + m, 12000) as birth_day
  from family f, generate_series(1, f.size) m,
    lateral (select case when m in (2, 5) then 1 + pg_temp.mix(f.i * 8 + m + 3000000, 12) else f.surname end as s,
      1 + pg_temp.mix(f.i * 8 + m + 5000000, 16) as g1, 1 + pg_temp.mix(f.i * 8 + m + 7000000, 16) as g2) n;
analyze family;
analyze member;`;

const name = `(${surnames})[s] || (${given})[g1] || (${given})[g2]`;
const read = (letters: (word: string) => string) =>
  [`(${surnamesRead})[s]`, `(${givenRead})[g1]`, `(${givenRead})[g2]`].map(letters).join(' || ');
const pinyin = read((word) => word);
const initials = read((word) => `left(${word}, 1)`);

const rows = [
  `insert into household (tenant_id, id, station_id, code, address, head_name, pinyin, initials, is_invented, created_at, changed_at)
   select f.t, f.id, f.station_id, f.code, '示例路 ' || f.i % 300 + 1 || ' 号', ${name}, ${pinyin}, ${initials}, true, f.made, f.made
   from family f join member h on h.i = f.i and h.m = 1 order by f.t, f.i`,
  `insert into household_place (tenant_id, id, household_id, station_id, place_id, valid_from, created_at)
   select t, pg_temp.id(made, 'place ' || i), id, station_id, station_id, '2016-01-01', made from family order by t, i`,
  `insert into public.person (tenant_id, id, station_id, household_id, name, pinyin, initials, birth_day, sex, can_work, is_invented, created_at)
   select t, id, station_id, household_id, ${name}, ${pinyin}, ${initials}, birth_day, (array['MALE', 'FEMALE'])[1 + (i + m) % 2], m <= 3, true, made from member order by t, i, m`,
  `insert into membership (tenant_id, id, household_id, person_id, station_id, relation, valid_from, created_at)
   select t, pg_temp.id(made + m * interval '1 second', 'membership ' || i || ' ' || m), household_id, id, station_id, relation,
     case when m <= 2 then date '2016-01-01' else date '2016-01-01' + pg_temp.mix(i * 8 + m + 9000000, 2500) end, made from member order by t, i, m`,
];
