import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import {
  type MadeCourse,
  makeDemand,
  makeMenuItem,
  makeSessionOf,
  makeTestedCourse,
  mutationOf,
} from '../../support/learning.js';
import { stationId } from '../../support/programmes.js';

const editor = actors.editor('training', 'chijin');
const clerk = actors.clerk('chijin');
const makers = { editor, director: actors.office('chijin'), clerk };

const input = ['TrainingDemandCreateInput!', null] as [string, null];
const createDocument = mutationOf('trainingDemandCreate', { input }, 'trainingDemand', 'id version state');
const batch = 'done rows { isDone message demand { id state session { heldOn } } }';
const scheduleDocument = `mutation ($ids: [ID!]!, $sessionId: ID!) {
  answer: trainingDemandsSchedule(ids: $ids, sessionId: $sessionId) { result { ${batch} } errors { path code message } } }`;
const meetDocument = `mutation ($ids: [ID!]!) {
  answer: trainingDemandsMeet(ids: $ids) { result { ${batch} } errors { path code message } } }`;
const boardDocument = `query ($within: ID) { trainingDemandBoard(within: $within) {
  item { title } station { code } asked requested scheduled met declined urgent } }`;

let [town, village, otherVillage] = ['', '', ''];
let course: MadeCourse;

beforeAll(async () => {
  [town, village, otherVillage] = (await Promise.all(
    ['620981102', '620981102200', '620981102201'].map((code) => stationId(code)),
  )) as [string, string, string];
  course = await makeTestedCourse(makers, town, []);
});

async function person(at: string, name: string): Promise<string> {
  const { id } = await makeHousehold(clerk, at);
  return (await makePerson(clerk, { householdId: id, relation: 'HEAD', name })).id;
}

describe('the menu', () => {
  it('is the town’s, is read from its villages, and ends without taking wishes along', async () => {
    const item = await makeMenuItem(editor, town, '果树修剪');
    await makeDemand(clerk, { itemId: item.id, stationId: village, people: 4 });
    const read = '{ trainingMenuItems { nodes { title station { code } } } }';
    const { trainingMenuItems } = await data(actors.station('chijin'), read);
    expect(trainingMenuItems.nodes).toContainEqual({ title: '果树修剪', station: { code: '620981102' } });
    const close = `mutation ($id: ID!, $version: Int!) { trainingMenuItemClose(id: $id, version: $version) { trainingMenuItem { isClosed } errors { code } } }`;
    const closed = await data(editor, close, { id: item.id, version: item.version });
    expect(closed.trainingMenuItemClose.trainingMenuItem).toEqual({ isClosed: true });
    expect(codes(await ask(editor, close, { id: item.id, version: item.version }))).toEqual(['STALE']);
    const late = await data(clerk, createDocument, { input: { itemId: item.id, stationId: otherVillage } });
    expect(late.trainingDemandCreate.errors[0]).toMatchObject({ path: ['input', 'itemId'], code: 'WRONG_STATE' });
    const { trainingDemands } = await data(
      editor,
      'query ($id: ID!) { trainingDemands(where: { item: { in: [$id] } }) { totalCount } }',
      {
        id: item.id,
      },
    );
    expect(trainingDemands.totalCount).toBe(1);
  });

  it('is offered by a town or the county, under one name once, and by no editor of another kind', async () => {
    await makeMenuItem(editor, town, '小拱棚');
    const create = mutationOf(
      'trainingMenuItemCreate',
      { input: ['TrainingMenuItemCreateInput!', null] },
      'trainingMenuItem',
      'id',
    );
    const same = await data(editor, create, { input: { stationId: town, title: '小拱棚', category: 'TECHNIQUE' } });
    expect(same.trainingMenuItemCreate.errors[0]).toMatchObject({ path: ['input', 'title'], code: 'TAKEN' });
    const below = await data(editor, create, { input: { stationId: village, title: '小拱棚', category: 'TECHNIQUE' } });
    expect(below.trainingMenuItemCreate.errors[0]).toMatchObject({ path: ['input', 'stationId'], code: 'INVALID' });
    const other = await ask(actors.editor('jobs', 'chijin'), create, {
      input: { stationId: town, title: '电焊', category: 'VOCATIONAL' },
    });
    expect(codes(other)).toEqual(['FORBIDDEN']);
  });
});

