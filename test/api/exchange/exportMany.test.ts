import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { exportLists } from '../../../api/exchange/index.js';
import { actors } from '../../support/actors.js';
import { app, credentials, data, useRecords } from '../../support/app.js';
import { rowsOf, take } from '../../support/export.js';
import { asOwner } from '../../support/sql.js';

const admin = actors.admin();
const counties = ['620981', '653123', '620702', '450481', '141034'];
const crowd = 2_345;

beforeAll(async () => {
  useRecords();
  await app();
}, 240_000);

/** Accounts without a use, past every rule. */
async function addAccounts(county: string, from: number, to: number): Promise<void> {
  await asOwner(
    `insert into "user" (tenant_id, id, account, name, pinyin, initials)
     select t.id, gen_random_uuid(), 'extra' || lpad(i::text, 6, '0') || '@' || t.code, '示例', 'shili', 'sl'
     from tenant t, generate_series($2::int, $3::int) i where t.code = $1`,
    [county, from, to],
  );
}

describe('every list', () => {
  it('goes out whole: as many rows as it counts, in every county', async () => {
    const empty: string[] = [];
    for (const list of exportLists.keys()) {
      if (list.includes('.')) continue;
      let found = 0;
      for (const county of counties) {
        const by = actors.admin(county);
        const counted = (await data(by, `{ list: ${list} { totalCount } }`)).list.totalCount;
        expect([list, rowsOf(await take(by, { list })).length]).toEqual([list, counted]);
        found += counted;
      }
      if (found === 0) empty.push(list);
    }
    // The articles name nobody who looks for work.
    expect(empty).toEqual(['jobSeekers']);
  });

  it('goes out as well where it hangs on a course or a session', async () => {
    const query = `query ($after: String) { courses(first: 100, after: $after) { nodes { id enrolments(first: 0) { totalCount } sessions { id presentCount } } } }`;
    const found = [];
    for (const county of counties) {
      const by = actors.admin(county);
      for (const course of (await data(by, query)).courses.nodes) found.push({ by, ...course });
    }
    const full = found.filter(
      (course) =>
        course.enrolments.totalCount > 0 && course.sessions.some((s: { presentCount: number }) => s.presentCount > 0),
    );
    const { by, id, enrolments, sessions } = full.sort((a, b) => b.enrolments.totalCount - a.enrolments.totalCount)[0];
    const names = rowsOf(await take(by, { list: 'course.enrolments', id }));
    expect(names.length).toBe(enrolments.totalCount);
    expect(names[0]).toMatchObject({
      姓名: expect.stringMatching(/./),
      报名状态: expect.stringMatching(/^\p{Script=Han}+$/u),
    });
    const session = sessions.find((one: { presentCount: number }) => one.presentCount > 0);
    const marks = rowsOf(await take(by, { list: 'courseSession.attendances', id: session.id }));
    expect(marks.filter((row) => row.到课 === '是')).toHaveLength(session.presentCount);
    const abroad = actors.admin(counties.find((county) => by.account !== `admin@${county}`));
    expect(await take(abroad, { list: 'course.enrolments', id })).toMatchObject({ status: 404 });
    expect(await take(abroad, { list: 'courseSession.attendances', id: session.id })).toMatchObject({ status: 404 });
  });
});

