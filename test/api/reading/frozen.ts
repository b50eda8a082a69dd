import { sealAll } from '../../../api/database/index.js';
import { app, ask, credentials } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';
import type { Asker } from './askers.js';

/** What asking alone would change: when a session and a key were last used, the security log, the sign-ins. */
const touched = ['session', 'account', 'api_key', 'security_event'];

/**
 * Signs everybody in, seals the audit, and then holds the database still, so that two answers to one question can be equal: a read
 * notes when its session or key was last used, and a refusal writes to the security log. The first seal of the other county is broken. A trigger, which Lianxin itself never has,
 * lets such writes pass without effect.
 */
export async function holdStill(askers: readonly Asker[]): Promise<void> {
  for (const { actor } of askers) {
    await credentials(actor);
    if (actor.key) await ask(actor, '{ __typename }');
  }
  await sealAll((await app()).orm);
  await asOwner(`update audit_seal set hash = md5(hash) where no = 1 and tenant_id =
    (select id from tenant where code = '450481')`);
  // Sessions are told latest first; two of one moment would come in any order.
  await asOwner(`update session s set last_seen_at = now() + o.n * interval '1 millisecond'
    from (select id, row_number() over (order by started_at, id) as n from session) o where o.id = s.id`);
  await asOwner("create function unchanged() returns trigger language plpgsql as 'begin return null; end'");
  for (const table of touched) {
    await asOwner(
      `create trigger unchanged before insert or update or delete on ${table} for each row execute function unchanged()`,
    );
  }
  await asOwner('analyze');
}
