import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold } from '../../support/households.js';
import { instalmentsOf, makeContract, makeCooperative, makeDelivery, stepContract } from '../../support/industry.js';
import { make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const editor = actors.editor('industry', 'chijin');
const deliver = `mutation ($id: ID!, $input: LivestockInstalmentDeliverInput!, $key: String) {
  livestockInstalmentDeliver(id: $id, input: $input, idempotencyKey: $key) {
    livestockDelivery { id value instalment { headDelivered headDue } } errors { path code } } }`;
const end = `mutation ($id: ID!, $version: Int!, $isBreached: Boolean!, $reason: String) {
  livestockContractEnd(id: $id, version: $version, onDay: "2026-06-01", isBreached: $isBreached, reason: $reason) {
    livestockContract { state note endedOn } errors { path code } } }`;

let programmeId = '';
let cooperativeId = '';
let household = '';

beforeAll(async () => {
  const town = await stationId('620981102');
  const input = { ...programmeInput('industry', town), startsOn: '2021-01-01' };
  let programme = await make.programme(editor, 'industry', input);
  for (const step of ['Submit', 'Approve'])
    programme = await make.step(step === 'Approve' ? actors.office('chijin') : editor, 'industry', step, programme);
  programmeId = programme.id;
  cooperativeId = (await makeCooperative(editor, town)).id;
  household = (await makeHousehold(clerk, await stationId('620981102200'))).id;
});

const base = () => ({ householdId: household, programmeId, cooperativeId, startsOn: '2021-01-10' });
const signed = async (more: object = {}) =>
  stepContract(editor, await makeContract(editor, { ...base(), ...more }), 2, '2021-01-12');

describe('a livestock contract', () => {
  it('sets its schedule when it is signed: with carry 3, 4, 3, 4, without 3, 3, 3, 3', async () => {
    const heads = async (more: object) => {
      const due = await instalmentsOf(editor, (await signed(more)).id);
      return due.map((one) => (one as unknown as { headDue: number }).headDue);
    };
    expect(await heads({ head: 7 })).toEqual([3, 4, 3, 4]);
    expect(await heads({ head: 7, isHalfCarried: false })).toEqual([3, 3, 3, 3]);
    expect(await heads({ head: 4, isPrincipalReturned: true, years: 2 })).toEqual([2, 2, 4]);
    expect(await heads({ head: 9, mode: 'GROUP_PURCHASE', cooperativeId: null })).toEqual([]);
  });

  it('takes its steps in order', async () => {
    const made = await makeContract(editor, base());
    const sign = `mutation ($id: ID!, $version: Int!, $onDay: Date!) {
      livestockContractSign(id: $id, version: $version, onDay: $onDay) { errors { path code } } }`;
    const early = await data(editor, sign, { ...made, onDay: '2021-01-12' });
    expect(early.livestockContractSign.errors).toEqual([{ path: null, code: 'WRONG_STATE' }]);
    const checked = await stepContract(editor, made, 1, '2021-01-12');
    const before = await data(editor, sign, { ...checked, onDay: '2021-01-11' });
    expect(before.livestockContractSign.errors).toEqual([{ path: ['onDay'], code: 'OUT_OF_RANGE' }]);
    expect(codes(await ask(editor, sign, { ...made, onDay: '2021-01-12' }))).toEqual(['STALE']);
    const two = await Promise.all([1, 2].map(() => ask(editor, sign, { ...checked, onDay: '2021-01-13' })));
    expect(two.flatMap(codes)).toEqual(['STALE']);
    expect(await instalmentsOf(editor, made.id)).toHaveLength(4);
  });

  it('delivers no more than is due, in kind or at a value, also when two come at once', async () => {
    const [first] = await instalmentsOf(editor, (await signed()).id);
    const input = (more: object) => ({
      id: first?.id,
      input: { head: 2, kind: 'IN_KIND', onDay: '2021-12-20', ...more },
    });
    const wrong = await data(editor, deliver, input({ head: 4, value: '100.00' }));
    expect(wrong.livestockInstalmentDeliver.errors).toEqual([
      { path: ['input', 'head'], code: 'OUT_OF_RANGE' },
      { path: ['input', 'value'], code: 'INVALID' },
    ]);
    const two = await Promise.all([1, 2].map(() => data(editor, deliver, input({}))));
    expect(two.flatMap((one) => one.livestockInstalmentDeliver.errors)).toEqual([
      { path: ['input', 'head'], code: 'OUT_OF_RANGE' },
    ]);
    const rest = { ...input({ head: 1, kind: 'AT_VALUE', value: '1200.50' }), key: 'rest' };
    const [one, again] = [await data(editor, deliver, rest), await data(editor, deliver, rest)];
    expect(one.livestockInstalmentDeliver.livestockDelivery).toMatchObject({
      value: '1200.50',
      instalment: { headDelivered: 3, headDue: 3 },
    });
    expect(again.livestockInstalmentDeliver.livestockDelivery.id).toBe(
      one.livestockInstalmentDeliver.livestockDelivery.id,
    );
  });

  it('takes a delivery back by a line that names it, so that it is due again', async () => {
    const [first] = await instalmentsOf(editor, (await signed()).id);
    const delivery = await makeDelivery(editor, String(first?.id), { head: 3, onDay: '2021-12-20' });
    const reverse = `mutation ($id: ID!) { livestockDeliveryReverse(id: $id, reason: "记错户") {
      livestockDelivery { reverses { id isReversed } instalment { headDelivered deliveries { head } } } errors { code } } }`;
    const { livestockDeliveryReverse } = await data(editor, reverse, { id: delivery.id });
    expect(livestockDeliveryReverse.livestockDelivery).toMatchObject({
      reverses: { id: delivery.id, isReversed: true },
      instalment: { headDelivered: 0, deliveries: [{ head: 3 }, { head: 3 }] },
    });
    const again = await data(editor, reverse, { id: delivery.id });
    expect(again.livestockDeliveryReverse.errors).toEqual([{ code: 'WRONG_STATE' }]);
  });

  it('is completed once nothing is open, and broken off only for a reason', async () => {
    const running = await stepContract(
      editor,
      await makeContract(editor, { ...base(), head: 2, years: 1 }),
      3,
      '2021-01-12',
    );
    const open = await data(editor, end, { ...running, isBreached: false });
    expect(open.livestockContractEnd.errors).toEqual([{ path: null, code: 'WRONG_STATE' }]);
    const [only] = await instalmentsOf(editor, running.id);
    await makeDelivery(editor, String(only?.id), { head: 1, onDay: '2021-12-31' });
    const done = await data(editor, end, { ...running, isBreached: false });
    expect(done.livestockContractEnd.livestockContract).toMatchObject({ state: 'COMPLETED', endedOn: '2026-06-01' });
    const other = await signed();
    const bare = await data(editor, end, { ...other, isBreached: true });
    expect(bare.livestockContractEnd.errors).toEqual([{ path: ['reason'], code: 'REQUIRED' }]);
    const broken = await data(editor, end, { ...other, isBreached: true, reason: '合作社解散' });
    expect(broken.livestockContractEnd.livestockContract).toMatchObject({ state: 'BREACHED', note: '合作社解散' });
  });

  it('is refused where something is missing or out of bounds', async () => {
    const create = `mutation ($input: LivestockContractCreateInput!) { livestockContractCreate(input: $input) { errors { path code } } }`;
    const input = {
      ...base(),
      cooperativeId: null,
      mode: 'AGENT_RAISE',
      species: 'SHEEP',
      head: 0,
      startsOn: '2020-12-31',
      years: 21,
    };
    const { livestockContractCreate } = await data(editor, create, { input });
    expect(livestockContractCreate.errors.map(({ path }: { path: string[] }) => path[1])).toEqual([
      'cooperativeId',
      'startsOn',
      'head',
      'years',
    ]);
    const good = { ...input, cooperativeId, head: 2, startsOn: '2021-01-10', years: 4 };
    const elsewhere = await makeHousehold(actors.clerk('huangzhawan'), await stationId('620981105200'));
    expect(codes(await ask(editor, create, { input: { ...good, householdId: elsewhere.id } }))).toEqual(['NOT_FOUND']);
    for (const who of [clerk, actors.editor('jobs', 'chijin'), actors.editor('training', 'chijin')])
      expect(codes(await ask(who, create, { input: good }))).toEqual(['FORBIDDEN']);
  });
});

describe('figures of livestock', () => {
  const query = `query ($where: LivestockInstalmentFilter, $contracts: LivestockContractFilter) {
    livestockInstalmentTotals(where: $where) { nodes { cooperative { id } dueOn instalments headDue headDelivered headOpen } }
    livestockInstalments(where: $where) { totalCount nodes { headDue headDelivered isOverdue contract { id } } }
    livestockTotals(where: $contracts) { nodes { mode species contracts households head } }
    livestockContracts(where: $contracts) { totalCount } }`;

  it('tell what is overdue by cooperative, as of a day, and the rows add up', async () => {
    const own = (await makeCooperative(editor, await stationId('620981102'))).id;
    const { id } = await signed({ cooperativeId: own, head: 8 });
    const [first] = await instalmentsOf(editor, id);
    await makeDelivery(editor, String(first?.id), { head: 1, onDay: '2021-12-30' });
    await makeDelivery(editor, String(first?.id), { head: 3, onDay: '2022-03-01' });
    const on = async (overdueOn: string) =>
      data(editor, query, {
        where: { cooperative: { in: [own] }, overdueOn },
        contracts: { cooperative: { in: [own] }, asOf: overdueOn },
      });
    const early = await on('2022-02-01');
    expect(early.livestockInstalmentTotals.nodes).toEqual([
      { cooperative: { id: own }, dueOn: '2021-12-31', instalments: 1, headDue: 4, headDelivered: 1, headOpen: 3 },
    ]);
    expect(early.livestockInstalments.totalCount).toBe(1);
    expect(early.livestockTotals.nodes).toEqual([
      { mode: 'AGENT_RAISE', species: 'SHEEP', contracts: 1, households: 1, head: 8 },
    ]);
    expect(early.livestockContracts.totalCount).toBe(1);
    expect((await on('2022-06-01')).livestockInstalments.totalCount).toBe(0);
    const late = await on('2023-06-01');
    expect(late.livestockInstalments.nodes).toEqual([
      { headDue: 4, headDelivered: 0, isOverdue: true, contract: { id } },
    ]);
    expect((await on('2021-01-11')).livestockTotals.nodes).toEqual([]);
  });

  it('show a household its contracts', async () => {
    const ofHousehold =
      'query ($id: ID!) { household(id: $id) { livestockContracts { totalCount nodes { state programme { id } } } } }';
    const found = await data(clerk, ofHousehold, { id: household });
    expect(found.household.livestockContracts.totalCount).toBeGreaterThan(5);
    expect(found.household.livestockContracts.nodes[0].programme).toEqual({ id: programmeId });
  });
});
