import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold } from '../../support/households.js';
import { makeDistribution, makeItem } from '../../support/industry.js';
import { make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const editor = actors.editor('industry', 'chijin');
const onDay = '2026-05-06';

const create = `mutation ($input: DistributionsCreateInput!, $key: String) {
  distributionsCreate(input: $input, idempotencyKey: $key) {
    entry { doneCount skippedCount rows { no reason distribution { id isSigned onDay quantity { amount unit } household { code } } } }
    errors { path code message } } }`;
const totals = `query ($where: DistributionFilter) {
  distributionTotals(where: $where) { nodes { item { id } quantity { amount unit } households lines } }
  distributions(where: $where) { totalCount nodes { id isReversed quantity { amount unit } reverses { id } } } }`;

let programmeId = '';
let itemId = '';
const households: string[] = [];
let strange = '';

beforeAll(async () => {
  const [town, village, elsewhere] = await Promise.all(['620981102', '620981102200', '620981105200'].map(stationId));
  let programme = await make.programme(editor, 'industry', programmeInput('industry', town as string));
  for (const step of ['Submit', 'Approve', 'Start'])
    programme = await make.step(step === 'Approve' ? actors.office('chijin') : editor, 'industry', step, programme);
  programmeId = programme.id;
  itemId = (await makeItem(editor, ['PLANT', 'KILOGRAM'])).id;
  for (let i = 0; i < 4; i += 1) households.push((await makeHousehold(clerk, village as string)).id);
  strange = (await makeHousehold(actors.clerk('huangzhawan'), elsewhere as string)).id;
});

const row = (householdId: string | undefined, amount: string, unit = 'PLANT') => ({
  householdId,
  quantity: { amount, unit },
});
const entry = (rows: object[], more: object = {}) => ({ programmeId, itemId, onDay, rows, ...more });

describe('a distribution for a village', () => {
  it('is entered in one go: good rows are kept, others are left out with the reason', async () => {
    const input = entry([
      { ...row(households[0], '100'), isSigned: true },
      row(households[1], '0.5', 'KILOGRAM'),
      row(households[2], '3', 'HEAD'),
      row(households[0], '5'),
      row(strange, '5'),
      row(households[3], '0'),
    ]);
    const { distributionsCreate } = await data(clerk, create, { input });
    expect(distributionsCreate.errors).toEqual([]);
    const { doneCount, skippedCount, rows } = distributionsCreate.entry;
    expect([doneCount, skippedCount]).toEqual([2, 4]);
    expect(rows[0].distribution).toMatchObject({
      isSigned: true,
      onDay,
      quantity: { amount: '100.000', unit: 'PLANT' },
    });
    expect(rows.map((one: { reason: string | null }) => one.reason)).toEqual([
      null,
      null,
      expect.stringContaining('不按这个单位计量'),
      '本次已填过这户。',
      '没有这户。',
      '数量须大于零。',
    ]);
  });

  it('never adds units together, and the rows behind a sum add up to it', async () => {
    const found = await data(clerk, totals, { where: { item: { in: [itemId] }, on: { from: onDay, to: onDay } } });
    expect(found.distributionTotals.nodes.map((one: { quantity: object }) => one.quantity)).toEqual(
      expect.arrayContaining([
        { amount: '100.000', unit: 'PLANT' },
        { amount: '0.500', unit: 'KILOGRAM' },
      ]),
    );
    expect(found.distributions.totalCount).toBe(2);
  });

  it('is refused when nothing of it can be entered, with a mistake for each row', async () => {
    const { distributionsCreate } = await data(clerk, create, {
      input: entry([row(households[2], '3', 'HEAD'), row(strange, '3')]),
    });
    expect(distributionsCreate.entry).toBeNull();
    expect(
      distributionsCreate.errors.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]),
    ).toEqual([
      ['input.rows.0.quantity', 'INVALID'],
      ['input.rows.1.householdId', 'NOT_FOUND'],
    ]);
  });

  it('happens once however often it is sent with one key, also at the same time', async () => {
    const input = entry([row(households[2], '7'), row(strange, '1')]);
    const key = 'the same click';
    const answers = await Promise.all([1, 2, 3].map(() => data(clerk, create, { input, key })));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    const where = { household: { in: [households[2]] } };
    expect((await data(clerk, totals, { where })).distributions.totalCount).toBe(1);
    const other = await ask(clerk, create, { input: entry([row(households[2], '8')]), key });
    expect(codes(other)).toEqual(['CONFLICT']);
  });

  it('is taken back by a line that names it, once', async () => {
    const line = await makeDistribution(clerk, entry([row(households[3], '12')]));
    const reverse = `mutation ($id: ID!) { distributionReverse(id: $id, reason: "户号填错") {
      distribution { note reverses { id } quantity { amount } } errors { code } } }`;
    const answers = await Promise.all([1, 2].map(() => data(clerk, reverse, { id: line.id })));
    const errors = answers.flatMap((one) => one.distributionReverse.errors);
    expect(errors).toEqual([{ code: 'WRONG_STATE' }]);
    const found = await data(clerk, totals, { where: { household: { in: [households[3]] } } });
    expect(found.distributionTotals.nodes).toMatchObject([{ quantity: { amount: '0.000' }, households: 0, lines: 2 }]);
    expect(found.distributions.nodes.map((one: { isReversed: boolean }) => one.isReversed).sort()).toEqual([
      false,
      true,
    ]);
  });

  it('is looked at later: no more can be alive than was given, and once a day', async () => {
    const line = await makeDistribution(clerk, entry([row(households[1], '40')]));
    const check = `mutation ($input: SurvivalCheckCreateInput!) {
      survivalCheckCreate(input: $input) { survivalCheck { alive distribution { id } } errors { path code } } }`;
    const asked = (more: object) => ({ input: { distributionId: line.id, onDay: '2026-06-01', alive: '36', ...more } });
    const more = await data(clerk, check, asked({ alive: '41', onDay: '2026-05-01' }));
    expect(more.survivalCheckCreate.errors.map((one: { code: string }) => one.code)).toEqual([
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
    ]);
    const good = await data(clerk, check, asked({}));
    expect(good.survivalCheckCreate.survivalCheck).toEqual({ alive: '36.000', distribution: { id: line.id } });
    const again = await data(clerk, check, asked({}));
    expect(again.survivalCheckCreate.errors).toMatchObject([{ code: 'TAKEN' }]);
  });

  it('stays within its programme: approved or running, its period, and not a programme of another kind', async () => {
    const town = await stationId('620981102');
    const draft = await make.programme(editor, 'industry', programmeInput('industry', town));
    const jobs = actors.editor('jobs', 'chijin');
    const job = await make.programme(jobs, 'job', programmeInput('job', town));
    const rows = [row(households[0], '1')];
    const state = await data(clerk, create, { input: entry(rows, { programmeId: draft.id, onDay: '2025-01-01' }) });
    expect(state.distributionsCreate.errors).toMatchObject([
      { path: ['input', 'programmeId'], code: 'WRONG_STATE' },
      { path: ['input', 'onDay'], code: 'OUT_OF_RANGE' },
    ]);
    expect(codes(await ask(clerk, create, { input: entry(rows, { programmeId: job.id }) }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(jobs, create, { input: entry(rows) }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.clerk('huangzhawan'), create, { input: entry(rows) }))).toEqual(['NOT_FOUND']);
  });

  it('stands in the file of the household', async () => {
    const query = `query ($id: ID!) { household(id: $id) { distributions { totalCount nodes { quantity { amount } programme { title } item { name } } } } }`;
    const { household } = await data(clerk, query, { id: households[0] });
    expect(household.distributions).toMatchObject({
      totalCount: 1,
      nodes: [{ quantity: { amount: '100.000' }, programme: { title: '示例项目' } }],
    });
  });
});