describe('a list of many pages', () => {
  beforeAll(() => addAccounts('620981', 1, crowd));

  it('holds every row once, in the order asked for', async () => {
    const asked = { list: 'users', where: { search: 'shili' }, orderBy: { field: 'ACCOUNT', direction: 'DESC' } };
    const accounts = rowsOf(await take(admin, asked)).map((row) => row.账号);
    const wanted = Array.from({ length: crowd }, (_, i) => `extra${String(i + 1).padStart(6, '0')}@620981`);
    expect(accounts).toEqual(wanted.reverse());
  });

  it('is one snapshot: what is written meanwhile is in none of its pages', async () => {
    const address = await origin();
    const response = await fetch(
      `${address}/exports`,
      await sending({ list: 'users', format: 'csv', where: { search: 'shili' } }),
    );
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = Buffer.from((await reader.read()).value ?? []).toString();
    await addAccounts('620981', crowd + 1, crowd + 5);
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += Buffer.from(part.value).toString();
    expect(text.split('\r\n').length - 2).toBe(crowd);
  });

  it('above the cap is refused with the count and how to narrow it; narrowed it goes out', async () => {
    await addAccounts('450481', 1, 50_001);
    const by = actors.admin('450481');
    const { status, error } = await take(by, { list: 'users' });
    expect([status, error?.extensions.code, error?.extensions.path]).toEqual([400, 'BAD_USER_INPUT', ['where']]);
    expect(error?.message).toMatch(/^共 500\d\d 行，一个文件最多 50000 行；请按乡镇、村居或日期筛选后分几次导出。$/);
    const english = await take(by, { list: 'users' }, { 'accept-language': 'en' });
    expect(english.error?.message).toMatch(/holds 50000 at most; filter by town/);
    expect(rowsOf(await take(by, { list: 'users', where: { search: 'extra00000' } }))).toHaveLength(9);
  });
});

let listening: Promise<string> | null = null;

function origin(): Promise<string> {
  listening ??= app().then(({ server }) => server.listen({ port: 0, host: '127.0.0.1' }));
  return listening;
}

async function sending(asked: object, signal?: AbortSignal): Promise<RequestInit> {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await credentials(admin)) },
    body: JSON.stringify(asked),
    ...(signal && { signal }),
  };
}

/** Connections of the application to this test file's database of which something is so. */
async function connections(what: 'active' | 'waiting' | 'idle in transaction'): Promise<number> {
  const holds =
    what === 'waiting' ? `wait_event_type = 'Lock'` : `state = '${what}' and wait_event_type is distinct from 'Lock'`;
  const [row] = await asOwner<{ count: number }>(
    `select count(*)::int count from pg_stat_activity where datname = current_database() and usename <> current_user and ${holds}`,
  );
  return row?.count ?? 0;
}

describe('a client that hangs up', () => {
  it('while a statement runs has it cancelled; meanwhile a third is told to wait', async () => {
    const address = await origin();
    const locker = new pg.Client({ connectionString: (await app()).ownerUrl });
    await locker.connect();
    const left = [new AbortController(), new AbortController()];
    const sent = await Promise.all(left.map(({ signal }) => sending({ list: 'loans', format: 'xlsx' }, signal)));
    await locker.query('begin; lock table loan in access exclusive mode');
    // Both at once: the database gives a lock up after five seconds, and the first would be over before the second waits.
    const asking = sent.map((one) => fetch(`${address}/exports`, one).catch(({ name }) => name));
    while ((await connections('waiting')) < 2);
    const third = await take(admin, { list: 'households' });
    expect([third.status, third.error?.extensions]).toEqual([
      429,
      expect.objectContaining({ code: 'RATE_LIMITED', retryAfter: 5 }),
    ]);
    for (const one of left) one.abort();
    expect(await Promise.all(asking)).toEqual(['AbortError', 'AbortError']);
    const before = Date.now();
    while ((await connections('waiting')) > 0);
    // The database itself would give the lock up after five seconds.
    expect(Date.now() - before).toBeLessThan(4_000);
    expect((await take(admin, { list: 'households' })).status).toBe(200);
    await locker.query('rollback');
    await locker.end();
  });

  it('in the middle of a file gives the connection back', async () => {
    const address = await origin();
    const asked = { list: 'users', format: 'csv' };
    for (let i = 0; i < 5; i += 1) {
      const left = new AbortController();
      const response = await fetch(`${address}/exports`, await sending(asked, left.signal));
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      expect((await reader.read()).value?.length).toBeGreaterThan(0);
      left.abort();
      while ((await connections('active')) + (await connections('idle in transaction')) > 0);
    }
    expect((await take(admin, asked)).status).toBe(200);
  });
});
