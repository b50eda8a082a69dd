import type { GraphQLResolveInfo } from 'graphql';
import { type Asker, type Asking, isNowhere, type Reach } from '../reading/index.js';
import { type Actor, reachOf } from './actor.js';
import { demandAnywhere } from './authorized.js';
import type { Context } from './context.js';
import { allPermissions, type Permission } from './permissions.js';

/** Who asks, as reading knows it. A stranger has a county that does not exist and no reach, and is refused by `demand`. */
export function askerOf(ctx: Context): Asker {
  return {
    get tenantId() {
      return ctx.actor?.tenantId ?? -1;
    },
    today: ctx.today,
    language: ctx.language,
    reachOf: (permission) => (ctx.actor ? readingReach(ctx.actor, permission as Permission) : new Set()),
    demand: (permission) => {
      demandAnywhere(ctx, permission as Permission);
    },
    context: ctx,
  };
}

/** In what a resolver asks for derived rows. */
export async function askingOf(ctx: Context, info: GraphQLResolveInfo): Promise<Asking> {
  return { em: await ctx.em(), info, asker: askerOf(ctx) };
}

function readingReach(actor: Actor, permission: Permission): Reach {
  const reach = reachOf(actor, permission);
  const isCountyWide = allPermissions().get(permission)?.isCountyWide && actor.kind !== 'KEY';
  return isCountyWide && !isNowhere(reach) ? '*' : reach;
}
