import { describe, expect, test } from '@jest/globals';
import { newId } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { create, done, mistakes, read, stationId, tryCreate, update } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const chijin = '620981102';
const editor = actors.editor('training', 'chijin');

async function count(): Promise<number> {
  const [row] = await asOwner<{ n: number }>('select count(*)::int as n from programme');
  return row?.n ?? 0;
}

describe('a form with mistakes', () => {
  test('names every field at once and leaves nothing behind', async () => {
    const before = await count();
    const input = { title: ' ', endsOn: '2026-11-30', plan: '长'.repeat(5001), plannedSessions: 0 };
    expect(mistakes(await tryCreate(editor, 'training', chijin, input))).toEqual([
      ['REQUIRED', 'input.title'],
      ['TOO_LONG', 'input.plan'],
      ['INVALID', 'input.endsOn'],
      ['OUT_OF_RANGE', 'input.plannedSessions'],
    ]);
    expect(await count()).toBe(before);
  });

  test.each([
    ['a period that ends before it starts', { endsOn: '2026-11-30' }, ['INVALID', 'input.endsOn']],
    ['a period of more than ten years', { endsOn: '2036-12-02' }, ['OUT_OF_RANGE', 'input.endsOn']],
    ['a title of 101 characters', { title: '题'.repeat(101) }, ['TOO_LONG', 'input.title']],
    ['a title with a control character', { title: '题\u0007' }, ['INVALID', 'input.title']],
    ['a responsible person of 61 characters', { responsible: '名'.repeat(61) }, ['TOO_LONG', 'input.responsible']],
  ])('%s is a mistake at its field', async (_name, input, expected) => {
    expect(mistakes(await tryCreate(editor, 'training', chijin, input))).toEqual([expected]);
  });

  test.each([
    ['a budget with three decimals', { budget: '1.005' }, 'budget'],
    ['a negative budget', { budget: '-1.00' }, 'budget'],
    ['a budget that is a number', { budget: 12.5 }, 'budget'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'startsOn'],
    ['an unknown enum value', { category: 'POLITICS' }, 'category'],
    ['an unknown field', { kind: 'JOB' }, 'kind'],
  ])('%s is BAD_USER_INPUT', async (_name, input, field) => {
    const answer = await tryCreate(editor, 'training', chijin, input);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(answer.errors)).toContain(field);
  });

  test('200 KB of text is refused and not stored', async () => {
    const answer = await tryCreate(editor, 'training', chijin, { plan: '长'.repeat(70_000) });
    expect(mistakes(answer)).toEqual([['TOO_LONG', 'input.plan']]);
  });

  test('an update cannot empty what is needed, and what it leaves out stays', async () => {
    const draft = await create(editor, 'training', chijin);
    expect(mistakes(await update(editor, 'training', draft, { title: null, category: null }))).toEqual([
      ['REQUIRED', 'input.title'],
      ['REQUIRED', 'input.category'],
    ]);
    const changed = done(await update(editor, 'training', draft, { startsOn: '2026-12-05', budget: null }));
    expect(changed).toMatchObject({ startsOn: '2026-12-05', endsOn: '2027-02-28', budget: null, title: '冬闲培训' });
    const same = done(await update(editor, 'training', changed, { startsOn: '2026-12-05' }));
    expect(same.version).toBe(changed.version);
  });

  test('a station that is closed takes no programme', async () => {
    const code = '620981102201';
    const id = await stationId(code);
    await asOwner(`update station set closed_on = '2026-01-01' where code = $1`, [code]);
    const answer = await tryCreate(editor, 'training', id);
    await asOwner('update station set closed_on = null where code = $1', [code]);
    expect(mistakes(answer)).toEqual([['INVALID', 'input.stationId']]);
    expect(answer.data.answer.errors[0].message).toContain('2026-01-01');
  });
});

describe('the same create twice', () => {
  test('with one key makes one programme, also at the same moment', async () => {
    const before = await count();
    const key = newId();
    const code = await stationId(chijin);
    const answers = await Promise.all([1, 2].map(() => tryCreate(editor, 'training', code, {}, key)));
    const again = done(await tryCreate(editor, 'training', code, {}, key));
    expect(new Set([...answers.map((a) => done(a).id), again.id]).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('with one key and another input is CONFLICT', async () => {
    const key = newId();
    done(await tryCreate(editor, 'training', chijin, {}, key));
    expect(codes(await tryCreate(editor, 'training', chijin, { title: '别的' }, key))).toEqual(['CONFLICT']);
  });

  test('without a key makes two', async () => {
    const [one, two] = [await create(editor, 'training', chijin), await create(editor, 'training', chijin)];
    expect(one.id).not.toBe(two.id);
    expect((await read(editor, 'training', two.id)).steps).toHaveLength(1);
  });
});

describe('lists with bad arguments', () => {
  test.each([
    ['where: { search: "a\\u0000b" }', ['where', 'search']],
    [`where: { search: "${'a'.repeat(51)}" }`, ['where', 'search']],
    ['where: { period: { from: "2026-02-01", to: "2026-01-01" } }', ['where', 'period', 'to']],
    ['first: 100000', ['first']],
    ['offset: -1', ['offset']],
    ['after: "made up"', ['after']],
  ])('%s is refused with its path', async (argument, path) => {
    const answer = await ask(editor, `{ trainingProgrammes(${argument}) { nodes { id } } }`);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(path);
  });

  test.each([
    ['a word for a day', ['abc', newId()]],
    ['a text for an id', ['2020-01-01', 'x']],
    ['a number for a day', [7, newId()]],
  ])('a cursor made up with %s is refused as none of ours', async (_name, values) => {
    const after = Buffer.from(JSON.stringify(['programmes startsOn DESC', ...values])).toString('base64url');
    const answer = await ask(editor, 'query ($after: String) { programmes(after: $after) { nodes { id } } }', {
      after,
    });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(['after']);
  });

  test('an id that is none finds nothing', async () => {
    const query = '{ programmes(where: { id: { in: ["x"] }, station: { in: ["y"] } }) { totalCount nodes { id } } }';
    expect((await data(editor, query)).programmes).toEqual({ totalCount: 0, nodes: [] });
  });
});
