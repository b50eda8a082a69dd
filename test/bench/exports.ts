import type { Running } from './measure.js';

/** A list of the first county as it was taken out as a file some times; seconds until the last byte. */
export interface TakenOut {
  format: string;
  megabytes: number;
  /** The first, in a process that has not made one of the kind before, and the slowest of the others. */
  first: number;
  slowest: number;
}

const times = 5;

/** Takes all 20,000 households out, one file after the other, in the name of the county's editor. */
export async function takeOut(one: Running): Promise<TakenOut[]> {
  const found: TakenOut[] = [];
  for (const format of ['xlsx', 'csv']) {
    const taken: { seconds: number; bytes: number }[] = [];
    for (let i = 0; i < times; i += 1) taken.push(await fileOf(one, format));
    const [first = 0, ...others] = taken.map(({ seconds }) => seconds);
    found.push({ format, megabytes: (taken[0]?.bytes ?? 0) / 2 ** 20, first, slowest: Math.max(...others) });
  }
  return found;
}

async function fileOf({ origin, said }: Running, format: string): Promise<{ seconds: number; bytes: number }> {
  const begun = performance.now();
  const response = await fetch(`${origin}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'lianxin=county.0' },
    body: JSON.stringify({ list: 'households', format }),
  });
  const { byteLength: bytes } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`An export was refused with ${response.status}: ${said().slice(-600)}`);
  return { seconds: (performance.now() - begun) / 1000, bytes };
}
