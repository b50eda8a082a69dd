import { type Asker, isNowhere, type Reach } from '../reading/index.js';
import { type Actor, reachOf } from './actor.js';
import { demandAnywhere } from './authorized.js';
import { actorOf, type Context } from './context.js';
import { allPermissions, type Permission } from './permissions.js';

/** Who asks, as reading knows it. A stranger has no county and no reach, and is refused by `demand`. */
export function askerOf(ctx: Context): Asker {
  return {
    get tenantId() {
      return actorOf(ctx).tenantId;
    },
    today: ctx.today,
    language: ctx.language,
    reachOf: (permission) => readingReach(actorOf(ctx), permission as Permission),
    demand: (permission) => {
      demandAnywhere(ctx, permission as Permission);
    },
    context: ctx,
  };
}

function readingReach(actor: Actor, permission: Permission): Reach {
  const reach = reachOf(actor, permission);
  const isCountyWide = allPermissions().get(permission)?.isCountyWide && actor.kind !== 'KEY';
  return isCountyWide && !isNowhere(reach) ? '*' : reach;
}
