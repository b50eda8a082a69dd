import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { allPermissions, Role, roles } from '../../api/access/index.js';
import { packageRoot } from '../../api/kernel/index.js';
import { isAdditive, metrics } from '../../api/reports/index.js';
import { schema } from '../../api/schema.js';
import { actors } from '../support/actors.js';
import { ask } from '../support/app.js';
import { make } from '../support/make.js';
import { stationId } from '../support/programmes.js';
import { sourceText } from './sources.js';

/** Acts whose first letter says something else already. */
const letters: Readonly<Record<string, string>> = { enrol: 'n', reveal: 'v', review: 'a', report: 's', run: 'e' };

/** What stands between the marks of a table that is printed from the code. */
const marked = (name: string) => new RegExp(`(<!-- ${name} -->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);
const printed = { matrix, metrics: catalogue };

/** `UPDATE=1 npm test` writes the tables anew: who may do what from the policies, the metrics from their catalogue. */
if (process.env.UPDATE) {
  const written = Object.entries(printed).reduce(
    (text, [name, print]) => text.replace(marked(name), (_all, start, _old, end) => `${start}${print()}${end}`),
    sourceText('README.md'),
  );
  writeFileSync(join(packageRoot(), 'README.md'), written);
}

const readme = sourceText('README.md');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text as string);

/** A line per role, a column per area of the policy tables, and in each cell letters of what the role may do. */
function matrix(): string {
  schema();
  const held = [...allPermissions()].map(([name, facts]) => {
    const [area, act] = name.split('.') as [string, string];
    return { area, letter: letters[act] ?? act.charAt(0), roles: facts.roles };
  });
  const columns = [...new Set(held.map(({ area }) => area))].sort();
  const lines = Object.values(Role).map((role) => {
    const cells = columns.map((column) =>
      held.flatMap(({ area, letter, roles }) => (area === column && roles.includes(role) ? [letter] : [])).join(' '),
    );
    return [`${roles[role].says.en} ${roles[role].says.zh}`, ...cells];
  });
  const rows = [['role', ...columns], ['---', ...columns.map(() => '---')], ...lines];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** A line per metric: its key, names and sentence, when it falls, how it adds, and what it may be split by. */
function catalogue(): string {
  const falls = { ON_DAY: 'in the period', AS_OF: 'on the day', DURING: 'overlapping' };
  const lines = metrics.map((metric) => {
    const { key, name, says, unit } = metric;
    const adds = isAdditive(metric) ? 'adds' : 'counted anew';
    const splits = Object.keys(metric.splits).join(' ').toLowerCase();
    return [`\`${key}\``, name.zh, `${unit.zh} ${unit.en}`, falls[metric.falls], adds, splits, says.en];
  });
  const rows = [['metric', '指标', 'unit', 'counts', 'total', 'splits', 'what it is'], Array(7).fill('---'), ...lines];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

describe('the README', () => {
  test('says what a newcomer needs in the order in which they need it', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'Run',
      'Test',
      'Sign in',
      'Ask it something',
      'Who may do what',
      'A real PostgreSQL',
      'The house',
      'Words',
    ]);
    expect(readme.indexOf('\n## ') - readme.indexOf('\n\n')).toBeGreaterThan(100);
  });

  test('names every variable that is read', () => {
    const read = ['api/start/config.ts', 'api/database/orm.ts'].flatMap((file) =>
      [...sourceText(file).matchAll(/(?:env, '|process\.env\.)([A-Z_]+)/g)].map(([, name]) => name as string),
    );
    expect(read.length).toBeGreaterThan(8);
    const [table = ''] = readme.match(/^\| variable [\s\S]*?\n\n/m) ?? [];
    expect(read.filter((name) => !table.includes(`\`${name}`))).toEqual([]);
  });

  test('has every room of the house on its map', () => {
    const [map = ''] = readme.match(/^api\/\n[\s\S]*?^```/m) ?? [];
    const rooms = ['api', 'admin'].flatMap((top) =>
      readdirSync(join(packageRoot(), top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'public')
        .map(({ name }) => `${name}/`),
    );
    expect(rooms.length).toBeGreaterThan(20);
    expect(rooms.filter((room) => !new RegExp(`(^|\\s)${room}`).test(map))).toEqual([]);
  });

  test('shows who may do what as the policy tables say it', () => {
    expect(marked('matrix').exec(readme)?.[2]).toBe(matrix());
  });

  test('shows every metric as the catalogue has it', () => {
    expect(metrics.length).toBeGreaterThanOrEqual(30);
    expect(marked('metrics').exec(readme)?.[2]).toBe(catalogue());
  });
});

describe('what the README asks', () => {
  let secret = '';
  beforeAll(async () => {
    const scopes = ['STATIONS', 'TRAINING', 'JOBS', 'INDUSTRY', 'REPORTS'];
    const expiresOn = `${new Date().getFullYear() + 1}-06-30`;
    const stationIds = [await stationId('620981')];
    ({ secret } = await make.key(actors.admin(), { scopes, stationIds, expiresOn }));
  });

  /** Asks with the partner's key, in this year instead of that of the writing, as a reader would. */
  async function answerTo(
    query: string,
  ): Promise<Record<string, { nodes?: unknown[]; towns?: unknown[]; lines?: unknown[] }>> {
    const answer = await ask(actors.partner(secret), query.replaceAll('2026-', `${new Date().getFullYear()}-`));
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  test('are four queries and a curl', () => {
    expect(blocks('graphql').map((query) => /^query (\w+)/.exec(query)?.[1])).toEqual([
      'Villages',
      'Programmes',
      'Towns',
      'Quarter',
    ]);
    expect(readme).toMatch(/curl .*\n\s+-d '\{"query":/);
  });

  test.each(blocks('graphql').map((query) => [/\w+ \w+/.exec(query)?.[0], query] as const))(
    'is answered with rows: %s',
    async (_name, query) => {
      const [found] = Object.values(await answerTo(query));
      expect((found?.nodes ?? found?.towns ?? found?.lines)?.length).toBeGreaterThan(0);
    },
  );

  test('and the curl too', async () => {
    const [, body = ''] = /-d '(\{"query".*\})'/.exec(readme) ?? [];
    const { stations } = await answerTo((JSON.parse(body) as { query: string }).query);
    expect(stations?.nodes).toHaveLength(3);
  });
});
