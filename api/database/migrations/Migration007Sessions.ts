import { Migration } from '@mikro-orm/migrations';

/**
 * The mark of a session: a short text that changes whenever anything changes that its rights hang on. A process that remembers who is
 * behind a session asks for the mark in the same round trip as the question itself, which costs less than looking the rights up. The
 * tree counts only for somebody who is appointed below the county; every act on it makes some station's version grow, so their sum
 * stands for it.
 */
export class Migration007Sessions extends Migration {
  override up(): void {
    this.addSql(session);
    this.addSql(`revoke all on function ${name} from public; grant execute on function ${name} to lianxin_app;`);
  }
}

const name = 'gate.session_mark(bytea, int, int)';

/** plpgsql, whose statements are planned once a connection and not at every call. */
const session = `
create function gate.session_mark(hash bytea, idle_minutes int, most_hours int, out mark text, out last_seen timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare t int; person uuid; day date := gate.today(); grants text; is_below boolean;
begin
  select s.tenant_id, s.user_id, s.last_seen_at, concat_ws(' ', s.id, c.code, a.login, u.name, a.must_change)
  into t, person, last_seen, mark
  from session s
  join "user" u on u.tenant_id = s.tenant_id and u.id = s.user_id
  join account a on a.tenant_id = s.tenant_id and a.id = s.user_id
  join tenant c on c.id = s.tenant_id
  where s.token_hash = hash and not u.is_disabled
    and s.last_seen_at > now() - make_interval(mins => idle_minutes) and s.started_at > now() - make_interval(hours => most_hours);
  if not found then return; end if;
  select string_agg(concat_ws(':', g.id, g.role, g.station_id), ',' order by g.id), bool_or(s.level <> 'COUNTY')
  into grants, is_below
  from "grant" g left join station s on s.tenant_id = t and s.id = g.station_id
  where g.tenant_id = t and g.user_id = person and g.valid_from <= day and (g.valid_to is null or g.valid_to > day);
  mark := concat_ws(' ', mark, grants);
  if is_below then
    mark := concat_ws(' ', mark, day, (select count(*) || ':' || sum(version) from station where tenant_id = t));
  end if;
end $$;`;
