import type { AuthChecker } from 'type-graphql';
import { forbidden, type Message, unauthenticated } from '../kernel/index.js';
import { isNowhere } from '../reading/index.js';
import { reachOf } from './actor.js';
import type { Context } from './context.js';
import { allPermissions, missingHere, type Permission, refusal } from './permissions.js';

/** Marks an operation that strangers may ask, such as signing in. */
export const PUBLIC = 'public.ask';

/** The permission that everybody signed in holds; the only one open to a person who must change the password first. */
export const OWN_ACCOUNT = 'account.own';

/** The first lock: `@Authorized('training.edit')` asks whether the permission is held anywhere; services ask where. */
export const authChecker: AuthChecker<Context, Permission> = ({ context }, [permission]) => {
  demandAnywhere(context, permission);
  return true;
};

/** Throws unless the permission is held anywhere: UNAUTHENTICATED for strangers, FORBIDDEN for everybody else. */
export function demandAnywhere(ctx: Context, permission: Permission | undefined): void {
  if (permission === PUBLIC) return;
  const actor = ctx.actor;
  if (!actor) throw unauthenticated();
  if (actor.mustChangePassword && permission !== OWN_ACCOUNT) {
    throw forbidden(
      { zh: '请先修改初始密码。', en: 'Please change your first password before anything else.' },
      { reason: 'mustChangePassword' },
    );
  }
  if (permission === OWN_ACCOUNT && actor.kind !== 'KEY') return;
  if (permission === OWN_ACCOUNT) {
    throw forbidden({ zh: '接口密钥没有账号。', en: 'A partner key has no account of its own.' }, { reason: 'scope' });
  }
  const facts = permission && allPermissions().get(permission);
  if (!facts) throw new Error(`Permission ${permission} is not declared by any policy.`);
  if (!isNowhere(reachOf(actor, permission))) return;
  if (actor.kind === 'KEY') throw outOfScope(facts.says);
  throw refusal(permission, missingHere(facts), 'role');
}

function outOfScope(says: Message): Error {
  const sentence = {
    zh: `这个接口密钥的范围不含“${says.zh}”。`,
    en: `This partner key’s scopes do not let it ${says.en}.`,
  };
  return forbidden(sentence, { reason: 'scope' });
}
