import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/**
 * The folder that holds package.json, found by walking up from this module, so that files that the compiler does not
 * copy (place lists, schema.graphql) are found from `dist/` and from the sources alike. Throws if no folder above
 * has one.
 */
export function packageRoot(): string {
  root ??= nearestPackage(dirname(fileURLToPath(import.meta.url)));
  return root;
}

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('No package.json lies above this program: it was moved out of its folder.');
  return nearestPackage(above);
}
