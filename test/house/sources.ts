import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { packageRoot } from '../../api/kernel/index.js';

/** One import inside the house; both ends are source files such as `api/tenancy/station.ts`. */
export interface Import {
  from: string;
  to: string;
  /** It is gone after compiling, so it makes no circle when the program runs; the floors bind it all the same. */
  isTypeOnly: boolean;
}

/** Every source file under a folder of the house, such as `api`, by its path from the root. */
export function sourceFiles(folder: string): string[] {
  const top = join(packageRoot(), folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(packageRoot(), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The text of a file of the house. */
export function sourceText(file: string): string {
  return readFileSync(join(packageRoot(), file), 'utf8');
}

/** Imports of files of the house under a folder: the compiled ones by the lexer, and the types that compiling erases. */
export async function importsUnder(folder: string): Promise<Import[]> {
  await init;
  const found: Import[] = [];
  for (const from of sourceFiles(folder)) {
    const compiled = specifiersOf(readFileSync(join(packageRoot(), 'dist', from.replace(/\.tsx?$/, '.js')), 'utf8'));
    const written = [...sourceText(from).matchAll(/^(?:import|export)\b[^;'"]*?from '(\.[^']+)'/gms)].map(
      (m) => m[1] ?? '',
    );
    for (const specifier of new Set([...compiled, ...written])) {
      const to = fileOf(from, specifier);
      if (to) found.push({ from, to, isTypeOnly: !compiled.includes(specifier) });
    }
  }
  return found;
}

function specifiersOf(code: string): string[] {
  const [imports] = parse(code);
  return imports.flatMap((one) => (one.specifier?.startsWith('.') ? [one.specifier] : []));
}

/** The source that a relative import means, or null when it is no code (a style sheet, a text). */
function fileOf(from: string, specifier: string): string | null {
  const target = normalize(join(dirname(from), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '');
  return ['.ts', '.tsx'].map((end) => `${target}${end}`).find((file) => existsSync(join(packageRoot(), file))) ?? null;
}
