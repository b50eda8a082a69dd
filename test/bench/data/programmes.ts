import { sizes } from './counties.js';

/**
 * The roads that programmes go, as the state machine allows them: act, from, to. What is old has mostly come to its end, what is
 * new is being written or waits; `road` is chosen by age and chance.
 */
const roads: readonly string[] = [
  'CREATE',
  'CREATE SUBMIT',
  'CREATE SUBMIT RETURN',
  'CREATE SUBMIT RETURN SUBMIT APPROVE',
  'CREATE SUBMIT APPROVE START',
  'CREATE SUBMIT APPROVE START AMEND',
  'CREATE SUBMIT APPROVE START AMEND APPROVE',
  'CREATE SUBMIT RETURN SUBMIT APPROVE START AMEND APPROVE FINISH',
  'CREATE SUBMIT APPROVE START STOP',
  'CREATE SUBMIT APPROVE START FINISH ACCEPT',
  'CREATE SUBMIT APPROVE START AMEND APPROVE FINISH ACCEPT',
  'CREATE SUBMIT RETURN SUBMIT APPROVE START AMEND APPROVE FINISH ACCEPT',
];

const leadsTo: Readonly<Record<string, string>> = {
  CREATE: 'DRAFT',
  SUBMIT: 'SUBMITTED',
  RETURN: 'RETURNED',
  START: 'RUNNING',
  STOP: 'STOPPED',
  FINISH: 'FINISHED',
  ACCEPT: 'ACCEPTED',
};

function roadRows(): string {
  return roads
    .flatMap((road, no) => {
      let state: string | null = null;
      return road.split(' ').map((act, index) => {
        const isOnAmendment = act === 'AMEND' || (act === 'APPROVE' && state === 'RUNNING');
        const to = isOnAmendment ? state : (leadsTo[act] ?? 'APPROVED');
        const row = `(${no}, ${index + 1}, '${act}', ${state === null ? 'null' : `'${state}'`}, '${to}')`;
        state = to;
        return row;
      });
    })
    .join(', ');
}

/** Programmes of three kinds with steps and revisions. Dates run to the day of the making, never past it. */
export function programmes(): string[] {
  return [plans, steps, revisions, ...rows];
}

const plans = `
create temp table road as select * from (values ${roadRows()}) as r (road, pos, act, "from", "to");
create temp table open_place as
  select t, id, level, row_number() over (partition by t order by code) - 1 as n, count(*) over (partition by t) as many from place where merged_into is null;
create temp table plan as
select i, p.t, p.id as station_id, kind, made_on, gap, drafts, road, pg_temp.id(made_on + interval '9 hours' + i * interval '1 ms', 'programme ' || i) as id,
  made_on + 30 + pg_temp.pick('starts' || i, 90) as starts_on, made_on + 150 + pg_temp.pick('ends' || i, 300) as ends_on,
  (200000 + pg_temp.pick('budget' || i, 9000000))::bigint as budget, word.title || '第' || i || '期' as title, word.pinyin || 'di' || i || 'qi' as pinyin, word.initials || 'd' || i || 'q' as initials
from (
  select i, case when i <= ${sizes.programmesOfTheFirst} then 1 else 2 + i % ${sizes.counties - 1} end as county,
    (array['TRAINING', 'JOB', 'INDUSTRY'])[1 + pg_temp.pick('kind' || i, 3)] as kind,
    date '2021-01-04' + pg_temp.pick('made' || i, current_date - date '2021-01-04' - 5) as made_on,
    8 + pg_temp.pick('gap' || i, 12) as gap, pg_temp.pick('drafts' || i, 6) as drafts
  from generate_series(1, ${sizes.programmes}) i) seed
cross join lateral (
  select least(r, (current_date - made_on) / 40) as road from (select case when current_date - made_on > 400 then 8 + pg_temp.pick('road' || i, 4) else pg_temp.pick('road' || i, ${roads.length}) end as r) x) chosen
join open_place p on p.t = county and p.n = case when pg_temp.pick('level' || i, 20) = 0 then 0 else pg_temp.pick('place' || i, p.many::int) end
cross join lateral (select * from (values ('TRAINING', '农民技术培训', 'nongminjishupeixun', 'nmjspx'), ('JOB', '公益岗位安置', 'gongyigangweianzhi', 'gygwaz'), ('INDUSTRY', '特色种养扶持', 'tesezhongyangfuchi', 'tszyfc')) w (k, title, pinyin, initials) where w.k = kind) word;
create index on plan (i);
analyze plan;`;

const steps = `
create temp table step as
select p.i, p.t, p.id as programme_id, r.pos, r.act, r."from", r."to", least(p.made_on + (r.pos - 1) * p.gap, current_date) as on_day
from plan p join road r using (road);
create index on step (i);
analyze step;`;

/** Drafts are changed up to six times before they are submitted, once more after they were returned, and by one amendment. */
const revisions = `
create temp table revision as
select i, t, row_number() over (partition by i order by on_day, pos, n)::int as no, on_day, state, valid_from, reason
from (
  select p.i, p.t, 1 as pos, n, p.made_on + n as on_day, 'IN_FORCE' as state, p.made_on + n as valid_from, null as reason
    from plan p, generate_series(0, p.drafts) n where p.made_on + n <= current_date
  union all
  select s.i, s.t, s.pos, 0, s.on_day, 'IN_FORCE', s.on_day, null from step s where s.act = 'RETURN'
  union all
  select s.i, s.t, s.pos, 0, s.on_day, case when d.pos is null then 'PENDING' else 'IN_FORCE' end, d.on_day, '资金调整'
    from step s left join step d on d.i = s.i and d.act = 'APPROVE' and d.pos = s.pos + 1 where s.act = 'AMEND') x;
create index on revision (i);
analyze revision;`;

