import type { FastifyReply } from 'fastify';

/** Aborted when the client goes before it has been answered. */
export function hangUpOf({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort();
  });
  return left.signal;
}
