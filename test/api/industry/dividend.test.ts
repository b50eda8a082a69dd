import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import {
  actOn,
  dividendIn,
  dividendInput,
  doneOf,
  faultsOf,
  paymentsOf,
  stepDividend,
  tryDividend,
} from '../../support/projects.js';

const editor = actors.editor('industry', 'chijin');
const finance = actors.finance();
const by = { editor, finance };
let village = '';
let codesOf: string[] = [];

/** Three households with five people, who all were there before 2026. */
beforeAll(async () => {
  village = await stationId('620981102200');
  const clerk = actors.clerk('chijin');
  for (const size of [1, 2, 2]) {
    const household = await makeHousehold(clerk, village);
    codesOf = [...codesOf, household.code];
    for (let i = 0; i < size; i += 1)
      await makePerson(clerk, { householdId: household.id, relation: i === 0 ? 'HEAD' : 'CHILD', name: '李安' });
  }
});

/** An industry programme under way, fresh, so that its year is free. */
async function programme(): Promise<string> {
  let made = await make.programme(editor, 'industry', programmeInput('industry', village));
  for (const step of ['Submit', 'Approve', 'Start'])
    made = await make.step(step === 'Approve' ? actors.office('chijin') : editor, 'industry', step, made);
  return made.id;
}

const input = async (more: object = {}) => dividendInput(await programme(), village, more);