const funds = `(array['FISCAL_SPECIAL', 'ASSISTANCE_PAIRING', 'COLLECTIVE', 'OTHER'])[1 + pg_temp.pick('fund' || p.i, 4)]`;
const planText = `'按季度组织实施，由乡镇所负责，村级站配合，完成后由县中心验收。本期面向脱贫户与监测对象，计划分三个阶段推进。'`;

const own: Readonly<Record<string, string>> = {
  category: `(array['POLICY', 'TECHNIQUE', 'LANGUAGE_AND_LAW', 'VOCATIONAL'])[1 + pg_temp.pick('category' || p.i, 4)]`,
  form: `(array['NIGHT_SCHOOL', 'LECTURE', 'ON_SITE', 'MENU'])[1 + pg_temp.pick('form' || p.i, 4)]`,
  audience: `(array['REGISTERED_HOUSEHOLDS', 'CADRES', 'HELPERS', 'FARMERS', 'ALL'])[1 + pg_temp.pick('audience' || p.i, 5)]`,
  jobKind: `(array['PUBLIC_WELFARE', 'WORKSHOP', 'LABOUR_DISPATCH'])[1 + pg_temp.pick('job' || p.i, 3)]`,
  industry: `(array['CROPS_AND_LIVESTOCK', 'ORCHARD_QUALITY', 'COURTYARD', 'PROCESSING', 'BREEDING_ZONE'])[1 + pg_temp.pick('industry' || p.i, 5)]`,
  count: `10 + pg_temp.pick('count' || p.i, 90)`,
};

const details = `case p.kind
  when 'TRAINING' then jsonb_build_object('category', ${own.category}, 'form', ${own.form}, 'audience', ${own.audience}, 'plannedSessions', 4, 'plannedPlaces', ${own.count})
  when 'JOB' then jsonb_build_object('jobKind', ${own.jobKind}, 'employer', '示范合作社', 'postsOffered', ${own.count}, 'wageFrom', 180000, 'wageTo', 260000, 'transport', 'FREE')
  else jsonb_build_object('category', ${own.industry}, 'plannedHouseholds', ${own.count}, 'plannedQuantity', jsonb_build_object('amount', '120.000', 'unit', 'HEAD')) end`;

const rows = [
  `insert into programme (tenant_id, id, kind, station_id, title, pinyin, initials, starts_on, ends_on, plan, budget, fund_source, responsible, is_invented, state, state_since, pending_no, created_by, author_ids, version, created_at)
   select p.t, p.id, p.kind, p.station_id, p.title, p.pinyin, p.initials, p.starts_on, p.ends_on, ${planText}, p.budget + force.no * 10000, ${funds}, '王主任', true,
     s."to", s.since, pending.no, '县编辑', array[u.id], s.steps + force.no, p.made_on + interval '9 hours'
   from plan p
   join lateral (select max(no) as no from revision r where r.i = p.i and r.state = 'IN_FORCE') force on true
   left join lateral (select no from revision r where r.i = p.i and r.state = 'PENDING') pending on true
   join lateral (select "to", count(*) over ()::int as steps, (select min(e.on_day) from step e where e.i = p.i and e."to" = l."to") as since from step l where l.i = p.i order by pos desc limit 1) s on true
   join person u on u.t = p.t and u.role = 'TRAINING_EDITOR'
   order by p.t, p.made_on`,
  `insert into training_programme (tenant_id, id, category, form, audience, planned_sessions, planned_places)
   select p.t, p.id, ${own.category}, ${own.form}, ${own.audience}, 4, ${own.count} from plan p where kind = 'TRAINING'`,
  `insert into job_programme (tenant_id, id, job_kind, employer, posts_offered, wage_from, wage_to, transport)
   select p.t, p.id, ${own.jobKind}, '示范合作社', ${own.count}, 180000, 260000, 'FREE' from plan p where kind = 'JOB'`,
  `insert into industry_programme (tenant_id, id, category, planned_households, planned_amount, planned_unit)
   select p.t, p.id, ${own.industry}, ${own.count}, 120, 'HEAD' from plan p where kind = 'INDUSTRY'`,
  `insert into programme_step (tenant_id, id, programme_id, station_id, act, "from", "to", on_day, at, by, comment)
   select step.t, pg_temp.id(on_day + interval '10 hours' + pos * interval '1 minute', 'step ' || step.i || ' ' || pos), programme_id, plan.station_id, act, "from", "to", on_day, on_day + interval '10 hours' + pos * interval '1 minute',
     case when act in ('APPROVE', 'RETURN', 'ACCEPT', 'STOP') then '李主任' else '县编辑' end, case act when 'RETURN' then '请补充预算依据' when 'STOP' then '条件不再具备' when 'AMEND' then '资金调整' end
   from step join plan using (i) order by on_day, i, pos`,
  `insert into programme_revision (tenant_id, id, programme_id, kind, no, state, valid_from, station_id, title, starts_on, ends_on, plan, budget, fund_source, responsible, details, reason, entered_by, entered_at)
   select p.t, pg_temp.id(r.on_day + interval '10 hours' + r.no * interval '1 second', 'revision ' || p.i || ' ' || r.no), p.id, p.kind, r.no, r.state, r.valid_from, p.station_id, p.title, p.starts_on, p.ends_on,
     ${planText}, p.budget + r.no * 10000, ${funds}, '王主任', ${details}, r.reason, '县编辑', r.on_day + interval '10 hours' + r.no * interval '1 second'
   from revision r join plan p using (i) order by r.on_day, p.i, r.no`,
];
