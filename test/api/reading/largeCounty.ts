import type pg from 'pg';
import { importsOf } from './largeImports.js';
import { industryOf } from './largeIndustry.js';
import { jobsOf } from './largeJobs.js';
import { registerOf } from './largeRegister.js';
import { reportsOf } from './largeReports.js';
import { trainingOf } from './largeTraining.js';
import { nthFunction } from './nth.js';

/** A county as large as one may grow, beside the demo's: its number, and stations to ask for. */
export interface LargeCounty {
  tenantId: number;
  county: string;
  /** The ids of a town with its villages, the town's first. */
  town: readonly string[];
  village: string;
  /** Of each kind two programmes: one that much belongs to, and one that little does. */
  programmes: Readonly<Record<'training' | 'jobs' | 'industry', readonly string[]>>;
}

const tenantId = 900;
/** Of its programmes, of its audit entries and of its security events each. */
export const countyRows = 200_000;
/** The day that the county's programmes are planned, run and accepted around. */
export const today = '2026-07-01';

/**
 * Makes the county by SQL: 12 towns, 72 villages, programmes over seven years, of which states, budgets and words are as
 * common as in life, as many audit entries, security events, households and members, what each room keeps of them, and 2,000 people.
 * The same one each time.
 */
export async function growCounty(owner: pg.Client): Promise<LargeCounty> {
  await owner.query(
    `set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '64MB'; select setseed(0.42)`,
  );
  const grown = { tenantId, rows: countyRows };
  const rooms = [registerOf, trainingOf, jobsOf, industryOf, importsOf, reportsOf].map((of) => of(grown));
  for (const step of [
    nthFunction,
    indexesAway,
    tree,
    people,
    drafts,
    programmes,
    log,
    ...rooms,
    indexesBack,
    'vacuum analyze',
  ])
    await owner.query(step);
  const asked = 'select id, code from station where tenant_id = $1 order by code';
  const { rows } = await owner.query<{ id: string; code: string }>(asked, [tenantId]);
  const of = (code: string) => rows.filter((row) => row.code.startsWith(code)).map(({ id }) => id);
  const [county = ''] = of('900000');
  const [village = ''] = of('900005001');
  return { tenantId, county, town: of('900005'), village, programmes: await programmesOf(owner) };
}

async function programmesOf(owner: pg.Client): Promise<LargeCounty['programmes']> {
  const of = (table: string, little: number) => `array(select id from ${table} where n in (1, ${little}) order by n)`;
  const asked = `select ${of('taught', 4)} as training, ${of('offered', 2)} as jobs, ${of('run', 3)} as industry`;
  const { rows } = await owner.query<LargeCounty['programmes']>(asked);
  return rows[0] as LargeCounty['programmes'];
}

/** An index is made faster of all rows at once than row by row. */
const indexesAway = `create temp table away as select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index i
  join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_constraint where conindid = indexrelid);
do $$ begin execute (select string_agg(format('drop index %s;', name), '') from away); end $$`;
const indexesBack = `do $$ begin execute (select string_agg(made, ';') from away); end $$`;

/** A uuid that begins with a moment, as the application makes them. */
function idAt(moment: string, salt: string): string {
  const hash = `md5(${salt} || ${moment})`;
  return `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(${hash}, 1, 3) || '8' || substr(${hash}, 4, 15))::uuid`;
}

const begin = `timestamptz '2019-01-01'`;

const tree = `
insert into tenant (id, code, name, kind, province, county_level_name, township_level_name, village_level_name)
  values (${tenantId}, '900000', '大县（示例）', 'COUNTY', '示例省', '中心', '所', '站');
create temp table place as
  select row_number() over (order by code) as no, code, level, parent, ${idAt(begin, 'code')} as id from (
    select '900000' as code, 'COUNTY' as level, null as parent
    union all select '900' || lpad(t::text, 3, '0'), 'TOWNSHIP', '900000' from generate_series(1, 12) t
    union all select '900' || lpad(t::text, 3, '0') || lpad(v::text, 3, '0'), 'VILLAGE', '900' || lpad(t::text, 3, '0')
      from generate_series(1, 12) t, generate_series(1, 6) v) p;
insert into station (tenant_id, id, code, level, opened_on) select ${tenantId}, id, code, level, '2018-01-01' from place;
insert into station_name (tenant_id, id, station_id, name, pinyin, initials, valid_from)
  select ${tenantId}, gen_random_uuid(), id, '第' || no || '站', 'di' || no || 'zhan', 'd' || no || 'z', '2018-01-01' from place;
insert into station_parent (tenant_id, id, station_id, parent_id, valid_from)
  select ${tenantId}, gen_random_uuid(), c.id, p.id, '2018-01-01' from place c join place p on p.code = c.parent;`;

