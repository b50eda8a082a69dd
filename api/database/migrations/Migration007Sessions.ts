import { Migration } from '@mikro-orm/migrations';

/**
 * The mark of a session: a short text that changes whenever anything changes that its rights hang on. A process that remembers
 * who is behind a session asks for the mark in the same round trip as the question itself, which costs a tenth of looking the rights up.
 * Every act on the tree makes some station's version grow, so the sum of versions stands for the tree.
 */
export class Migration007Sessions extends Migration {
  override up(): void {
    this.addSql(tree);
    this.addSql(session);
    this.addSql(
      `revoke all on function ${functions} from public; grant execute on function ${functions} to lianxin_app;`,
    );
  }
}

/** plpgsql, whose statements are planned once a connection and not at every call. */
const pinned = 'language plpgsql stable security definer set search_path = public, pg_temp';

const tree = `
create function gate.tree_mark(t int) returns text ${pinned} as $$
begin
  return (select gate.today() || ' ' || count(*) || ' ' || coalesce(sum(version), 0) from station where tenant_id = t);
end $$;`;

const session = `
create function gate.session_mark(hash bytea, idle_minutes int, most_hours int, out mark text, out last_seen timestamptz) ${pinned} as $$
declare t int; person uuid; says text;
begin
  select s.tenant_id, s.user_id, s.last_seen_at, concat_ws(' ', s.id, c.code, a.login, u.name, a.must_change)
  into t, person, last_seen, says
  from session s
  join "user" u on u.tenant_id = s.tenant_id and u.id = s.user_id
  join account a on a.tenant_id = s.tenant_id and a.id = s.user_id
  join tenant c on c.id = s.tenant_id
  where s.token_hash = hash and not u.is_disabled
    and s.last_seen_at > now() - make_interval(mins => idle_minutes) and s.started_at > now() - make_interval(hours => most_hours);
  if not found then return; end if;
  mark := concat_ws(' ', says, gate.tree_mark(t),
    (select string_agg(concat_ws(':', g.id, g.role, g.station_id), ',' order by g.id) from "grant" g
     where g.tenant_id = t and g.user_id = person and g.valid_from <= gate.today() and (g.valid_to is null or g.valid_to > gate.today())));
end $$;`;

const functions = ['gate.tree_mark(int)', 'gate.session_mark(bytea, int, int)'].join(', ');
