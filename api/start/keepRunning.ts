import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded.js';
import { sentenceOf } from './failure.js';

const everyMs = 1_000;

/**
 * Starts the embedded PostgreSQL again when it has ended, since nobody else would, or joins the one that another instance has
 * started again. Answers how to end the watch.
 */
export function keepRunning(
  dataDir: string,
  first: EmbeddedDatabase,
  say: (line: string) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const watch = async (): Promise<void> => {
    const revived: EmbeddedDatabase[] = [];
    while (await pause(ending.signal)) {
      if (await (revived.at(-1) ?? first).isHeld()) continue;
      say('The embedded PostgreSQL has ended; starting it again');
      const again = await startEmbedded({ dataDir, progress: say }).catch((error) => say(sentenceOf(error)));
      if (again) revived.push(again);
    }
    for (const database of revived.reverse()) await database.stop();
  };
  const watched = watch();
  return () => {
    ending.abort();
    return watched;
  };
}

async function pause(signal: AbortSignal): Promise<boolean> {
  await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
  return !signal.aborted;
}