const people = `
insert into "user" (tenant_id, id, account, name, pinyin, initials, station_id, is_disabled, created_at)
  select ${tenantId}, ${idAt('made', `'user'`)}, 'person' || i || '@900000', '李' || i, 'li' || i, 'l' || i, p.id, i % 20 = 0, made
  from (select i, ${begin} + i * interval '1 hour' as made from generate_series(1, 2000) i) u
  join place p on p.no = 1 + (i * 7) % 85;
insert into "grant" (tenant_id, id, user_id, role, station_id, valid_from)
  select ${tenantId}, gen_random_uuid(), id,
    (array['CLERK', 'HELPER', 'VOLUNTEER', 'TRAINING_EDITOR', 'AREA_DIRECTOR'])[1 + (row_number() over (order by id)) % 5], station_id, '2020-01-01'
  from "user" where tenant_id = ${tenantId};`;

/** What is drawn by lot for each programme; a programme goes through its states as its days come. */
const drafts = `
create temp table draft as
  select i, ${idAt('made', 'i::text')} as id, made, kind, zh, pinyin, initials, starts_on, ends_on, budget, no,
    case when fate < 0.02 then 'STOPPED'
      when starts_on > date '${today}' then (array['DRAFT', 'SUBMITTED', 'APPROVED', 'APPROVED', 'RETURNED'])[1 + floor(fate * 5)::int]
      when ends_on >= date '${today}' then case when fate < 0.1 then 'APPROVED' else 'RUNNING' end
      when fate < 0.05 then 'FINISHED' else 'ACCEPTED' end as state
  from (
    select i, kind, zh, pinyin, initials, day as starts_on, day + length as ends_on, budget, no, fate,
      day::timestamptz - lead * interval '1 day' + (i % 86400) * interval '1 second' as made
    from (
      select i, random() as fate, (20 + random() * 60)::int as lead,
        (array['TRAINING', 'TRAINING', 'JOB', 'INDUSTRY'])[1 + floor(random() * 4)::int] as kind,
        case when random() < 0.4 then date_trunc('month', day)::date else day end as day,
        case when random() < 0.05 then 730 else (20 + random() * 340)::int end as length,
        case when random() < 0.85 then (1 + floor(random() * random() * 2000))::bigint * 100000 end as budget,
        case when random() < 0.7 then 14 + floor(random() * 72)::int when random() < 0.9 then 2 + floor(random() * 12)::int else 1 end as no,
        1 + floor(random() * 12)::int as w, 1 + floor(random() * 30)::int as topic
      from (select i, date '2019-01-01' + (i * 2850 / ${countyRows}) as day from generate_series(1, ${countyRows}) i) one) two
    join (values (1, '金沙', 'jinsha', 'js'), (2, '花海', 'huahai', 'hh'), (3, '赤金', 'chijin', 'cj'), (4, '柳河', 'liuhe', 'lh'),
      (5, '黄闸湾', 'huangzhawan', 'hzw'), (6, '下西号', 'xiaxihao', 'xxh'), (7, '昌马', 'changma', 'cm'), (8, '玉门镇', 'yumenzhen', 'ymz'),
      (9, '清泉', 'qingquan', 'qq'), (10, '小金湾', 'xiaojinwan', 'xjw'), (11, '独山子', 'dushanzi', 'dsz'), (12, '六墩', 'liudun', 'ld'))
      as word (w, zw, pw, iw) using (w)
    cross join lateral (select zw || '第' || topic || '期技能培训' || i as zh, pw || 'di' || topic || 'qijinengpeixun' || i as pinyin,
      iw || 'd' || topic || 'qjnpx' || i as initials) called) three;`;

