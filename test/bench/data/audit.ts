import { sizes } from './counties.js';

const columns =
  'tenant_id, id, at, actor_kind, actor_id, account, act, record, record_id, station_id, before, after, request_id, client';

/** What the writer of the audit would have left: a row for every record of every step and revision, and for changes of people. */
export function audit(): string[] {
  return [
    `create temp table written as
     select p.t, s.on_day + interval '10 hours' as at, lower(p.kind) || 'Programme' || initcap(s.act) as act, record, case record when 'ProgrammeStep' then p.id::text || s.pos else p.id::text end as record_id, p.station_id,
       case when s.pos > 1 and record <> 'ProgrammeStep' then jsonb_build_object('state', s."from") end as before,
       jsonb_build_object('state', s."to", 'stateSince', s.on_day, 'by', '县编辑') as after, s.i * 100 + s.pos as n
     from plan p join step s using (i), lateral (values (initcap(p.kind) || 'Programme'), ('ProgrammeStep')) r (record)`,
    `insert into written
     select p.t, r.on_day + interval '10 hours', lower(p.kind) || 'ProgrammeUpdate', record, p.id::text, p.station_id,
       case when r.no > 1 then jsonb_build_object('budget', p.budget + (r.no - 1) * 10000) end, jsonb_build_object('budget', p.budget + r.no * 10000, 'title', p.title, 'startsOn', p.starts_on, 'endsOn', p.ends_on), p.i * 100 + 50 + r.no
     from plan p join revision r using (i), lateral (values (initcap(p.kind) || 'Programme'), ('ProgrammeRevision')) k (record)`,
    `insert into written
     select u.t, date '2021-01-04' + pg_temp.pick('day' || n, current_date - date '2021-01-04') + interval '11 hours', 'userUpdate', 'User', u.id::text, u.station_id,
       jsonb_build_object('name', u.name), jsonb_build_object('name', u.name || n % 7), 10000000 + n
     from generate_series(1, ${sizes.auditEntriesOfPeople}) n
     join (select *, row_number() over (order by code, role) - 1 as k, count(*) over () as many from person) u on u.k = n % u.many`,
    `insert into audit_entry (${columns})
     select w.t, pg_temp.id(w.at, 'audit ' || w.n || w.record || w.record_id), w.at, 'USER', u.id, u.account, w.act, w.record, w.record_id, w.station_id, w.before, w.after, md5(w.n::text), 'bench'
     from written w join person u on u.t = w.t and u.role = 'TRAINING_EDITOR' order by w.at`,
  ];
}
