import { describe, expect, test } from '@jest/globals';
import { newId } from '../../../api/kernel/index.js';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data, forgetSessions } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { act, approved, create, done, type Kind, read, refusal, tryCreate, update } from '../../support/programmes.js';

const chijin = '620981102';
const huangzhawan = '620981105';
const editor = actors.editor('training', 'chijin');

interface Next {
  act: string;
  isOpen: boolean;
  reason: string | null;
}

function next(programme: { nextSteps: Next[] }, name: string): Next | undefined {
  return programme.nextSteps.find((step) => step.act === name);
}

describe('a training editor of Chijin', () => {
  test('edits training in the town and its villages', async () => {
    const draft = await create(editor, 'training', '620981102200');
    expect(done(await update(editor, 'training', draft, { plan: '新方案' })).version).toBe(2);
  });

  test.each<Kind>(['jobs', 'industry'])('is refused on %s, and told who may', async (kind) => {
    const answer = await tryCreate(editor, kind, chijin);
    expect(refusal(answer)).toEqual(['FORBIDDEN', 'role']);
    expect(answer.errors?.[0]?.message).toContain('专干');
    const theirs = await create(actors.editor(kind, 'chijin'), kind, chijin);
    expect(refusal(await update(editor, kind, theirs, { title: '改名' }))[0]).toBe('FORBIDDEN');
    expect((await read(editor, kind, theirs.id)).title).toBe('冬闲培训');
  });

  test('cannot take a job for training by its id', async () => {
    const job = await create(actors.editor('jobs', 'chijin'), 'jobs', chijin);
    expect(codes(await update(editor, 'training', job, { title: '改名' }))).toEqual(['NOT_FOUND']);
    expect(await read(editor, 'training', job.id)).toBeNull();
  });

  test('is refused on creating one for a sibling town, with the reason', async () => {
    const answer = await tryCreate(editor, 'training', huangzhawan);
    expect(refusal(answer)).toEqual(['FORBIDDEN', 'reach']);
    expect(answer.errors?.[0]?.extensions?.missing).toMatchObject({ permission: 'TRAINING_EDIT' });
  });

  test('is refused on editing after approval, and told of the amendment', async () => {
    const programme = await approved(editor, actors.office('chijin'), 'training', chijin);
    const answer = await update(editor, 'training', programme, { budget: '1' });
    expect(refusal(answer)).toEqual(['FORBIDDEN', 'state']);
    expect(answer.errors?.[0]?.message).toContain('变更');
    const seen = await read(editor, 'training', programme.id);
    expect(seen.budget).toBe('12000.50');
    expect(next(seen, 'UPDATE')).toMatchObject({ isOpen: false, reason: expect.stringContaining('变更') });
    expect(next(seen, 'AMEND')?.isOpen).toBe(true);
  });

  test('finds no programme of a sibling town by its id', async () => {
    const theirs = await create(actors.editor('training', 'huangzhawan'), 'training', huangzhawan);
    expect(await read(editor, 'training', theirs.id)).toBeNull();
    expect(codes(await update(editor, 'training', theirs, { title: '改名' }))).toEqual(['NOT_FOUND']);
    expect(codes(await act(editor, 'training', 'Submit', theirs))).toEqual(['NOT_FOUND']);
  });

  test('with a second grant as clerk elsewhere reads training there and still does not edit it', async () => {
    await giveRole('training.chijin@620981', 'OFFICE_CLERK', huangzhawan);
    const theirs = await create(actors.editor('training', 'huangzhawan'), 'training', huangzhawan);
    const seen = await read(editor, 'training', theirs.id);
    expect(seen.id).toBe(theirs.id);
    expect(next(seen, 'UPDATE')?.isOpen).toBe(false);
    expect(refusal(await update(editor, 'training', theirs, { title: '改名' }))).toEqual(['FORBIDDEN', 'reach']);
    expect(refusal(await tryCreate(editor, 'training', huangzhawan))).toEqual(['FORBIDDEN', 'reach']);
  });
});

