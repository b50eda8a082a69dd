import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded.js';
import { sentenceOf } from './failure.js';

const everyMs = 2_000;

/** Starts the embedded PostgreSQL again when it is found dead, since nobody else would. Answers how to end the watch. */
export function keepRunning(
  dataDir: string,
  first: EmbeddedDatabase,
  say: (line: string) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const watch = async () => {
    const revived: EmbeddedDatabase[] = [];
    while (await pause(ending.signal)) {
      if (await answers(first.port)) continue;
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

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(everyMs, () => end(true));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
