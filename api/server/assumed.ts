import { LRUCache } from 'lru-cache';
import type { Actor, Context } from '../access/index.js';
import type { ReadPool, Row } from '../database/index.js';
import type { Statement } from '../reading/index.js';
import { actorOfFound, isTouchDue, sessionCheck, sessionFind, sessionKey } from '../tenancy/index.js';

/** How many sessions' owners one process remembers, and how many stations their rights may name in all: some 20 MB at most. */
const most = { max: 4_000, maxSize: 200_000 };

/** What the database must say of an actor that was only remembered, before an answer in that name may go out. */
export interface Assumed {
  readonly check: Statement;
  /** Whether the row of `check` says that nothing has changed; a session that was seen long ago is extended. */
  confirm(row: Row | undefined): Promise<boolean>;
}

/** Who asks by a session: remembered, or just looked up (then there is nothing to confirm). */
export interface Asking {
  actor: Actor;
  assumed: Assumed | null;
}

interface Known {
  actor: Actor;
  mark: string;
}

/** Nobody's scope: it sees no row, and looking a session up needs none. */
const nowhere = { tenantId: -1, reach: new Set<string>(), isPlatform: false };

/**
 * The owners of sessions as this process last saw them. A remembered one saves the look-up its round trip, and no more: the database
 * is asked in the same breath as the question itself whether everything that the rights hang on is as it was.
 */
export class Sessions {
  private readonly known = new LRUCache<string, Known>({ ...most, sizeCalculation: ({ actor }) => sizeOf(actor) });

  constructor(private readonly reading: ReadPool) {}

  /** Null when the session is unknown, idle too long or closed. */
  async ownerOf(token: string, isExtending: boolean, gate: Context['gate']): Promise<Asking | null> {
    const key = sessionKey(token);
    const known = this.known.get(key);
    const touch = async (lastSeenAt: string | null | undefined) => {
      if (isExtending && isTouchDue(lastSeenAt ?? null)) await gate('session_touch', Buffer.from(key, 'hex'));
    };
    if (known) return { actor: known.actor, assumed: this.assume(key, known, token, touch) };
    const [[found, mark, lastSeenAt] = []] = await this.reading.read(nowhere, [sessionFind(token)]);
    if (!found || !mark) return null;
    const actor = actorOfFound(JSON.parse(found));
    this.known.set(key, { actor, mark });
    await touch(lastSeenAt);
    return { actor, assumed: null };
  }

  private assume(key: string, known: Known, token: string, touch: (at: string | null) => Promise<void>): Assumed {
    return {
      check: sessionCheck(token),
      confirm: async (row) => {
        const [mark, lastSeenAt = null] = row ?? [];
        if (mark !== known.mark) {
          this.known.delete(key);
          return false;
        }
        await touch(lastSeenAt);
        return true;
      },
    };
  }
}

function sizeOf({ holdings }: Actor): number {
  return holdings.reduce((sum, { reach }) => sum + (reach === '*' ? 1 : reach.size), 1);
}