const programmes = `
insert into programme (tenant_id, id, kind, station_id, title, pinyin, initials, starts_on, ends_on, plan, budget, fund_source, responsible,
    state, state_since, pending_no, created_by, created_at)
  select ${tenantId}, d.id, kind, p.id, zh, pinyin, initials, starts_on, ends_on, '按季实施（示例）', budget, 'FISCAL_SPECIAL', '王安（示例）',
    state, least(starts_on, date '${today}'), case when i % 400 = 0 then 2 end, '李和', made
  from draft d join place p using (no) order by i;
insert into training_programme (tenant_id, id, category, form, audience, planned_places)
  select ${tenantId}, id, (array['TECHNIQUE', 'TECHNIQUE', 'TECHNIQUE', 'LANGUAGE_AND_LAW', 'POLICY'])[1 + i % 5],
    case when i % 100 = 0 then 'NIGHT_SCHOOL' else 'ON_SITE' end, case when i % 3 = 0 then 'FARMERS' else 'ALL' end, 120
  from draft where kind = 'TRAINING' order by i;
insert into job_programme (tenant_id, id, job_kind, posts_offered)
  select ${tenantId}, id, case when i % 50 = 0 then 'PUBLIC_WELFARE' else 'WORKSHOP' end, 12 from draft where kind = 'JOB' order by i;
insert into industry_programme (tenant_id, id, category, is_village_project)
  select ${tenantId}, id, case when i % 50 = 0 then 'COURTYARD' else 'CROPS_AND_LIVESTOCK' end, i % 40 = 0 from draft where kind = 'INDUSTRY' order by i;
insert into programme_step (tenant_id, id, programme_id, station_id, act, "from", "to", on_day, at, by)
  select ${tenantId}, ${idAt('made', 's::text || i')}, d.id, p.id, act, null, led, starts_on - 10 + s, made + s * interval '1 day', '李和' from draft d join place p using (no)
  cross join (values (1, 'CREATE', 'DRAFT'), (2, 'SUBMIT', 'SUBMITTED'), (3, 'APPROVE', 'APPROVED')) step (s, act, led) where i % 5 = 0 order by i, s;
insert into programme_revision (tenant_id, id, programme_id, kind, no, state, valid_from, station_id, title, starts_on, ends_on, details)
  select ${tenantId}, gen_random_uuid(), d.id, kind, r, case when r = 1 then 'IN_FORCE' else 'PENDING' end, case when r = 1 then starts_on end,
    p.id, zh, starts_on, ends_on, '{}' from draft d join place p using (no) cross join generate_series(1, 2) r
  where i % 5 = 0 and (r = 1 or i % 400 = 0) order by i;`;

/** Numbers rise with the moments, as they do where entries are written one after the other. */
const log = `
insert into audit_entry (tenant_id, id, at, actor_kind, account, act, record, record_id, station_id, after, request_id, client)
  select ${tenantId}, d.id, made, 'USER', 'person' || floor(random() * random() * 300) || '@900000',
    case when i % 500 = 0 then 'stationMove' when i % 20 = 0 then 'userUpdate' when i % 3 = 0 then 'trainingProgrammeSubmit' else 'trainingProgrammeUpdate' end,
    case when i % 500 = 0 then 'Station' when i % 20 = 0 then 'User' else 'TrainingProgramme' end, d.id::text, p.id,
    '{"title": "示例"}', 'r', 'console'
  from draft d join place p using (no) order by made;
insert into security_event (tenant_id, id, at, kind, account, station_id, request_id, client)
  select ${tenantId}, d.id, made, case when i % 500 = 0 then 'PASSWORD_RESET' when i % 30 = 0 then 'SIGN_IN_REFUSED' else 'SIGNED_IN' end,
    'person' || floor(random() * random() * 300) || '@900000', p.id, 'r', 'console'
  from draft d join place p using (no) order by made;`;
