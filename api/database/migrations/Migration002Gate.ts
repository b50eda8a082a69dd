import { Migration } from '@mikro-orm/migrations';

/**
 * Credentials and sessions. The application role has no right on these tables; it asks through narrow functions of the schema
 * `gate` that run as the owner with a pinned search_path, because they come before the tenant is known (data rule 6).
 */
export class Migration002Gate extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(reach);
    this.addSql(signIn);
    this.addSql(sessions);
    this.addSql(administration);
    this.addSql(
      'grant usage on schema gate to lianxin_app; revoke all on all functions in schema gate from public; grant execute on all functions in schema gate to lianxin_app;',
    );
  }
}

const tables = `
create schema gate;
create table account (
  tenant_id int not null,
  id uuid not null,
  login text not null,
  password_hash text not null,
  must_change boolean not null default true,
  failures int not null default 0,
  locked_until timestamptz(3),
  last_sign_in_at timestamptz(3),
  primary key (tenant_id, id),
  constraint account_login_key unique (login),
  constraint account_user_fkey foreign key (tenant_id, id) references "user" (tenant_id, id)
);
create table session (
  tenant_id int not null,
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  client text not null,
  started_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint session_token_key unique (token_hash),
  constraint session_user_fkey foreign key (tenant_id, user_id) references "user" (tenant_id, id)
);
create index session_user_idx on session (tenant_id, user_id);`;

const pinned = 'language sql security definer set search_path = public, pg_temp';

const reach = `
create function gate.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
create function gate.reach(t int, root uuid) returns uuid[] stable ${pinned} as $$
  with recursive
    edge as (
      select station_id as child, parent_id as parent from station_parent
        where tenant_id = t and valid_from <= gate.today() and (valid_to is null or valid_to > gate.today())
      union all
      select id, successor_id from station where tenant_id = t and successor_id is not null
    ),
    tree as (select root as id union select edge.child from edge join tree on edge.parent = tree.id)
  select array_agg(id) from tree
$$;
create function gate.grants_of(t int, person uuid) returns jsonb stable ${pinned} as $$
  select coalesce(jsonb_agg(jsonb_build_object('grantId', g.id, 'role', g.role, 'stationId', g.station_id, 'stationLevel', s.level,
      'reach', case when s.level = 'COUNTY' then null else gate.reach(t, g.station_id) end) order by g.id), '[]')
  from "grant" g left join station s on s.tenant_id = t and s.id = g.station_id
  where g.tenant_id = t and g.user_id = person and g.valid_from <= gate.today() and (g.valid_to is null or g.valid_to > gate.today())
$$;`;

const signIn = `
create function gate.account_find(wanted text)
  returns table (tenant_id int, id uuid, password_hash text, failures int, locked_until timestamptz, is_disabled boolean) stable ${pinned} as $$
  select a.tenant_id, a.id, a.password_hash, a.failures, a.locked_until, u.is_disabled
  from account a join "user" u on u.tenant_id = a.tenant_id and u.id = a.id where a.login = wanted
$$;
create function gate.account_failed(wanted text, allowed int, minutes int) returns void ${pinned} as $$
  update account set
    failures = case when locked_until is not null and locked_until <= now() then 1 else failures + 1 end,
    locked_until = case when (case when locked_until is not null and locked_until <= now() then 1 else failures + 1 end) >= allowed
      then now() + make_interval(mins => minutes) else null end
  where login = wanted
$$;`;

const sessions = `
create function gate.session_open(t int, person uuid, session_id uuid, hash bytea, program text) returns void ${pinned} as $$
  update account set failures = 0, locked_until = null, last_sign_in_at = now() where tenant_id = t and id = person;
  insert into session (tenant_id, id, token_hash, user_id, client) values (t, session_id, hash, person, program);
$$;
create function gate.session_find(hash bytea, idle_minutes int, most_hours int) returns jsonb stable ${pinned} as $$
  select jsonb_build_object('sessionId', s.id, 'tenantId', s.tenant_id, 'tenantCode', t.code, 'userId', u.id, 'login', a.login, 'name', u.name,
    'mustChange', a.must_change, 'lastSeenAt', s.last_seen_at, 'grants', gate.grants_of(s.tenant_id, u.id))
  from session s
  join "user" u on u.tenant_id = s.tenant_id and u.id = s.user_id
  join account a on a.tenant_id = s.tenant_id and a.id = s.user_id
  join tenant t on t.id = s.tenant_id
  where s.token_hash = hash and not u.is_disabled
    and s.last_seen_at > now() - make_interval(mins => idle_minutes) and s.started_at > now() - make_interval(hours => most_hours)
$$;
create function gate.session_touch(hash bytea) returns void ${pinned} as $$
  update session set last_seen_at = now() where token_hash = hash and last_seen_at < now() - interval '30 seconds'
$$;
create function gate.session_close(t int, session_id uuid, person uuid) returns int ${pinned} as $$
  with gone as (delete from session where tenant_id = t and id = session_id and user_id = person returning 1) select count(*)::int from gone
$$;
create function gate.sessions_close(t int, person uuid, except_id uuid) returns int ${pinned} as $$
  with gone as (delete from session where tenant_id = t and user_id = person and id is distinct from except_id returning 1)
  select count(*)::int from gone
$$;
create function gate.sessions_of(t int, person uuid, idle_minutes int, most_hours int)
  returns table (id uuid, client text, started_at timestamptz, last_seen_at timestamptz) stable ${pinned} as $$
  select id, client, started_at, last_seen_at from session
  where tenant_id = t and tenant_id = nullif(current_setting('app.tenant', true), '')::int and user_id = person
    and last_seen_at > now() - make_interval(mins => idle_minutes) and started_at > now() - make_interval(hours => most_hours)
  order by last_seen_at desc
$$;
create function gate.sessions_sweep(idle_minutes int, most_hours int) returns void ${pinned} as $$
  delete from session where last_seen_at < now() - make_interval(mins => idle_minutes) or started_at < now() - make_interval(hours => most_hours)
$$;`;

const administration = `
create function gate.account_create(t int, person uuid, wanted text, hash text, must boolean) returns void ${pinned} as $$
  insert into account (tenant_id, id, login, password_hash, must_change)
  select t, person, wanted, hash, must where t = nullif(current_setting('app.tenant', true), '')::int
$$;
create function gate.account_password(t int, person uuid, hash text, must boolean) returns void ${pinned} as $$
  update account set password_hash = hash, must_change = must, failures = 0, locked_until = null
  where tenant_id = t and id = person and t = nullif(current_setting('app.tenant', true), '')::int
$$;
create function gate.account_hash(t int, person uuid) returns text stable ${pinned} as $$
  select password_hash from account where tenant_id = t and id = person and t = nullif(current_setting('app.tenant', true), '')::int
$$;
create function gate.last_sign_ins(t int) returns table (id uuid, last_sign_in_at timestamptz, locked_until timestamptz) stable ${pinned} as $$
  select id, last_sign_in_at, locked_until from account where tenant_id = t and t = nullif(current_setting('app.tenant', true), '')::int
$$;`;
