import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { stationId } from '../../support/programmes.js';
import { briefInput, formInput, makeReports } from '../../support/reports.js';
import { asOwner } from '../../support/sql.js';

const [director, leader, office] = [actors.director(), actors.leader(), actors.office('chijin')];
let county = '';

beforeAll(async () => {
  await app();
  county = await stationId('620981');
}, 120_000);

const kinds = {
  brief: {
    type: 'Brief',
    make: () => makeReports.brief(director, briefInput(county)),
    input: () => briefInput(county, { titleZh: '改过的标题' }),
    read: 'briefReading(id: $id, period: "2024", asOf: "2024-12-31") { title }',
  },
  reportForm: {
    type: 'ReportForm',
    make: () => makeReports.form(director, formInput(county)),
    input: () => formInput(county, { title: '改过的表（示例）' }),
    read: 'reportFormFilled(id: $id, period: "2024", asOf: "2024-12-31") { title }',
  },
} as const;

describe.each(Object.entries(kinds))('a %s', (noun, { type, make, input, read }) => {
  const shown = `${noun} { id version retiredOn retiredBecause } errors { path code message }`;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
  type Shape = any;
  const send = (act: string, takes: string, given: string) => (by: Actor, variables: object) =>
    ask(
      by,
      `mutation ($id: ID!, $version: Int!${takes}) { act: ${noun}${act}(id: $id, version: $version${given}) { ${shown} } }`,
      { ...variables },
    );
  const retire = send('Retire', ', $reason: String!', ', reason: $reason');
  const reinstate = send('Reinstate', '', '');
  const update = send('Update', `, $input: ${type}Input!`, ', input: $input');
  const done = async (answer: ReturnType<typeof retire>): Promise<Shape> => ((await answer).data as Shape)?.act;
  const listed = async (id: string, isRetired?: boolean): Promise<boolean> => {
    const list = `query ($where: ${type}Filter) { all: ${noun}s(where: $where) { nodes { id } } }`;
    const where = { id: { in: [id] }, ...(isRetired !== undefined && { isRetired }) };
    const { all } = await data(director, list, { where });
    return all.nodes.length === 1;
  };

  test('that is retired leaves the list, keeps day and reason, and is still looked up and read', async () => {
    const { id, version } = await make();
    expect([await listed(id), await listed(id, true)]).toEqual([true, false]);
    const answer = await done(retire(director, { id, version, reason: '  上级已改用新表。 ' }));
    expect(answer.errors).toEqual([]);
    expect(answer[noun]).toEqual({
      ...{ id, version: version + 1, retiredBecause: '上级已改用新表。' },
      retiredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect([await listed(id), await listed(id, false), await listed(id, true)]).toEqual([false, false, true]);
    const found = await data(leader, `query ($id: ID!) { ${noun}(id: $id) { retiredBecause } read: ${read} }`, { id });
    expect([found[noun].retiredBecause, typeof found.read.title]).toEqual(['上级已改用新表。', 'string']);
    const [told] = await asOwner<{ act: string; reason: string }>(
      'select act, reason from audit_entry where record_id = $1 order by at desc limit 1',
      [id],
    );
    expect(told).toEqual({ act: `${noun}Retire`, reason: '上级已改用新表。' });
  });

  test('that is retired is not changed and not retired again, until it is taken into use again', async () => {
    const made = await makeReports.retired(director, noun as 'brief', await make());
    const changed = await done(update(director, { ...made, input: input() }));
    expect(changed.errors).toEqual([
      { path: null, code: 'WRONG_STATE', message: expect.stringMatching(/已于 .* 停用；要修改请先恢复使用。$/) },
    ]);
    const twice = await done(retire(director, { ...made, reason: '再停一次' }));
    expect(twice.errors[0].code).toBe('WRONG_STATE');
    const back = await done(reinstate(director, made));
    expect(back[noun]).toMatchObject({ version: made.version + 1, retiredOn: null, retiredBecause: null });
    expect(await listed(made.id)).toBe(true);
    const version = back[noun].version;
    const again = await done(reinstate(director, { id: made.id, version }));
    expect(again.errors).toEqual([{ path: null, code: 'WRONG_STATE', message: expect.stringMatching(/没有停用。$/) }]);
    expect((await done(update(director, { id: made.id, version, input: input() }))).errors).toEqual([]);
  });

  test('is retired with a reason, in the version that was seen, by the centre of its own county', async () => {
    const { id, version } = await make();
    const given = { id, version, reason: '不再使用' };
    for (const [reason, code] of [
      [' ', 'REQUIRED'],
      ['长'.repeat(501), 'TOO_LONG'],
    ] as const) {
      const { errors } = await done(retire(director, { ...given, reason }));
      expect(errors).toEqual([expect.objectContaining({ path: ['reason'], code })]);
    }
    expect(codes(await retire(director, { ...given, version: version + 1 }))).toEqual(['STALE']);
    for (const by of [leader, office, actors.countyEditor('training')])
      expect(codes(await retire(by, given))).toEqual(['FORBIDDEN']);
    expect(codes(await retire(actors.director('450481'), given))).toEqual(['NOT_FOUND']);
    expect(codes(await retire(director, { ...given, id: 'none' }))).toEqual(['NOT_FOUND']);
    expect(codes(await reinstate(actors.director('450481'), { id, version }))).toEqual(['NOT_FOUND']);
    expect(codes(await reinstate(leader, { id, version }))).toEqual(['FORBIDDEN']);
    expect([await listed(id), await listed(id, true)]).toEqual([true, false]);
  });
});
