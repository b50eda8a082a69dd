import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Role } from '../../api/access/index.js';
import { packageRoot } from '../../api/kernel/index.js';
import { type Actor, actors } from '../support/actors.js';
import { ask, forgetSessions } from '../support/app.js';
import { dryRun } from '../support/dryRun.js';
import { type Case, recipes } from './isolation.recipes.js';
import { type Operation, type Outcome, operations, outcomeOf } from './operations.js';
import { Place } from './place.js';
import { sourceText } from './sources.js';

const file = 'test/house/permissions.matrix.md';
const [county, town, village] = ['620981', '620981102', '620981102200'] as const;
const [otherTown, otherVillage, foreign] = ['620981105', '620981105202', '450481108'] as const;

/** Where each role is held in the demo, by whom, and which station beside it is asked about. */
const holders: Readonly<Record<Role, { who: Actor; own: string; beside: string }>> = {
  PLATFORM_OPERATOR: { who: actors.operator(), own: county, beside: town },
  TENANT_ADMIN: { who: actors.admin(), own: county, beside: town },
  CENTRE_DIRECTOR: { who: actors.director(), own: county, beside: town },
  COUNTY_LEADER: { who: actors.leader(), own: county, beside: town },
  FINANCE_REVIEWER: { who: actors.finance(), own: county, beside: town },
  INSPECTOR: { who: actors.inspector(), own: county, beside: town },
  OFFICE_DIRECTOR: { who: actors.office('chijin'), own: town, beside: otherTown },
  OFFICE_CLERK: { who: actors.clerk('chijin'), own: town, beside: otherTown },
  TRAINING_EDITOR: { who: actors.editor('training', 'chijin'), own: town, beside: otherTown },
  JOBS_EDITOR: { who: actors.editor('jobs', 'chijin'), own: town, beside: otherTown },
  INDUSTRY_EDITOR: { who: actors.editor('industry', 'chijin'), own: town, beside: otherTown },
  SHOPKEEPER: { who: actors.person('shop.chijin@620981'), own: town, beside: otherTown },
  STATION_LEAD: { who: actors.station('chijin'), own: village, beside: otherVillage },
  HELPER: { who: actors.helper('chijin'), own: village, beside: otherVillage },
  TEAM_LEADER: { who: actors.person('team.chijin@620981'), own: village, beside: otherVillage },
  VOLUNTEER: { who: actors.volunteer('chijin'), own: village, beside: otherVillage },
};

const signs: Readonly<Record<Outcome, string>> = {
  done: '●',
  refused: '●',
  forbidden: '○',
  hidden: '·',
  signInFirst: '✕',
};
const legend = `● does it · ○ is refused with the reason (FORBIDDEN) · a dot: as if it did not exist · ✕ is asked to sign in

First sign: a record at one's own station. Second: at a sibling station (for roles of the county: at a town below). An operation
that names no record has one sign. \`other county\` gathers what all sixteen roles get for records of another county.`;

const places = new Map<string, Place>();

beforeAll(async () => {
  const codes = [county, town, village, otherTown, otherVillage, foreign];
  for (const code of codes) places.set(code, await Place.at(code));
});

function placeOf(code: string): Place {
  const place = places.get(code);
  if (!place) throw new Error(`No place ${code}.`);
  return place;
}

/** Really asks, in somebody's name, about records at a station, and takes everything back. */
async function sign(operation: Operation, one: Case, who: Actor, code: string): Promise<string> {
  const place = placeOf(code);
  const isOwn = who.account !== undefined && holdersOf(who).own === code;
  const asker = isOwn ? who : one.by(place);
  if (one.endsSession) {
    forgetSessions();
    for (const person of [asker, who]) await ask(person, '{ me { mustChangePassword } }');
  }
  const variables = await one.ask(place, asker);
  const { answer } = await dryRun(() => ask(who, operation.document, variables));
  if (one.endsSession) forgetSessions();
  const codes = (answer.errors ?? []).map((error) => error.extensions?.code);
  expect([operation.name, who.account, code, codes.filter((c) => c === 'INTERNAL' || c === 'BAD_USER_INPUT')]).toEqual([
    operation.name,
    who.account,
    code,
    [],
  ]);
  const isWithoutRole = answer.errors?.[0]?.extensions?.reason === 'role';
  return isWithoutRole ? 'without the role' : signs[outcomeOf(operation.name, answer)];
}

function holdersOf(who: Actor): { own: string } {
  return Object.values(holders).find((holder) => holder.who.account === who.account) ?? { own: '' };
}

/** One line of the matrix; a role that lacks the permission altogether is refused before any record is looked at. */
async function line(operation: Operation): Promise<string> {
  const [one] = recipes[operation.name] ?? [];
  if (!one) throw new Error(`${operation.name} has no case in isolation.recipes.ts.`);
  const namesRecord = operation.idPaths.length > 0;
  const cells: string[] = [];
  const elsewhere = new Set<string>();
  for (const role of Object.keys(holders) as Role[]) {
    const { who, own, beside } = holders[role];
    const first = await sign(operation, one, who, own);
    if (first === 'without the role') {
      cells.push(namesRecord ? '○ ○' : '○');
      continue;
    }
    if (!namesRecord) {
      cells.push(first);
      continue;
    }
    cells.push(`${first} ${await sign(operation, one, who, beside)}`);
    elsewhere.add(await sign(operation, one, who, foreign));
  }
  const stranger = await sign(operation, one, actors.anonymous, town);
  const other = namesRecord ? [...elsewhere].sort().join(' ') : '–';
  return `| ${[operation.name, ...cells, other, stranger].join(' | ')} |`;
}

const lines = new Map<string, string>();

describe('the matrix role × operation × place', () => {
  const heading = ['operation', ...Object.keys(holders).map((role) => role.replaceAll('_', ' ').toLowerCase())];
  const columns = [...heading, 'other county', 'stranger'];

  test.each(operations().map((operation) => [operation.name, operation] as const))(
    '%s is open to whom the matrix says',
    async (name, operation) => {
      const asked = await line(operation);
      lines.set(name, asked);
      if (process.env.UPDATE) return;
      const written = sourceText(file).split('\n');
      expect(written).toContain(asked);
    },
    60_000,
  );

  test('knows nothing of another county, and opens to strangers only what is public', () => {
    const rows = [...lines.values()].map((row) => row.split(' | '));
    expect(rows.filter((row) => /[●○]/.test(row.at(-2) ?? '')).map((row) => row[0])).toEqual([]);
    const open = rows.filter((row) => !row.at(-1)?.startsWith('✕')).map((row) => [row[0]?.slice(2), row.at(-1)]);
    expect(open.sort()).toEqual([
      ['me', '· |'],
      ['signIn', '● |'],
    ]);
  });

  test('is the file that a reviewer reads', () => {
    const text = [
      '# Who may do what',
      '',
      `${legend}`,
      '',
      `| ${columns.join(' | ')} |`,
      `|${' --- |'.repeat(columns.length)}`,
      ...[...lines.keys()].sort().map((name) => lines.get(name)),
      '',
    ].join('\n');
    if (process.env.UPDATE) writeFileSync(join(packageRoot(), file), text);
    expect(existsSync(join(packageRoot(), file))).toBe(true);
    expect(sourceText(file)).toBe(text);
  });

  test('has a column for every role', () => {
    expect(Object.keys(holders).sort()).toEqual(Object.values(Role).sort());
  });
});
