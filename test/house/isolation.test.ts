import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../support/actors.js';
import { type Answer, ask, codes, forgetSessions } from '../support/app.js';
import { dryRun } from '../support/dryRun.js';
import { asOwner } from '../support/sql.js';
import { recipes } from './isolation.recipes.js';
import { type Operation, operations, outcomeOf } from './operations.js';
import { Place } from './place.js';

/** Chijin in Yumen is one's own; Daye in Cenxi is another county's. Each is the other's stranger in turn. */
let yumen: Place;
let cenxi: Place;

beforeAll(async () => {
  [yumen, cenxi] = await Promise.all([Place.at('620981102'), Place.at('450481108')]);
});

type Variables = Record<string, unknown>;

/** `where.id.in` of `{ where: { id: { in: ['x'] } } }` is `x`: the value itself, or the first of a list, on the way too. */
function valueAt(variables: Variables, path: string): unknown {
  const value = path.split('.').reduce<unknown>((at, step) => (first(at) as Variables | undefined)?.[step], variables);
  return first(value);
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : (value ?? undefined);
}

/** A copy in which the value at a path is another; a list holds that one alone. */
function withValueAt(variables: Variables, path: string, value: string): Variables {
  const copy = structuredClone(variables);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Variables>((at, step) => first(at[step]) as Variables, copy);
  holder[last] = Array.isArray(holder[last]) ? [value] : value;
  return copy;
}

/** What an answer says, apart from the id that was asked for and the number of the request. */
function saidOf(answer: Answer, id: string): string {
  const said = JSON.stringify([answer.data, answer.errors, answer.status]).replaceAll(id, 'ID');
  return said.replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'REQUEST');
}

/**
 * A fingerprint of every table, apart from what asking itself leaves, and from the seals, which come by the clock: whatever is
 * written has a newer transaction than all rows before it, and whatever is removed is counted no longer.
 */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('session', 'security_event', 'audit_seal') order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as print from "${name}"`,
  );
  const rows = await asOwner<{ name: string; print: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

/** Asks about own records first, which must succeed, and answers what the audit would have kept. */
async function askOwn(operation: Operation, actor: Actor, variables: Variables): Promise<string[]> {
  const { answer, audited } = await dryRun(() => ask(actor, operation.document, variables));
  const said = { outcome: outcomeOf(operation.name, answer), errors: answer.errors, data: answer.data };
  expect(said).toMatchObject({ outcome: 'done', errors: undefined });
  return audited.map((row) => row.act);
}

/** Asks with an id of another county and with one of nobody: the answers must be the same, and say that there is nothing. */
async function askForeign(
  operation: Operation,
  actor: Actor,
  variables: Variables,
  path: string,
  id: string,
): Promise<void> {
  const nobody = path === 'account' ? `nobody@${actor.account?.split('@')[1]}` : randomUUID();
  const foreign = await ask(actor, operation.document, withValueAt(variables, path, id));
  const unknown = await ask(actor, operation.document, withValueAt(variables, path, nobody));
  expect([path, outcomeOf(operation.name, foreign), codes(foreign)]).toEqual([path, 'hidden', codes(unknown)]);
  expect([path, saidOf(foreign, id)]).toEqual([path, saidOf(unknown, nobody)]);
}

/** Mutations that keep their trace in the security log, for they change no record of the county. */
const inSecurityLog = ['signIn', 'signOut', 'sessionEnd', 'sessionsEndOthers'];

describe.each(operations().map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const cases = recipes[name] ?? [];

  test('has a case for every id that it takes', async () => {
    expect(cases.length).toBeGreaterThan(0);
    const asked = await Promise.all(
      cases.map((one) => one.ask(yumen, one.by(yumen))).map((v) => Promise.resolve(v).catch(() => ({}))),
    );
    const bare = operation.idPaths.filter((path) => !asked.some((variables) => valueAt(variables, path) !== undefined));
    expect(name === 'sessionEnd' ? [] : bare).toEqual([]);
  });

  test('answers about one’s own records, and knows nothing of another county’s', async () => {
    const asked = [];
    for (const [own, strange] of [
      [yumen, cenxi],
      [cenxi, yumen],
    ] as const) {
      for (const one of cases) {
        const [actor, stranger] = [one.by(own), one.by(strange)];
        for (const person of one.endsSession ? [actor, stranger] : [actor])
          await ask(person, '{ me { mustChangePassword } }');
        const variables = await one.ask(own, actor);
        asked.push({ one, actor, variables, foreign: await one.ask(strange, stranger) });
      }
    }
    const before = operation.isMutation ? await fingerprint() : null;
    for (const { one, actor, variables, foreign } of asked) {
      for (const path of [...operation.idPaths, ...(one.also ?? [])]) {
        const id = valueAt(foreign, path);
        if (typeof id === 'string') await askForeign(operation, actor, variables, path, id);
      }
    }
    if (before) expect(await fingerprint()).toEqual(before);
    for (const { one, actor, variables } of asked) {
      const audited = await askOwn(operation, actor, variables);
      if (operation.isMutation && !inSecurityLog.includes(name)) expect(audited).toContain(name);
      if (one.endsSession) forgetSessions();
    }
  });
});

test('no case is left of an operation that is gone', () => {
  const names = operations().map((operation) => operation.name);
  expect(Object.keys(recipes).filter((name) => !names.includes(name))).toEqual([]);
});

test('every id of the schema is walked', () => {
  const walked = operations().flatMap((operation) => operation.idPaths.map((path) => `${operation.name}(${path})`));
  expect(walked).toEqual(
    expect.arrayContaining(['station(id)', 'stationMove(input.parentId)', 'stations(where.id.in)']),
  );
  expect(walked.length).toBeGreaterThan(60);
});
