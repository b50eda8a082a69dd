/** Sizes of the generated database; a change of anything under `data/` asks for a new version, and with it for new data. */
export const sizes = {
  version: 5,
  counties: 200,
  townsPerCounty: 12,
  villagesPerTown: 5,
  programmes: 20_000,
  /** How many of them belong to the first county, whose lists are measured. */
  programmesOfTheFirst: 5_000,
  /** Households, people and courses; a tenth or a quarter of them in the first county. */
  households: 200_000,
  householdsOfTheFirst: 20_000,
  courses: 20_000,
  coursesOfTheFirst: 5_000,
  auditEntriesOfPeople: 20_000,
} as const;

/**
 * What every part builds on: `pg_temp.id` makes the same version 7 uuid for the same moment and seed, `pg_temp.pick` a number
 * below `most` that looks like chance and is the same in every run.
 */
export const ground = `
create function pg_temp.id(at timestamptz, seed text) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3) || '8' || substr(md5(seed), 4, 15))::uuid
$$;
create function pg_temp.pick(seed text, most int) returns int language sql immutable as $$
  select ('x' || substr(md5(seed), 1, 7))::bit(28)::int % most
$$;
set timezone = 'UTC';
set synchronous_commit = off;`;

/** Counties, their trees, renamings, moves and mergers; one statement a line. */
export function counties(): string[] {
  const { counties: many, townsPerCounty, villagesPerTown } = sizes;
  return [
    `insert into tenant (id, code, name, kind, prefecture, province, practice_label, county_level_name, township_level_name, village_level_name)
     select t, (990000 + t)::text, '第' || t || '县', 'COUNTY', '示范市', '示范省', '新时代文明实践', '中心', '所', '站'
     from generate_series(1, ${many}) t`,
    `select setval('tenant_id_seq', ${many})`,
    `create temp table place as
     select t, 0 as town, 0 as village, 'COUNTY' as level, (990000 + t)::text as code, '第' || t || '县' as name, 'di' || t || 'xian' as pinyin
       from generate_series(1, ${many}) t
     union all
     select t, w, 0, 'TOWNSHIP', (990000 + t) || lpad((100 + w)::text, 3, '0'), n.name || '镇', n.pinyin || 'zhen'
       from generate_series(1, ${many}) t, generate_series(1, ${townsPerCounty}) w, lateral (${nameOf('w')}) n
     union all
     select t, w, v, 'VILLAGE', (990000 + t) || lpad((100 + w)::text, 3, '0') || lpad((200 + v)::text, 3, '0'),
       n.name || m.name || '村', n.pinyin || m.pinyin || 'cun'
       from generate_series(1, ${many}) t, generate_series(1, ${townsPerCounty}) w, generate_series(1, ${villagesPerTown}) v,
         lateral (${nameOf('w + v')}) n, lateral (${nameOf('w * 7 + v * 3 + t')}) m`,
    `alter table place add id uuid, add parent_id uuid, add next_town_id uuid, add merged_into uuid;
     update place set id = pg_temp.id('2019-01-01', 'station ' || code),
       parent_id = case level when 'VILLAGE' then pg_temp.id('2019-01-01', 'station ' || left(code, 9)) when 'TOWNSHIP' then pg_temp.id('2019-01-01', 'station ' || left(code, 6)) end,
       next_town_id = case when level = 'VILLAGE' and pg_temp.pick('move' || code, 10) = 0 then pg_temp.id('2019-01-01', 'station ' || (990000 + t) || lpad((100 + town % ${townsPerCounty} + 1)::text, 3, '0')) end;
     update place set merged_into = pg_temp.id('2019-01-01', 'station ' || left(code, 9) || '201')
       where level = 'VILLAGE' and village > 1 and next_town_id is null and pg_temp.pick('merge' || code, 40) = 0`,
    `insert into station (tenant_id, id, code, level, settlement, opened_on, closed_on, closed_as, closed_reason, successor_id)
     select t, id, code, level, case when level = 'VILLAGE' then case when village = 1 then 'COMMUNITY' else 'VILLAGE' end end, '2019-01-01',
       case when merged_into is not null then date '2024-01-01' end, case when merged_into is not null then 'MERGED' end,
       case when merged_into is not null then '村级建制调整' end, merged_into from place`,
    `insert into station_name (tenant_id, id, station_id, name, pinyin, initials, valid_from, valid_to, reason)
     select t, pg_temp.id('2019-01-01', 'name ' || code), id, case when renamed then '老' || name else name end, case when renamed then 'lao' || pinyin else pinyin end,
       left(pinyin, 1), date '2019-01-01', case when renamed then date '2022-03-01' end, null
     from (select *, level <> 'COUNTY' and pg_temp.pick('rename' || code, 8) = 0 as renamed from place) p
     union all
     select t, pg_temp.id('2022-03-01', 'name ' || code), id, name, pinyin, left(pinyin, 1), date '2022-03-01', null, '更名'
     from place where level <> 'COUNTY' and pg_temp.pick('rename' || code, 8) = 0`,
    `insert into station_parent (tenant_id, id, station_id, parent_id, valid_from, valid_to, reason)
     select t, pg_temp.id('2019-01-01', 'parent ' || code), id, parent_id, date '2019-01-01', case when next_town_id is not null then date '2023-05-01' end, null
     from place where parent_id is not null
     union all
     select t, pg_temp.id('2023-05-01', 'parent ' || code), id, next_town_id, date '2023-05-01', null, '行政区划调整' from place where next_town_id is not null`,
  ];
}

/** People who sign in: a training editor of the whole county, a director and a clerk in every town. Their accounts have no password. */
export function people(): string[] {
  return [
    `create temp table person as
     select t, code, p.id as station_id, pg_temp.id('2019-02-01', r.role || code) as id, r.login || case level when 'COUNTY' then '' else town::text end || '@' || (990000 + t) as account,
       r.role, r.name || case level when 'COUNTY' then '' else town::text end as name
     from place p join (values ('COUNTY', 'TRAINING_EDITOR', 'bianji', '县编辑'), ('TOWNSHIP', 'OFFICE_DIRECTOR', 'suozhang', '所长'), ('TOWNSHIP', 'OFFICE_CLERK', 'wenshu', '文书')) r (at, role, login, name)
       on r.at = p.level`,
    `insert into "user" (tenant_id, id, account, name, pinyin, initials, station_id)
     select t, id, account, name, 'ren' || t, 'r', station_id from person`,
    `insert into account (tenant_id, id, login, password_hash, must_change) select t, id, account, 'none', false from person`,
    `insert into "grant" (tenant_id, id, user_id, role, station_id, valid_from, granted_by)
     select t, pg_temp.id('2019-02-01', 'grant ' || role || code), id, role, station_id, '2019-02-01', 'bench' from person`,
  ];
}

function nameOf(index: string): string {
  return `select name, pinyin from (values
    (0, '青山', 'qingshan'), (1, '白水', 'baishui'), (2, '黄沙', 'huangsha'), (3, '红岩', 'hongyan'), (4, '东湖', 'donghu'), (5, '西河', 'xihe'),
    (6, '南坪', 'nanping'), (7, '北庄', 'beizhuang'), (8, '新桥', 'xinqiao'), (9, '老营', 'laoying'), (10, '龙泉', 'longquan'), (11, '石门', 'shimen'),
    (12, '柳林', 'liulin'), (13, '桃园', 'taoyuan'), (14, '马场', 'machang'), (15, '杨柳', 'yangliu'), (16, '双塔', 'shuangta')) as word (n, name, pinyin)
    where n = (${index}) % 17`;
}
