import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../api/kernel/index.js';
import { sourceFiles, sourceText } from './sources.js';

/** All that may lie at the top, beside dot-files and what building and running leave behind. */
const card = ['LICENSE', 'README.md', 'admin', 'api', 'docker-compose.yml', 'package-lock.json', 'package.json']
  .concat(['schema.graphql', 'test', 'tsconfig.json'])
  .concat(['node_modules', 'dist', 'data']);

function longerThan(lines: number, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const length = sourceText(file).split('\n').length - 1;
    return length > lines ? [`${file} has ${length} lines`] : [];
  });
}

describe('sizes', () => {
  test('a file has at most 250 lines, a test at most 400', () => {
    expect(longerThan(250, [...sourceFiles('api'), ...sourceFiles('admin')])).toEqual([]);
    expect(longerThan(400, sourceFiles('test'))).toEqual([]);
    expect(longerThan(10, ['package-lock.json'])).toHaveLength(1);
  });

  test('the linter refuses a function of more than 40 lines', () => {
    const functionOf = (lines: number): string =>
      `export function f(): void {\n${'  console.info();\n'.repeat(lines)}}\n`;
    expect(lint(functionOf(38))).toMatch(/Checked 1 file in .* No fixes applied/);
    expect(lint(functionOf(38))).not.toContain('noExcessive');
    expect(lint(functionOf(39))).toContain('noExcessiveLinesPerFunction');
  });
});

/** What the linter says of a planted file of the API, by the house's own rules. */
function lint(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin', 'biome');
  try {
    cpSync(join(packageRoot(), '.biome.json'), join(folder, '.biome.json'));
    mkdirSync(join(folder, 'api'));
    writeFileSync(join(folder, 'api', 'planted.ts'), code);
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '.'], { cwd: folder, encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('names', () => {
  test('nothing lies at the top that is not on the card', () => {
    const found = readdirSync(packageRoot()).filter((name) => !name.startsWith('.') && !card.includes(name));
    expect(found).toEqual([]);
  });

  test('no room is a place for odds and ends', () => {
    const files = [...sourceFiles('api'), ...sourceFiles('admin')];
    const bags = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|types)(\/|\.tsx?$)/.test(file));
    expect(bags).toEqual([]);
  });

  test('a relative import ends in .js, and a test imports jest by name', () => {
    const all = [...sourceFiles('api'), ...sourceFiles('test')];
    const bare = all.filter((file) => /from '\.[^']*(?<!\.js|\.json)'/.test(sourceText(file)));
    expect(bare.filter((file) => !file.startsWith('test/house/'))).toEqual([]);
    const tests = all.filter((file) => file.endsWith('.test.ts'));
    expect(tests.filter((file) => !sourceText(file).includes("from '@jest/globals'"))).toEqual([]);
  });
});
