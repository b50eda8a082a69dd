import { describe, expect, test } from '@jest/globals';
import { addDays, type Day, today } from '../../../api/kernel/index.js';
import { type ProgrammeAsOf, programmesAsOf } from '../../../api/programmes/index.js';
import { actors } from '../../support/actors.js';
import { asCounty } from '../../support/database.js';
import { approved } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const yumen = '620981';

async function asOf(day: Day): Promise<Map<string, ProgrammeAsOf>> {
  const [tenant] = await asOwner<{ id: number }>('select id from tenant where code = $1', [yumen]);
  const { sql, values } = programmesAsOf(tenant?.id ?? -1, day);
  const rows = await asCounty<ProgrammeAsOf & { title: string }>(
    yumen,
    `select a.*, p.title from (${sql}) a join programme p on p.id = a.id`,
    values,
  );
  return new Map(rows.map((row) => [row.title, row]));
}

/** The day that the demo counts its invented past back from: when it was loaded, which may have been before midnight. */
async function loadedOn(): Promise<Day> {
  const [row] = await asOwner<{ at: Date }>('select created_at as at from tenant where code = $1', [yumen]);
  return today(row?.at);
}

describe('programmes as of a day', () => {
  test('a programme approved today is not approved in last week’s, where it did not exist', async () => {
    await approved(actors.editor('jobs', 'chijin'), actors.office('chijin'), 'jobs', '620981102');
    expect((await asOf(today())).get('冬闲培训')?.state).toBe('APPROVED');
    expect((await asOf(addDays(today(), -7))).has('冬闲培训')).toBe(false);
  });

  test('the state is where the last step up to the day led', async () => {
    const title = '枸杞示范园提质（示例）';
    const loaded = await loadedOn();
    const states = [];
    for (const ago of [41, 40, 36, 35, 22, 21, 0]) states.push((await asOf(addDays(loaded, -ago))).get(title)?.state);
    expect(states).toEqual([undefined, 'DRAFT', 'DRAFT', 'SUBMITTED', 'SUBMITTED', 'APPROVED', 'APPROVED']);
  });

  test('the budget is that of the revision in force on the day', async () => {
    const title = '全市高效节水农田（示例）';
    const loaded = await loadedOn();
    const budgets = [];
    for (const ago of [75, 61, 60, 0]) budgets.push(Number((await asOf(addDays(loaded, -ago))).get(title)?.budget));
    expect(budgets).toEqual([85_000_000, 85_000_000, 98_000_000, 98_000_000]);
  });

  test('an amendment that waits does not count', async () => {
    const row = (await asOf(today())).get('温室蔬菜病虫害防治讲座（示例）');
    expect([row?.state, Number(row?.budget)]).toEqual(['RUNNING', 2_000_000]);
  });

  test('as of today it says what the programmes themselves say', async () => {
    const now = await asOf(today());
    const rows = await asCounty<{ title: string; state: string; budget: string | null; station_id: string }>(
      yumen,
      'select title, state, budget, station_id from programme',
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { title, state, budget, station_id } of rows) {
      expect(now.get(title)).toMatchObject({ state, budget, station_id });
    }
  });
});
