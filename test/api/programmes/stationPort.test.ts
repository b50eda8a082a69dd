import { describe, expect, test } from '@jest/globals';
import { addDays, today } from '../../../api/kernel/index.js';
import { type ProgrammeAsOf, programmesAsOf } from '../../../api/programmes/index.js';
import { actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import { asCounty } from '../../support/database.js';
import { create, read, stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const village = '620981102200';
const neighbour = '620981102201';
const editor = actors.editor('training', 'chijin');

async function close(input: Record<string, unknown>) {
  const id = await stationId(village);
  const { station } = await data(actors.admin(), 'query ($id: ID!) { station(id: $id) { version } }', { id });
  const query = `mutation ($id: ID!, $version: Int!, $input: StationCloseInput!) {
    stationClose(id: $id, version: $version, input: $input) { station { code } errors { code message } } }`;
  return ask(actors.admin(), query, { id, version: station.version, input });
}

describe('closing a station that has programmes', () => {
  test('is refused while one is open, and hands them over when told to whom', async () => {
    const draft = await create(editor, 'training', village);
    const day = today();
    const refused = await close({ from: day, reason: '撤并' });
    expect(refused.errors ?? []).toEqual([]);
    expect(refused.data.stationClose.errors[0]?.code).toBe('WRONG_STATE');
    const handOverToId = await stationId(neighbour);
    const closed = await close({ from: day, reason: '撤并', handOverToId });
    expect([closed.errors, closed.data?.stationClose?.errors]).toEqual([undefined, []]);
    const seen = await read(editor, 'training', draft.id);
    expect(seen.station.code).toBe(neighbour);
    expect(seen.revisions.at(-1)).toMatchObject({ state: 'IN_FORCE', inForceFrom: day, reason: '撤并' });
  });

  test('the report counts what was handed over at the old station before the day, at the new one from it', async () => {
    const title = '村级点菜式技能培训（示例）';
    const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
    const codes = [];
    for (const day of [addDays(today(), -1), today()]) {
      const { sql, values } = programmesAsOf(tenant?.id ?? -1, day);
      const [row] = await asCounty<ProgrammeAsOf & { code: string }>(
        '620981',
        `select a.*, s.code from (${sql}) a join programme p on p.id = a.id join station s on s.id = a.station_id where p.title = ?`,
        [...values, title],
      );
      codes.push(row?.code);
    }
    expect(codes).toEqual([village, neighbour]);
  });
});