describe('a dividend', () => {
  it('shares a total out to the fen, says who gets the remainder, and writes nothing before it is entered', async () => {
    const given = await input({ total: '100.03' });
    const query = `query ($input: DividendPreviewInput!) { dividendPreview(input: $input) { preview {
      shareCount householdCount total least most extraShares remainderRule isEstimate } errors { code } } dividendPlans { totalCount } }`;
    const { dividendPreview, dividendPlans } = await data(editor, query.replace('PreviewInput', 'PlanCreateInput'), {
      input: given,
    });
    expect(dividendPlans.totalCount).toBe(0);
    expect(dividendPreview.preview).toEqual({
      ...{ shareCount: 5, householdCount: 3, total: '100.03', least: '20.00', most: '20.01', extraShares: 3 },
      remainderRule: '每份 20.00 元；余 3 分，按户编号、同户按登记先后的顺序，前 3 份（共 5 份）各多 1 分。',
      isEstimate: true,
    });
    const plan = doneOf(await tryDividend(editor, given));
    const { dividendPlan } = await data(
      editor,
      `query ($id: ID!) { dividendPlan(id: $id) { remainderRule shares { nodes { no amount payee } } } }`,
      plan,
    );
    expect(dividendPlan.shares.nodes.map((share: { amount: string }) => share.amount)).toEqual([
      '20.01',
      '20.01',
      '20.01',
      '20.00',
      '20.00',
    ]);
    expect(dividendPlan.remainderRule).toBe(dividendPreview.preview.remainderRule);
  });

  it('follows the weights of households, each of which has one that is more than nothing', async () => {
    const weighted = { unit: 'HOUSEHOLD', split: 'WEIGHTED' };
    const weights = (...all: string[]) => all.map((weight, i) => ({ householdCode: codesOf[i], weight }));
    const plan = doneOf(await tryDividend(editor, await input({ ...weighted, weights: weights('1', '2', '0.5') })));
    expect(plan).toMatchObject({ shareCount: 3, total: '100.00', baseShare: null, extraShares: 1 });
    expect(faultsOf(await tryDividend(editor, await input({ ...weighted, weights: weights('1', '0', '1') })))).toEqual([
      ['INVALID', 'input.weights.1'],
    ]);
    expect(faultsOf(await tryDividend(editor, await input({ ...weighted, weights: weights('1') })))).toEqual([
      ['REQUIRED', 'input.weights'],
    ]);
    expect(codes(await tryDividend(editor, await input({ ...weighted, weights: weights('-1', '1', '1') })))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(faultsOf(await tryDividend(editor, await input({ split: 'WEIGHTED' })))).toContainEqual([
      'INVALID',
      'input.unit',
    ]);
  });

  it('is refused over nobody, with a list taken after its day, with two amounts, and twice a year', async () => {
    const given = await input();
    expect(faultsOf(await tryDividend(editor, { ...given, rule: 'MONITORED' }))).toEqual([['INVALID', 'input.rule']]);
    expect(faultsOf(await tryDividend(editor, { ...given, snapshotOn: '2015-01-01' }))).toEqual([
      ['INVALID', 'input.rule'],
    ]);
    expect(faultsOf(await tryDividend(editor, { ...given, snapshotOn: '2026-04-01' }))).toEqual([
      ['INVALID', 'input.snapshotOn'],
    ]);
    expect(faultsOf(await tryDividend(editor, { ...given, snapshotOn: '2100-01-01', dueOn: '2100-01-01' }))).toEqual([
      ['OUT_OF_RANGE', 'input.snapshotOn'],
    ]);
    expect(faultsOf(await tryDividend(editor, { ...given, perHead: '1.00' }))).toEqual([['INVALID', 'input.total']]);
    expect(faultsOf(await tryDividend(editor, { ...given, total: '0.04' }))).toEqual([['OUT_OF_RANGE', 'input.total']]);
    const [one, same] = await Promise.all([tryDividend(editor, given, 'k1'), tryDividend(editor, given, 'k1')]);
    expect(doneOf(one).id).toBe(doneOf(same).id);
    expect(faultsOf(await tryDividend(editor, given))).toEqual([['TAKEN', 'input.year']]);
    const draft = await make.programme(editor, 'industry', programmeInput('industry', village));
    expect(faultsOf(await tryDividend(editor, { ...given, programmeId: draft.id }))).toEqual([
      ['WRONG_STATE', 'input.programmeId'],
    ]);
  });

  it('goes from estimate to reconciled, its payment approved by the finance reviewer alone', async () => {
    const plan = await dividendIn('PUBLISHED', by, await input({ total: null, perHead: '20.00' }));
    expect(plan).toMatchObject({ state: 'PUBLISHED', isEstimate: false, total: '100.00', approvedBy: null });
    expect(codes(await stepDividend(editor, 'Approve', plan))).toEqual(['FORBIDDEN']);
    expect(faultsOf(await stepDividend(editor, 'Pay', plan))).toEqual([['WRONG_STATE', 'id']]);
    expect(codes(await stepDividend(finance, 'Pay', plan))).toEqual(['FORBIDDEN']);
    const approved = doneOf(await stepDividend(finance, 'Approve', plan));
    expect(faultsOf(await stepDividend(editor, 'Reconcile', approved))).toEqual([['WRONG_STATE', null]]);
    const paid = doneOf(await stepDividend(editor, 'Pay', approved));
    expect(paid).toMatchObject({ state: 'PAID', paid: '100.00' });
    expect(faultsOf(await stepDividend(editor, 'Cancel', paid, { reason: ['String!', '示例'] }))).toEqual([
      ['WRONG_STATE', null],
    ]);
    const closed = doneOf(await stepDividend(editor, 'Reconcile', paid));
    expect(closed.state).toBe('RECONCILED');
  });

  it('is never approved by who entered it, though they review for finance too', async () => {
    const admin = actors.admin();
    const { users } = await data(admin, '{ users(where: { search: "industry.chijin" }) { nodes { id account } } }');
    const county = await stationId('620981');
    const grant = { userId: users.nodes[0].id, role: 'FINANCE_REVIEWER', stationId: county, validFrom: '2026-01-01' };
    const query = 'mutation ($input: GrantCreateInput!) { grantCreate(input: $input) { errors { message } } }';
    expect((await data(admin, query, { input: grant })).grantCreate.errors).toEqual([]);
    const plan = await dividendIn('PUBLISHED', by, await input());
    const own = await stepDividend(editor, 'Approve', plan);
    expect([codes(own), own.errors?.[0]?.extensions?.reason]).toEqual([['FORBIDDEN'], 'ownEntry']);
    expect(doneOf(await stepDividend(finance, 'Approve', plan)).approvedBy).toBeTruthy();
  });

  it('pays nobody twice, run twice at once, and pays again what was taken back', async () => {
    const plan = await dividendIn('APPROVED', by, await input());
    const both = await Promise.all([stepDividend(editor, 'Pay', plan), stepDividend(editor, 'Pay', plan)]);
    const outcomes = both.map((answer) => (answer.errors ? codes(answer)[0] : answer.data.answer.record?.state));
    expect(outcomes.toSorted()).toEqual(['PAID', 'STALE']);
    const [first, ...others] = await paymentsOf(editor, plan.id);
    expect(others).toHaveLength(4);
    const reverse = () =>
      actOn(editor, 'dividendPaymentReverse', 'dividendPayment { amount reverses { id } }', {
        id: ['ID!', first?.id],
        reason: ['String!', '账号有误（示例）'],
      });
    const undone = await Promise.all([reverse(), reverse()]);
    expect(undone.map((answer) => (answer.data.answer.record ? 'done' : faultsOf(answer)[0]?.[0])).toSorted()).toEqual([
      'WRONG_STATE',
      'done',
    ]);
    const { dividendPlan } = await data(
      editor,
      `query ($id: ID!) { dividendPlan(id: $id) { id version state paid total } }`,
      plan,
    );
    expect(dividendPlan).toMatchObject({ state: 'PUBLISHED', paid: '80.00', total: '100.00' });
    const again = doneOf(await stepDividend(editor, 'Pay', dividendPlan));
    expect(again).toMatchObject({ state: 'PAID', paid: '100.00' });
    expect(await paymentsOf(editor, plan.id)).toHaveLength(7);
  });

  it('is nobody’s business in another town or county, and its kind alone edits it', async () => {
    const given = await input();
    const plan = doneOf(await tryDividend(editor, given));
    const elsewhere = actors.editor('industry', 'huangzhawan');
    expect(codes(await stepDividend(elsewhere, 'Declare', plan))).toEqual(['NOT_FOUND']);
    expect(codes(await stepDividend(actors.editor('industry', 'daye', '450481'), 'Declare', plan))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codes(await stepDividend(actors.editor('training', 'chijin'), 'Declare', plan))).toEqual(['FORBIDDEN']);
    expect(codes(await tryDividend(elsewhere, given))).toEqual(['NOT_FOUND']);
    expect(codes(await stepDividend(editor, 'Publish', { ...plan, version: plan.version + 1 }))).toEqual(['STALE']);
  });
});
