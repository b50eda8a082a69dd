import { Migration } from '@mikro-orm/migrations';

/**
 * Partner keys. Like accounts and sessions the application role has no right on these tables: a key is looked up by the hash of its
 * text before the tenant is known, and everything else asks for the tenant's context.
 */
export class Migration005Keys extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(lookUp);
    this.addSql(administration);
    this.addSql(level);
    this.addSql(
      `revoke all on function ${functions} from public; grant execute on function ${functions} to lianxin_app;`,
    );
  }
}

const tables = `
create table api_key (
  tenant_id int not null references tenant (id),
  id uuid not null,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  expires_on date not null,
  budget_per_minute int not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_reason text,
  created_by text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint api_key_hash_key unique (key_hash),
  constraint api_key_scopes_check check (cardinality(scopes) > 0),
  constraint api_key_budget_check check (budget_per_minute > 0)
);
create table api_key_station (
  tenant_id int not null,
  api_key_id uuid not null,
  station_id uuid not null,
  primary key (tenant_id, api_key_id, station_id),
  constraint api_key_station_key_fkey foreign key (tenant_id, api_key_id) references api_key (tenant_id, id),
  constraint api_key_station_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index api_key_station_station_idx on api_key_station (tenant_id, station_id);
alter table api_key enable row level security;
alter table api_key_station enable row level security;`;

const pinned = 'language sql security definer set search_path = public, pg_temp';
const here = `t = nullif(current_setting('app.tenant', true), '')::int`;

const lookUp = `
create function gate.api_key_find(hash bytea) returns jsonb stable ${pinned} as $$
  select jsonb_build_object('id', k.id, 'tenantId', k.tenant_id, 'tenantCode', t.code, 'name', k.name, 'prefix', k.prefix,
    'scopes', k.scopes, 'budgetPerMinute', k.budget_per_minute, 'isRevoked', k.revoked_at is not null,
    'isExpired', k.expires_on < gate.today(),
    'stations', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'level', s.level,
        'reach', case when s.level = 'COUNTY' then null else gate.reach(k.tenant_id, s.id) end) order by s.id), '[]')
      from api_key_station ks join station s on s.tenant_id = k.tenant_id and s.id = ks.station_id
      where ks.tenant_id = k.tenant_id and ks.api_key_id = k.id))
  from api_key k join tenant t on t.id = k.tenant_id where k.key_hash = hash
$$;
create function gate.api_key_used(t int, key_id uuid) returns void ${pinned} as $$
  update api_key set last_used_at = now()
  where tenant_id = t and id = key_id and (last_used_at is null or last_used_at < now() - interval '30 seconds')
$$;`;

const administration = `
create function gate.api_key_create(t int, key_id uuid, called text, visible text, hash bytea, allowed text[], until date, budget int,
  maker text, places uuid[]) returns void ${pinned} as $$
  insert into api_key (tenant_id, id, name, prefix, key_hash, scopes, expires_on, budget_per_minute, created_by)
  select t, key_id, called, visible, hash, allowed, until, budget, maker where ${here};
  insert into api_key_station (tenant_id, api_key_id, station_id) select t, key_id, place from unnest(places) as place where ${here};
$$;
create function gate.api_key_list(t int) returns table (id uuid, name text, prefix text, scopes text[], stations uuid[], expires_on text,
  budget_per_minute int, last_used_at timestamptz, revoked_at timestamptz, revoked_reason text, created_by text, version int,
  created_at timestamptz) stable ${pinned} as $$
  select k.id, k.name, k.prefix, k.scopes,
    array(select ks.station_id from api_key_station ks where ks.tenant_id = t and ks.api_key_id = k.id order by ks.station_id),
    k.expires_on::text, k.budget_per_minute, k.last_used_at, k.revoked_at, k.revoked_reason, k.created_by, k.version, k.created_at
  from api_key k where k.tenant_id = t and ${here} order by k.created_at desc, k.id desc
$$;
create function gate.api_key_revoke(t int, key_id uuid, from_version int, why text) returns int ${pinned} as $$
  with done as (
    update api_key set revoked_at = now(), revoked_reason = why, version = version + 1
    where tenant_id = t and id = key_id and version = from_version and revoked_at is null and ${here} returning 1)
  select count(*)::int from done
$$;`;

const level = `
create function gate.has_migration(step text) returns boolean stable ${pinned} as $$
  select exists (select 1 from lianxin_migration where name = step)
$$;`;

const functions = [
  'gate.api_key_find(bytea)',
  'gate.api_key_used(int, uuid)',
  'gate.api_key_create(int, uuid, text, text, bytea, text[], date, int, text, uuid[])',
  'gate.api_key_list(int)',
  'gate.api_key_revoke(int, uuid, int, text)',
  'gate.has_migration(text)',
].join(', ');