describe('a wish', () => {
  it('goes from asking to a session that was held, and the board shows each step by item and village', async () => {
    const item = await makeMenuItem(editor, town, '肉羊育肥');
    const own = await makeDemand(clerk, { itemId: item.id, personId: await person(village, '李安'), priority: 'HIGH' });
    const group = await makeDemand(clerk, { itemId: item.id, stationId: otherVillage, people: 12 });
    const line = async () => {
      const { trainingDemandBoard } = await data(editor, boardDocument, { within: town });
      return trainingDemandBoard.filter((one: { item: { title: string } }) => one.item.title === '肉羊育肥');
    };
    expect(await line()).toEqual([
      {
        item: { title: '肉羊育肥' },
        station: { code: '620981102200' },
        asked: 1,
        requested: 1,
        scheduled: 0,
        met: 0,
        declined: 0,
        urgent: 1,
      },
      {
        item: { title: '肉羊育肥' },
        station: { code: '620981102201' },
        asked: 12,
        requested: 12,
        scheduled: 0,
        met: 0,
        declined: 0,
        urgent: 0,
      },
    ]);
    const early = await data(editor, meetDocument, { ids: [own.id] });
    expect(early.answer.result.rows[0]).toMatchObject({ isDone: false, message: '尚未排课，不能标为已满足。' });
    const [held, ahead] = [await makeSessionOf(course, '2026-05-02'), await makeSessionOf(course, '2026-12-30')];
    await data(editor, scheduleDocument, { ids: [own.id], sessionId: held });
    await data(editor, scheduleDocument, { ids: [group.id], sessionId: ahead });
    const { answer } = await data(editor, meetDocument, { ids: [own.id, group.id] });
    expect(answer.result.done).toBe(1);
    expect(answer.result.rows.find((row: { demand: { id: string } }) => row.demand.id === group.id)).toMatchObject({
      isDone: false,
      message: '所排课次尚未举行。',
    });
    const after = await line();
    expect(after.map(({ scheduled, met }: { scheduled: number; met: number }) => [scheduled, met])).toEqual([
      [0, 1],
      [12, 0],
    ]);
  });

  it('is open once: the same click twice makes one, and two at once make one', async () => {
    const item = await makeMenuItem(editor, town, '土鸡散养');
    const wish = { itemId: item.id, stationId: village, people: 3 };
    const twice = await Promise.all([1, 2].map(() => ask(clerk, createDocument, { input: wish })));
    expect(twice.map(({ data: said }) => said.trainingDemandCreate.errors.length).sort()).toEqual([0, 1]);
    const keyed = `mutation ($input: TrainingDemandCreateInput!) {
      trainingDemandCreate(input: $input, idempotencyKey: "one") { trainingDemand { id } errors { code } } }`;
    const next = { ...wish, stationId: otherVillage };
    const [first, again] = [await data(clerk, keyed, { input: next }), await data(clerk, keyed, { input: next })];
    expect(again.trainingDemandCreate).toEqual(first.trainingDemandCreate);
  });

  it('is declined with a reason, and then neither scheduled nor declined again', async () => {
    const item = await makeMenuItem(editor, town, '挖掘机');
    const { id, version } = await makeDemand(clerk, { itemId: item.id, stationId: village });
    const decline = `mutation ($id: ID!, $version: Int!, $reason: String!) {
      answer: trainingDemandDecline(id: $id, version: $version, reason: $reason) { trainingDemand { state reason version } errors { path code } } }`;
    const bare = await data(editor, decline, { id, version, reason: ' ' });
    expect(bare.answer.errors).toEqual([{ path: ['reason'], code: 'REQUIRED' }]);
    const said = await data(editor, decline, { id, version, reason: '本县无此资质' });
    expect(said.answer.trainingDemand).toMatchObject({ state: 'DECLINED', reason: '本县无此资质' });
    const again = await data(editor, decline, { id, version: said.answer.trainingDemand.version, reason: '再次' });
    expect(again.answer.errors[0].code).toBe('WRONG_STATE');
    const { answer } = await data(editor, scheduleDocument, {
      ids: [id],
      sessionId: await makeSessionOf(course, '2026-05-03'),
    });
    expect(answer.result).toMatchObject({ done: 0, rows: [{ isDone: false, message: '该需求已办结或未采纳。' }] });
  });

  it('needs either a person or a village, a number within bounds, and a day that has come', async () => {
    const item = await makeMenuItem(editor, town, '电商');
    const none = await data(clerk, createDocument, { input: { itemId: item.id } });
    expect(none.trainingDemandCreate.errors[0]).toMatchObject({ path: ['input', 'personId'], code: 'REQUIRED' });
    const wrong = { itemId: item.id, stationId: village, people: 0, askedOn: '2030-01-01' };
    const { trainingDemandCreate } = await data(clerk, createDocument, { input: wrong });
    expect(trainingDemandCreate.errors.map(({ path }: { path: string[] }) => path[1])).toEqual(['askedOn', 'people']);
  });

  it('of another town cannot be scheduled here, nor is it seen or counted', async () => {
    const item = await makeMenuItem(editor, town, '核桃嫁接');
    const strange = await makeDemand(actors.clerk('huangzhawan'), {
      itemId: item.id,
      stationId: await stationId('620981105200'),
    });
    const sessionId = await makeSessionOf(course, '2026-05-04');
    expect(codes(await ask(editor, scheduleDocument, { ids: [strange.id], sessionId }))).toEqual(['NOT_FOUND']);
    const { trainingDemandBoard } = await data(editor, boardDocument, {});
    expect(trainingDemandBoard.some((one: { item: { title: string } }) => one.item.title === '核桃嫁接')).toBe(false);
    expect(codes(await ask(clerk, scheduleDocument, { ids: [strange.id], sessionId }))).toEqual(['FORBIDDEN']);
  });
});
