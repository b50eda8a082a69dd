import { describe, expect, test } from '@jest/globals';
import { today } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { ask } from '../../support/app.js';
import { act, create, done, mistakes, read, refusal, update } from '../../support/programmes.js';

const chijin = '620981102';
const editor = actors.editor('training', 'chijin');
const office = actors.office('chijin');

interface Step {
  act: string;
  from: string | null;
  to: string;
  on: string;
  comment: string | null;
}

describe('a programme from draft to acceptance', () => {
  test('takes every step once, each by whom it belongs to, and keeps them with day and comment', async () => {
    let programme = await create(editor, 'training', chijin);
    expect(programme).toMatchObject({ version: 1, state: 'DRAFT', budget: '12000.50', station: { code: chijin } });
    const walk: [typeof editor, string, string, string?][] = [
      [editor, 'Submit', 'SUBMITTED', '请审批'],
      [office, 'Return', 'RETURNED', '补充名单'],
      [editor, 'Submit', 'SUBMITTED'],
      [office, 'Approve', 'APPROVED'],
      [editor, 'Start', 'RUNNING'],
      [editor, 'Finish', 'FINISHED'],
      [office, 'Accept', 'ACCEPTED', '合格'],
    ];
    for (const [who, name, state, comment] of walk) {
      const version = programme.version;
      programme = done(await act(who, 'training', name, programme, comment));
      expect(programme).toMatchObject({ state, version: version + 1 });
    }
    const seen = await read(editor, 'training', programme.id);
    expect(seen.steps.map((s: Step) => s.to)).toEqual(['DRAFT', ...walk.map(([, , state]) => state)]);
    expect(seen.steps[2]).toMatchObject({ act: 'RETURN', from: 'SUBMITTED', on: today(), comment: '补充名单' });
  });

  test('a step that the state does not allow is WRONG_STATE and says when it would be open', async () => {
    const draft = await create(editor, 'training', chijin);
    const answer = await act(editor, 'training', 'Start', draft);
    expect(mistakes(answer)).toEqual([['WRONG_STATE', null]]);
    expect(answer.data.answer.errors[0].message).toContain('已批准');
    expect((await read(editor, 'training', draft.id)).version).toBe(1);
  });

  test('a draft that lacks what approval needs is not submitted, and every gap is named', async () => {
    const draft = await create(editor, 'training', chijin, { budget: null, plan: null, responsible: ' ' });
    const gaps = [
      ['REQUIRED', 'plan'],
      ['REQUIRED', 'budget'],
      ['REQUIRED', 'responsible'],
    ];
    expect(mistakes(await act(editor, 'training', 'Submit', draft))).toEqual(gaps);
    const submit = draft.nextSteps.find((s: { act: string }) => s.act === 'SUBMIT');
    expect(submit).toMatchObject({ isOpen: false, reason: expect.stringContaining('预算') });
  });

  test('returning and stopping need a word of why, at most 500 characters', async () => {
    const draft = await create(editor, 'training', chijin);
    const submitted = done(await act(editor, 'training', 'Submit', draft));
    expect(mistakes(await act(office, 'training', 'Return', submitted, ' '))).toEqual([['REQUIRED', 'comment']]);
    expect(mistakes(await act(office, 'training', 'Return', submitted, '长'.repeat(501)))).toEqual([
      ['TOO_LONG', 'comment'],
    ]);
    const approved = done(await act(office, 'training', 'Approve', submitted));
    expect(mistakes(await act(office, 'training', 'Stop', approved))).toEqual([['REQUIRED', 'comment']]);
    expect(done(await act(office, 'training', 'Stop', approved, '资金未到位')).state).toBe('STOPPED');
  });

  test('a draft is discarded whole, a submitted one is not', async () => {
    const draft = await create(editor, 'training', chijin);
    done(await discard(draft));
    expect(await read(editor, 'training', draft.id)).toBeNull();
    const submitted = done(await act(editor, 'training', 'Submit', await create(editor, 'training', chijin)));
    expect(mistakes(await discard(submitted))).toEqual([['WRONG_STATE', null]]);
  });

  test('an edit of a version that somebody changed meanwhile is STALE and tells the current one', async () => {
    const draft = await create(editor, 'training', chijin);
    done(await update(editor, 'training', draft, { title: '新名称' }));
    const late = await update(editor, 'training', draft, { title: '旧名称' });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'STALE', currentVersion: 2 });
    const seen = await read(editor, 'training', draft.id);
    expect(seen.title).toBe('新名称');
    expect(seen.revisions.at(-1).changes).toEqual([{ field: 'title', before: '冬闲培训', after: '新名称' }]);
  });

  test('of two approvals at the same moment one counts', async () => {
    const submitted = done(await act(editor, 'training', 'Submit', await create(editor, 'training', chijin)));
    const answers = await Promise.all([1, 2].map(() => act(office, 'training', 'Approve', submitted)));
    expect(answers.map((a) => refusal(a)[0]).sort()).toEqual(['STALE', undefined]);
    const { steps } = await read(office, 'training', submitted.id);
    expect(steps.filter((s: Step) => s.act === 'APPROVE')).toHaveLength(1);
  });
});

async function discard(on: { id: string; version: number }) {
  const query = `mutation ($id: ID!, $version: Int!) {
    answer: trainingProgrammeDiscard(id: $id, version: $version) {
      programme: trainingProgramme { id } errors { path code message } } }`;
  return ask(editor, query, { id: on.id, version: on.version });
}