describe('another county', () => {
  const cenxi = actors.countyEditor('training', '450481');

  test('sees nothing of a programme, by id, in a list or as a station, and the answer is that of a made-up id', async () => {
    const programme = await create(editor, 'training', chijin);
    expect(await read(cenxi, 'training', programme.id)).toBeNull();
    for (const id of [programme.id, newId(), 'none']) {
      expect(codes(await update(cenxi, 'training', { id, version: 1 }, { title: '改名' }))).toEqual(['NOT_FOUND']);
    }
    const list = await data(
      cenxi,
      `{ programmes(where: { id: { in: ["${programme.id}"] } }) { totalCount nodes { id } } }`,
    );
    expect(list.programmes).toEqual({ totalCount: 0, nodes: [] });
  });

  test('cannot name a foreign station, which is as unknown as a made-up one', async () => {
    const foreign = await create(editor, 'training', chijin).then(() => tryCreate(cenxi, 'training', chijin));
    const madeUp = await tryCreate(cenxi, 'training', newId());
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(foreign.errors?.[0]?.message).toBe(madeUp.errors?.[0]?.message);
  });
});

describe('who approves', () => {
  async function submitted(by: Actor, code: string) {
    return done(await act(by, 'training', 'Submit', await create(by, 'training', code)));
  }

  test('a town’s programme is its office director’s, and the county’s director is told so', async () => {
    const programme = await submitted(editor, chijin);
    expect(refusal(await act(actors.director(), 'training', 'Approve', programme))).toEqual(['FORBIDDEN', 'level']);
    expect(codes(await act(actors.office('huangzhawan'), 'training', 'Approve', programme))).toEqual(['NOT_FOUND']);
    expect(refusal(await act(editor, 'training', 'Approve', programme))).toEqual(['FORBIDDEN', 'role']);
    expect(done(await act(actors.office('chijin'), 'training', 'Approve', programme)).state).toBe('APPROVED');
  });

  test('the county’s own programme and that of a town without a director are the centre director’s', async () => {
    const county = await submitted(actors.countyEditor('training'), '620981');
    expect(done(await act(actors.director(), 'training', 'Approve', county)).state).toBe('APPROVED');
    const yumenTown = await submitted(actors.countyEditor('training'), '620981101');
    expect(done(await act(actors.director(), 'training', 'Approve', yumenTown)).state).toBe('APPROVED');
  });

  test('nobody approves what they entered, changed or submitted', async () => {
    await giveRole('office.huangzhawan@620981', 'TRAINING_EDITOR', huangzhawan);
    forgetSessions();
    const both = actors.office('huangzhawan');
    const other = actors.editor('training', 'huangzhawan');
    const own = await submitted(both, huangzhawan);
    expect(refusal(await act(both, 'training', 'Approve', own))).toEqual(['FORBIDDEN', 'ownEntry']);
    expect(next(await read(both, 'training', own.id), 'APPROVE')).toMatchObject({ isOpen: false });
    expect(done(await act(actors.director(), 'training', 'Approve', own)).state).toBe('APPROVED');
    const changed = done(await update(both, 'training', await create(other, 'training', huangzhawan), { title: '改' }));
    const waiting = done(await act(other, 'training', 'Submit', changed));
    expect(refusal(await act(both, 'training', 'Approve', waiting))).toEqual(['FORBIDDEN', 'ownEntry']);
  });
});

describe('who reads', () => {
  const count = '{ programmes(first: 100) { totalCount nodes { kind } } }';

  test.each([
    ['leader', actors.leader()],
    ['helper', actors.helper('chijin')],
    ['volunteer', actors.volunteer('chijin')],
  ])('a %s reads no programme', async (_name, who) => {
    expect(codes(await ask(who, count))).toEqual(['FORBIDDEN']);
  });

  test('a finance reviewer reads industry alone, through the list of all kinds too', async () => {
    const { programmes } = await data(actors.finance(), count);
    expect(programmes.totalCount).toBeGreaterThan(0);
    expect(new Set(programmes.nodes.map((n: { kind: string }) => n.kind))).toEqual(new Set(['INDUSTRY']));
  });
});
