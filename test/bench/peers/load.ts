import { createRequire } from 'node:module';
import { join } from 'node:path';
import { benchFolder } from '../folder.js';

const require = createRequire(join(benchFolder(), 'peers', 'package.json'));

// biome-ignore lint/suspicious/noExplicitAny: the peers are not installed when the house is compiled
export type Foreign = any;

/** A module of the peers, which `npm run bench` installs beside its data: under `test/` every check and start would walk through them. */
export function peer(name: string): Foreign {
  return require(name);
}
