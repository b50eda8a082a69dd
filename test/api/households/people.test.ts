import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeFamily, makeHousehold, makePerson } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
const reason = '示例事由';
const number = '99999919800101037X';
let village = '';
let strange = '';

const give = `mutation ($input: HouseholdStatusGiveInput!, $key: String) {
  householdStatusGive(input: $input, idempotencyKey: $key) { householdStatus { id status } errors { path code message } } }`;
const end = `mutation ($id: ID!, $input: SpanEndInput!) {
  householdStatusEnd(id: $id, input: $input) { householdStatus { validTo } errors { path code message } } }`;
const move = `mutation ($input: MembershipMoveInput!) {
  membershipMove(input: $input) { membership { id household { id } } errors { path code message } } }`;
const leave = `mutation ($id: ID!, $input: SpanEndInput!) {
  membershipEnd(id: $id, input: $input) { membership { id } errors { path code message } } }`;
const update = `mutation ($id: ID!, $version: Int!, $input: PersonUpdateInput!) {
  personUpdate(id: $id, version: $version, input: $input) {
    person { id version name birthDay idNumberMasked phoneMasked household { headName } } errors { path code message } } }`;
const reveal = `mutation ($id: ID!, $number: PersonNumber!, $reason: String!) {
  personReveal(id: $id, number: $number, reason: $reason) { revealed { value leftToday } errors { code message } } }`;
const head = `mutation ($id: ID!, $version: Int!, $input: HouseholdHeadChangeInput!) {
  householdHeadChange(id: $id, version: $version, input: $input) {
    household { headName size memberships { relation validTo person { name } } } errors { path code message } } }`;

beforeAll(async () => {
  village = await stationId('620981102200');
  strange = await stationId('620981105202');
});

