import { afterEach, describe, expect, test } from '@jest/globals';
import { ref, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { auditScope } from '../../../api/audit/index.js';
import { TenantSession } from '../../../api/database/index.js';
import { newId } from '../../../api/kernel/index.js';
import { ProgrammeAct, ProgrammeState } from '../../../api/programmes/enums.js';
import { Programme } from '../../../api/programmes/programme.js';
import { ProgrammeStep } from '../../../api/programmes/step.js';
import { User } from '../../../api/tenancy/index.js';
import { app } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const county = { tenantId: 1, reach: '*' as const, isPlatform: false };
const { query } = pg.Client.prototype;

afterEach(() => {
  pg.Client.prototype.query = query;
});

/** Work on one programme of the first county, in a session that ends as the work does. */
async function onProgramme<T>(work: (em: EntityManager, programme: Programme) => Promise<T>): Promise<T> {
  const scope = auditScope({ requestId: 'r', client: 'test' });
  const session = new TenantSession((await app()).orm, county, false, (em) => scope.attach(em));
  const em = await session.em();
  const [programme] = await em.find(Programme, { tenantId: 1 }, { orderBy: { id: 'asc' }, limit: 1 });
  let hasFailed = true;
  try {
    const result = await work(em, programme as Programme);
    hasFailed = false;
    return result;
  } finally {
    await session.finish(hasFailed);
  }
}

function stepOf(programme: Programme, id: string, comment: string): ProgrammeStep {
  const { tenantId, station } = programme;
  const moved = { act: ProgrammeAct.UPDATE, from: ProgrammeState.DRAFT, to: ProgrammeState.DRAFT };
  const step = Object.assign(new ProgrammeStep(), { tenantId, id, station, ...moved, onDay: '2026-01-05', comment });
  step.programme = ref(programme);
  return step;
}

/** What is sent from now on: names of prepared statements, and values that travel beside them. */
function listen(): { text: string; name?: string; values?: unknown[] }[] {
  const sent: { text: string; name?: string; values?: unknown[] }[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` in many ways
  pg.Client.prototype.query = function spy(this: pg.Client, ...asked: any[]): any {
    sent.push(typeof asked[0] === 'string' ? { text: asked[0] } : asked[0]);
    return (query as (...all: unknown[]) => unknown).apply(this, asked);
  } as typeof query;
  return sent;
}

const commentsOf = (ids: readonly string[]) =>
  asOwner('select comment from programme_step where id = any($1) order by id', [ids]);

describe('what the unit of work writes', () => {
  test('is a prepared statement with its values beside it, the same for the next row', async () => {
    const sent = listen();
    const hostile = `'); drop table programme_step; -- \\' $1 ? "😀\n`;
    const ids = [newId(), newId()];
    for (const id of ids) {
      await onProgramme(async (em, programme) => {
        em.persist(stepOf(programme, id, hostile));
        await em.flush();
      });
    }
    const inserts = sent.filter(({ text }) => text.startsWith('insert into "programme_step"'));
    expect(inserts).toHaveLength(2);
    expect(inserts[0]?.name).toBe(inserts[1]?.name);
    expect(inserts.every(({ text, values }) => values?.includes(hostile) && !text.includes('drop'))).toBe(true);
    expect(await commentsOf(ids)).toEqual([{ comment: hostile }, { comment: hostile }]);
  });

  test('fails in the flush that wrote it, by the name of its constraint, and keeps nothing', async () => {
    const [known] = await asOwner<{ id: string }>('select id from programme_step where tenant_id = 1 limit 1');
    const failing = onProgramme(async (em, programme) => {
      em.persist(stepOf(programme, known?.id ?? '', '重复'));
      programme.title = '不应留下';
      const error = await em.flush().catch((thrown) => thrown);
      expect(error).toBeInstanceOf(UniqueConstraintViolationException);
      expect(error).toMatchObject({ code: '23505', constraint: 'programme_step_pkey' });
      throw error;
    });
    await expect(failing).rejects.toThrow('programme_step_pkey');
    expect(await asOwner(`select from programme where title = '不应留下'`)).toEqual([]);
    expect(await asOwner(`select from audit_entry where after::text like '%不应留下%'`)).toEqual([]);
  });

  test('has reached the database when its flush ends, with the rows of audit in the same round trip', async () => {
    const id = newId();
    await onProgramme(async (em, programme) => {
      em.persist(stepOf(programme, id, '已写'));
      const sent = listen();
      await em.flush();
      expect(sent.map(({ text }) => /"?(programme_step|audit_entry)"?/.exec(text)?.[1])).toEqual([
        'programme_step',
        'audit_entry',
      ]);
    });
    expect(await commentsOf([id])).toEqual([{ comment: '已写' }]);
  });

  test('knows the first version of a record without asking, and counts on from there', async () => {
    const id = newId();
    await onProgramme(async (em, { station }) => {
      const account = `neu.${id}@620981`;
      const person = em.create(User, {
        tenantId: 1,
        id,
        account,
        name: '新人',
        pinyin: 'xinren',
        initials: 'xr',
        station,
        isDisabled: false,
      });
      const sent = listen();
      await em.persist(person).flush();
      expect(sent.find(({ text }) => text.startsWith('insert into "user"'))?.text).not.toMatch('returning');
      expect(person.version).toBe(1);
      person.name = '新名';
      await em.flush();
      expect(person.version).toBe(2);
    });
    expect(await asOwner('select version, name from "user" where id = $1', [id])).toEqual([
      { version: 2, name: '新名' },
    ]);
  });

  test('is forgotten with its transaction when that is given up', async () => {
    const id = newId();
    const givenUp = onProgramme(async (em, programme) => {
      em.persist(stepOf(programme, id, '作罢'));
      await em.flush();
      throw new Error('given up');
    });
    await expect(givenUp).rejects.toThrow('given up');
    expect(await commentsOf([id])).toEqual([]);
  });
});
