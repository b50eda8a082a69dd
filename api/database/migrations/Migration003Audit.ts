import { Migration } from '@mikro-orm/migrations';
import { rowSecurity } from './rowSecurity.js';

/** The audit of changes, its seals, and the security log; the application may add to them and never change what is there. */
export class Migration003Audit extends Migration {
  override up(): void {
    this.addSql(entries);
    this.addSql(seals);
    this.addSql(events);
    this.addSql(gates);
  }
}

const tenant = `tenant_id = nullif(current_setting('app.tenant', true), '')::int`;
const reached = `current_setting('app.stations', true) = '*'
  or station_id in (select unnest(string_to_array(nullif(current_setting('app.stations', true), '*'), ',')::uuid[]))`;

/** Anybody may write of a record without a station, such as their own password; only the whole county reads it. */
const entries = `
create table audit_entry (
  tenant_id int not null references tenant (id),
  id uuid not null,
  seq bigint generated always as identity,
  at timestamptz(3) not null default now(),
  actor_kind text not null check (actor_kind in ('USER', 'KEY', 'OPERATOR', 'SYSTEM')),
  actor_id uuid,
  account text collate "C" not null,
  act text collate "C" not null,
  record text collate "C" not null,
  record_id text collate "C",
  station_id uuid,
  before jsonb,
  after jsonb,
  reason text,
  request_id text not null,
  client text not null,
  primary key (tenant_id, id)
);
create unique index audit_entry_seq_key on audit_entry (tenant_id, seq);
create index audit_entry_station_idx on audit_entry (tenant_id, station_id, seq);
create index audit_entry_record_idx on audit_entry (tenant_id, record_id, seq);
create index audit_entry_account_idx on audit_entry (tenant_id, account, seq);
create index audit_entry_at_idx on audit_entry (tenant_id, at);
alter table audit_entry enable row level security;
create policy audit_entry_within on audit_entry for select using (${tenant} and (${reached}));
create policy audit_entry_write on audit_entry for insert with check (${tenant});
grant select on audit_entry to lianxin_app;
grant insert (tenant_id, id, actor_kind, actor_id, account, act, record, record_id, station_id, before, after, reason, request_id, client)
  on audit_entry to lianxin_app;
grant select on sequence audit_entry_seq_seq to lianxin_app;`;

const seals = `
create table audit_seal (
  tenant_id int not null references tenant (id),
  no int not null,
  above bigint not null,
  upto bigint not null,
  entries int not null,
  previous text not null,
  hash text not null,
  sealed_at timestamptz(3) not null default now(),
  primary key (tenant_id, no),
  constraint audit_seal_upto_key unique (tenant_id, upto),
  constraint audit_seal_span_check check (upto > above)
);
${rowSecurity('audit_seal', 'tenant', ['select', 'insert'])}`;

/** A row of this log may lack a tenant, when somebody tried an account of no county; such rows are the owner's to read. */
const events = `
create table security_event (
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  tenant_id int references tenant (id),
  station_id uuid,
  at timestamptz(3) not null default now(),
  kind text collate "C" not null,
  account text collate "C",
  detail text,
  request_id text not null,
  client text not null,
  primary key (id)
);
create index security_event_seq_idx on security_event (tenant_id, seq);
create index security_event_station_idx on security_event (tenant_id, station_id, seq);
create index security_event_account_idx on security_event (tenant_id, account, seq);
${rowSecurity('security_event', 'station', ['select'])}`;

const pinned = 'language sql security definer set search_path = public, pg_temp';

/** A password typed where the account belongs is not kept: only what has the form of an account or a key's prefix. */
const gates = `
create function gate.security_event_add(event text, who text, tenant_code text, what text, request text, program text) returns void ${pinned} as $$
  insert into security_event (tenant_id, station_id, kind, account, detail, request_id, client)
  select t.id, u.station_id, left(event, 60), case when who ~ '^([^@]+@[^@]+|lx_.*)$' then left(who, 80) end, left(what, 500), left(request, 60), left(program, 120)
  from (select 1) one
  left join tenant t on t.code = tenant_code
  left join "user" u on u.tenant_id = t.id and u.account = who
$$;
create function gate.audit_unsealed(settled bigint) returns table (tenant_id int) stable ${pinned} as $$
  select t.id from tenant t where exists (
    select 1 from audit_entry e where e.tenant_id = t.id and e.seq <= settled
      and e.seq > coalesce((select max(s.upto) from audit_seal s where s.tenant_id = t.id), 0))
  order by t.id
$$;
revoke all on function gate.security_event_add(text, text, text, text, text, text), gate.audit_unsealed(bigint) from public;
grant execute on function gate.security_event_add(text, text, text, text, text, text), gate.audit_unsealed(bigint) to lianxin_app;`;
