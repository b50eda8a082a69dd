import { Migration } from '@mikro-orm/migrations';
import { tenant } from './lock.js';

/**
 * People who have moved out of reach of where they are enrolled or were sent from: where they live now they are withdrawn, and their
 * place goes to whoever waits; with the last who comes back their batch is back.
 */
export class Migration023MovedPeople extends Migration {
  override up(): void {
    this.addSql(goneOnWith);
    for (const one of [held, filled, returned]) this.addSql(one);
  }
}

const goneOnWith = `
create policy enrolment_gone_on on enrolment for update
  using (tenant_id = ${tenant} and gate.sees_person(tenant_id, person_id))
  with check (tenant_id = ${tenant} and gate.sees_person(tenant_id, person_id));`;

const own = `$1 = nullif(pg_catalog.current_setting('app.tenant', true), '')::int`;

/** A narrow function of the gate, which the application alone may call; it reads and writes of the asker's own county alone. */
function narrow(name: string, takes: string, gives: string, body: string): string {
  return `
create function gate.${name}(${takes}) returns ${gives}
  language sql volatile security definer set search_path = public, pg_temp
  as $$ ${body} $$;
revoke all on function gate.${name}(${takes}) from public;
grant execute on function gate.${name}(${takes}) to lianxin_app;`;
}

const held = narrow(
  'course_hold',
  'int, uuid',
  'text',
  `select 1 from public.course c where c.tenant_id = $1 and c.id = $2 and ${own} for update;
  select p.state from public.course c join public.programme p on p.tenant_id = c.tenant_id and p.id = c.programme_id
  where c.tenant_id = $1 and c.id = $2 and ${own}`,
);

const filled = narrow(
  'course_fill',
  'int, uuid, date',
  'uuid[]',
  `with free as (select c.capacity - (select count(*) from public.enrolment e where e.tenant_id = $1 and e.course_id = $2
      and e.state in ('ENROLLED', 'COMPLETED')) as places from public.course c where c.tenant_id = $1 and c.id = $2 and ${own}),
    next as (select e.id from public.enrolment e where e.tenant_id = $1 and e.course_id = $2 and e.state = 'WAITING'
      order by e.no limit greatest(0, coalesce((select places from free), 0))),
    done as (update public.enrolment e set state = 'ENROLLED', state_since = $3, version = e.version + 1 from next
      where e.tenant_id = $1 and e.id = next.id returning e.id)
  select coalesce(array_agg(id), '{}') from done`,
);

const returned = narrow(
  'batch_return',
  'int, uuid',
  'boolean',
  `with done as (update public.dispatch_batch b set state = 'RETURNED', version = b.version + 1
      where b.tenant_id = $1 and b.id = $2 and ${own} and b.state = 'DEPARTED' and not exists (select 1 from public.dispatch_member m
      where m.tenant_id = $1 and m.batch_id = $2 and m.state = 'DEPARTED') returning 1)
  select exists (select 1 from done)`,
);