describe('a status', () => {
  it('is given in the years of its word, never in the future, and never twice at once', async () => {
    const { id } = await makeHousehold(clerk, village);
    const asked = (status: string, from: string, to?: string) =>
      data(clerk, give, { input: { householdId: id, status, from, to, reason } }).then((d) => d.householdStatusGive);
    expect((await asked('REGISTERED', '2013-01-01')).errors).toMatchObject([
      { path: ['input', 'from'], code: 'OUT_OF_RANGE' },
    ]);
    expect((await asked('REGISTERED', '2021-01-01')).errors[0].message).toContain('2014 至 2020');
    expect((await asked('MONITORED_HARDSHIP', '2020-06-01')).errors).toMatchObject([{ code: 'OUT_OF_RANGE' }]);
    expect((await asked('SUBSISTENCE', '2099-01-01')).errors).toMatchObject([{ code: 'OUT_OF_RANGE' }]);
    const registered = await asked('REGISTERED', '2015-01-01');
    expect(registered.errors).toEqual([]);
    expect((await asked('REGISTERED', '2016-01-01')).errors).toMatchObject([
      { path: ['input', 'status'], code: 'TAKEN' },
    ]);
    expect((await asked('EXITED', '2019-12-01')).errors).toEqual([]);
    const ended = await data(clerk, end, { id: registered.householdStatus.id, input: { on: '2019-12-01', reason } });
    expect(ended.householdStatusEnd).toMatchObject({ errors: [], householdStatus: { validTo: '2019-12-01' } });
    const twice = await data(clerk, end, { id: registered.householdStatus.id, input: { reason } });
    expect(twice.householdStatusEnd.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect((await asked('REGISTERED', '2014-06-01', '2015-01-01')).errors).toEqual([]);
    expect((await asked('REGISTERED', '2018-06-01', '2019-06-01')).errors).toMatchObject([{ code: 'TAKEN' }]);
    const found = `query ($id: ID!) { households(where: { id: { in: [$id] }, status: { in: [EXITED] } }) { totalCount } }`;
    expect((await data(clerk, found, { id })).households.totalCount).toBe(1);
  });

  it('is given once when two ask at the same time, or one asks twice with a key', async () => {
    const { id } = await makeHousehold(clerk, village);
    const input = { householdId: id, status: 'SUBSISTENCE', from: '2018-01-01' };
    const answers = await Promise.all([1, 2, 3].map(() => data(clerk, give, { input })));
    expect(answers.filter((one) => one.householdStatusGive.householdStatus)).toHaveLength(1);
    const keyed = { input: { ...input, status: 'FIVE_GUARANTEES' }, key: 'status-1' };
    const [first, second] = [await data(clerk, give, keyed), await data(clerk, give, keyed)];
    expect(second.householdStatusGive.householdStatus.id).toBe(first.householdStatusGive.householdStatus.id);
    const other = await ask(clerk, give, { ...keyed, input });
    expect(codes(other)).toEqual(['CONFLICT']);
  });
});

describe('members', () => {
  it('of five generations and one-person households are normal, and so are rare characters', async () => {
    const { id } = await makeHousehold(clerk, village);
    for (const [relation, name] of [
      ['HEAD', '𬱖明'],
      ['PARENT', '王㛃'],
      ['GRANDPARENT', '王䶮'],
      ['CHILD', '阿依古丽·买买提'],
      ['GRANDCHILD', '王小𬱟'],
    ])
      await makePerson(clerk, { householdId: id, relation, name });
    const { household } = await data(clerk, 'query ($id: ID!) { household(id: $id) { headName size } }', { id });
    expect(household).toEqual({ headName: '𬱖明', size: 5 });
    const single = await makeHousehold(clerk, village);
    await makePerson(clerk, { householdId: single.id, relation: 'HEAD', name: '钱一' });
    const one = await data(clerk, 'query ($id: ID!) { household(id: $id) { size } }', { id: single.id });
    expect(one.household.size).toBe(1);
  });

  it('move to another household and leave, each on a day', async () => {
    const family = await makeFamily(clerk, village);
    const into = await makeFamily(clerk, village);
    const child = family.members[2];
    const input = { personId: child?.id, householdId: into.id, relation: 'CHILD_IN_LAW', from: '2022-10-01', reason };
    const { membershipMove } = await data(clerk, move, { input });
    expect(membershipMove).toMatchObject({ errors: [], membership: { household: { id: into.id } } });
    const again = await data(clerk, move, { input });
    expect(again.membershipMove.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    const back = { ...input, householdId: family.id, from: '2022-09-30' };
    expect((await data(clerk, move, { input: back })).membershipMove.errors).toMatchObject([{ code: 'OUT_OF_RANGE' }]);
    const second = { ...input, personId: family.members[1]?.id, relation: 'HEAD' };
    expect((await data(clerk, move, { input: second })).membershipMove.errors).toMatchObject([{ code: 'TAKEN' }]);
    const gone = await data(clerk, leave, { id: membershipMove.membership.id, input: { on: '2023-01-01', reason } });
    expect(gone.membershipEnd.errors).toEqual([]);
    const { person } = await data(
      clerk,
      'query ($id: ID!) { person(id: $id) { household { id } memberships { validTo } } }',
      { id: child?.id },
    );
    expect(person).toEqual({ household: null, memberships: [{ validTo: '2022-10-01' }, { validTo: '2023-01-01' }] });
    const abroad = await makeFamily(actors.clerk('huangzhawan'), strange);
    expect(codes(await ask(clerk, move, { input: { ...input, householdId: abroad.id } }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(clerk, move, { input: { ...input, personId: abroad.members[0]?.id } }))).toEqual([
      'NOT_FOUND',
    ]);
  });

  it('change the head with what the others are to the new one', async () => {
    const family = await makeFamily(clerk, village);
    const [former, spouse, child] = family.members;
    const asked = (relations: object[]) => ({
      ...family,
      input: { personId: spouse?.id, relations, from: '2024-01-01', reason },
    });
    const bare = await data(clerk, head, asked([{ personId: child?.id, relation: 'CHILD' }]));
    expect(bare.householdHeadChange.errors).toMatchObject([{ path: ['input', 'relations'], code: 'REQUIRED' }]);
    const { householdHeadChange } = await data(clerk, head, asked([{ personId: former?.id, relation: 'SPOUSE' }]));
    expect(householdHeadChange.errors).toEqual([]);
    expect(householdHeadChange.household).toMatchObject({ headName: '王惠', size: 3 });
    const today = householdHeadChange.household.memberships.filter((one: { validTo: unknown }) => !one.validTo);
    expect(today.map((one: { relation: string }) => one.relation).sort()).toEqual(['CHILD', 'HEAD', 'SPOUSE']);
    expect(codes(await ask(clerk, head, asked([])))).toEqual(['STALE']);
  });
});

describe('a person', () => {
  it('is corrected, keeps the numbers sealed, and gives the household its name', async () => {
    const { members } = await makeFamily(clerk, village);
    const id = members[0]?.id;
    const read = await data(clerk, 'query ($id: ID!) { person(id: $id) { version } }', { id });
    const input = { name: '周㐂', idNumber: number, phone: '138 0013 8000' };
    const { personUpdate } = await data(clerk, update, { id, version: read.person.version, input });
    expect(personUpdate).toMatchObject({
      errors: [],
      person: { birthDay: '1980-01-01', idNumberMasked: '9999************7X', household: { headName: '周㐂' } },
    });
    const { version } = personUpdate.person;
    const wrong = await data(clerk, update, { id, version, input: { birthDay: '1981-01-01' } });
    expect(wrong.personUpdate.errors).toMatchObject([{ path: ['input', 'idNumber'], code: 'INVALID' }]);
    const bad = await data(clerk, update, { id, version, input: { phone: '12345', name: ' ' } });
    expect(bad.personUpdate.errors).toMatchObject([{ code: 'INVALID' }, { code: 'REQUIRED' }]);
    const stored = await asOwner('select id_number, phone, id_number_index from person where id = $1', [id]);
    expect(JSON.stringify(stored)).not.toMatch(/13800138000|19800101/);
    const other = members[1]?.id;
    const taken = await data(clerk, update, { id: other, version: 1, input: { idNumber: number } });
    expect(taken.personUpdate.errors).toMatchObject([
      { path: ['input', 'idNumber'], code: 'TAKEN', message: '该身份证号已在本县其他户登记。' },
    ]);
    const found = 'query ($number: String!) { persons(where: { idNumber: $number }) { nodes { id } } }';
    expect((await data(clerk, found, { number: '999999 198001 01037x' })).persons.nodes).toEqual([{ id }]);
    const away = await data(actors.clerk('huangzhawan'), found, { number });
    expect(away.persons.nodes).toEqual([]);
    const cleared = await data(clerk, update, { id, version, input: { phone: null } });
    expect(cleared.personUpdate.person).toMatchObject({ phoneMasked: null, idNumberMasked: '9999************7X' });
  });

  it('is shown beside a probable double within reach', async () => {
    const [one, two] = await Promise.all([makeHousehold(clerk, village), makeHousehold(clerk, village)]);
    for (const { id } of [one, two])
      await makePerson(clerk, { householdId: id, relation: 'HEAD', name: '韩双', birthDay: '1966-03-04' });
    await makePerson(clerk, { householdId: one.id, relation: 'CHILD', name: '韩双', birthDay: '1990-03-04' });
    const away = await makeHousehold(actors.clerk('huangzhawan'), strange);
    const stranger = { householdId: away.id, relation: 'HEAD', name: '韩双', birthDay: '1990-03-04' };
    await makePerson(actors.clerk('huangzhawan'), stranger);
    const doubles = '{ personDoubles { name birthDay household { id } } }';
    const { personDoubles } = await data(clerk, doubles);
    const found = personDoubles.filter((each: { name: string }) => each.name === '韩双');
    expect(found.map((each: { birthDay: string }) => each.birthDay)).toEqual(['1966-03-04', '1966-03-04']);
    const all = (await data(actors.admin(), doubles)).personDoubles as { name: string }[];
    expect(all.filter((each) => each.name === '韩双')).toHaveLength(4);
  });
});

describe('a masked number', () => {
  it('is shown whole for a reason, so often a day, and the audit keeps who looked and never the number', async () => {
    const household = await makeHousehold(clerk, village);
    const phone = '13912345678';
    const { id } = await makePerson(clerk, { householdId: household.id, relation: 'HEAD', name: '冯看', phone });
    const bare = await data(clerk, reveal, { id, number: 'PHONE', reason: ' ' });
    expect(bare.personReveal.errors).toMatchObject([{ code: 'REQUIRED' }]);
    const { personReveal } = await data(clerk, reveal, { id, number: 'PHONE', reason: '电话核实（示例）' });
    expect(personReveal).toEqual({ revealed: { value: phone, leftToday: 19 }, errors: [] });
    const none = await data(clerk, reveal, { id, number: 'ID_NUMBER', reason });
    expect(none.personReveal.revealed).toEqual({ value: null, leftToday: 18 });
    const rows = await asOwner(
      `select act, reason, after from audit_entry where record_id = $1 and act = 'personReveal'`,
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ act: 'personReveal', reason: '电话核实（示例）', after: { shown: 'PHONE' } });
    const all = await asOwner(
      `select 1 from audit_entry where after::text like '%${phone}%' or before::text like '%${phone}%'`,
    );
    expect(all).toEqual([]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => data(clerk, reveal, { id, number: 'PHONE', reason })),
    );
    const shown = answers.filter((one) => one.personReveal.revealed);
    expect(shown).toHaveLength(18);
    expect(answers.find((one) => !one.personReveal.revealed)?.personReveal.errors[0].message).toContain('20 次');
  });

  it('is not for an editor, nor for a clerk of another town', async () => {
    const household = await makeHousehold(clerk, village);
    const { id } = await makePerson(clerk, { householdId: household.id, relation: 'HEAD', name: '陈看' });
    const asked = { id, number: 'PHONE', reason };
    expect(codes(await ask(actors.editor('training', 'chijin'), reveal, asked))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.clerk('huangzhawan'), reveal, asked))).toEqual(['NOT_FOUND']);
  });
});
