import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type Orm, sealAll } from '../database/index.js';
import type { OperationContext } from './context.js';

/** How many refusals of one account are written down in a minute; more would let the refused fill the log. */
const refusalsAMinute = 30;

/** How many accounts are counted at once. */
const mostCounted = 10_000;

/** Names the act of every mutation after its field, and writes refused mutations to the security log. */
export function auditing(): ApolloServerPlugin<OperationContext> {
  const noteRefusal = refusalsNoted();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue: ctx }) => {
        const act = mutationOf(operation);
        if (act) ctx.note({ act });
      },
      willSendResponse: async ({ operation, response, contextValue: ctx }) => {
        const act = mutationOf(operation);
        if (!act || !ctx.actor || response.body.kind !== 'single') return;
        const refused = response.body.singleResult.errors?.find((e) => e.extensions?.code === 'FORBIDDEN');
        if (refused) await noteRefusal(ctx, act, refused.extensions ?? {});
      },
    }),
  };
}

/** Writes to the security log that an act was refused, so many times a minute for one account. */
export function refusalsNoted(): (ctx: OperationContext, act: string, facts: Record<string, unknown>) => Promise<void> {
  const mayWrite = perMinute(refusalsAMinute);
  return async (ctx, act, facts) => {
    if (ctx.actor && mayWrite(ctx.actor.account))
      await ctx.security({ kind: 'FORBIDDEN', detail: detailOf(act, facts) });
  };
}

function mutationOf(operation: OperationDefinitionNode | undefined): string | null {
  if (operation?.operation !== OperationTypeNode.MUTATION) return null;
  const field = operation.selectionSet.selections.find((s) => s.kind === Kind.FIELD);
  return field?.name.value ?? null;
}

/** `stationMove: reach, STATION_EDIT`: the act, the rule that refused it, the permission that was missing. */
function detailOf(act: string, facts: Record<string, unknown>): string {
  const { permission } = (facts.missing ?? {}) as { permission?: string };
  return `${act}: ${[facts.reason, permission].filter(Boolean).join(', ')}`;
}

function perMinute(most: number): (key: string) => boolean {
  const counts = new Map<string, number>();
  let minute = 0;
  return (key) => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute || counts.size > mostCounted) counts.clear();
    minute = now;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
}

/** Seals the audit every minute while the server runs; each seal's hash goes to the log, where it vouches for the rows before it. */
export function sealEveryMinute(app: FastifyInstance, orm: Orm, everyMs = 60_000): void {
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    try {
      for (const seal of await sealAll(orm)) app.log.info({ seal }, 'audit sealed');
    } catch (error) {
      app.log.error({ err: error }, 'audit could not be sealed');
    } finally {
      running = null;
    }
  };
  const timer = setInterval(() => {
    running ??= run();
  }, everyMs);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await running;
  });
}
