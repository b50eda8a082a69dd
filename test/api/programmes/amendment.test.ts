import { beforeAll, describe, expect, test } from '@jest/globals';
import { today } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { act, amend, approved, done, mistakes, read, refusal } from '../../support/programmes.js';

const chijin = '620981102';
const editor = actors.editor('industry', 'chijin');
const office = actors.office('chijin');

interface Revision {
  no: number;
  state: string;
  inForceFrom: string | null;
  budget: string;
  changes: { field: string; before: string | null; after: string | null }[];
}

describe('an amendment of an approved programme', () => {
  let programme: { id: string; version: number; revisions: Revision[] };

  beforeAll(async () => {
    programme = await approved(editor, office, 'industry', chijin);
  });

  test('waits while what was approved stays in force', async () => {
    const quantity = { amount: '50', unit: 'MU' };
    const amended = done(
      await amend(editor, 'industry', programme, { budget: '15000', plannedQuantity: quantity }, '扩大规模'),
    );
    expect(amended).toMatchObject({
      state: 'APPROVED',
      budget: '12000.50',
      pendingRevision: { no: 2, budget: '15000.00' },
    });
    expect(amended.revisions.at(-1)).toMatchObject({
      state: 'PENDING',
      inForceFrom: null,
      reason: '扩大规模',
      changes: [
        { field: 'budget', before: '12000.50', after: '15000.00' },
        { field: 'plannedQuantity', before: '38.500 MU', after: '50.000 MU' },
      ],
    });
    programme = amended;
  });

  test('lets no second one begin, and no finish, until it is decided', async () => {
    const second = await amend(editor, 'industry', programme, { budget: '1' });
    expect(mistakes(second)).toEqual([['WRONG_STATE', null]]);
    const running = done(await act(editor, 'industry', 'Start', programme));
    const finish = await act(editor, 'industry', 'Finish', running);
    expect(finish.data.answer.errors[0].message).toContain('变更');
    programme = running;
  });

  test('cannot be approved by who asked for it', async () => {
    expect(refusal(await act(editor, 'industry', 'Approve', programme))).toEqual(['FORBIDDEN', 'role']);
    const { nextSteps } = await read(office, 'industry', programme.id);
    expect(nextSteps.find((s: { act: string }) => s.act === 'APPROVE')).toMatchObject({ isOpen: true, to: null });
  });

  test('is in force from the day of its approval', async () => {
    const decided = done(await act(office, 'industry', 'Approve', programme, '同意变更'));
    expect(decided).toMatchObject({ state: 'RUNNING', budget: '15000.00', pendingRevision: null });
    const { no, state, inForceFrom } = decided.revisions.at(-1);
    expect([no, state, inForceFrom]).toEqual([2, 'IN_FORCE', today()]);
    expect(decided.steps.at(-1)).toMatchObject({ act: 'APPROVE', from: 'RUNNING', to: 'RUNNING', comment: '同意变更' });
    programme = decided;
  });

  test('that is sent back changes nothing and stays on record', async () => {
    const asked = done(await amend(editor, 'industry', programme, { budget: '99000' }));
    const back = done(await act(office, 'industry', 'Return', asked, '资金不足'));
    expect(back).toMatchObject({ state: 'RUNNING', budget: '15000.00', pendingRevision: null });
    expect(back.revisions.map((r: Revision) => r.state)).toEqual(['IN_FORCE', 'IN_FORCE', 'RETURNED']);
    programme = back;
  });

  test('falls away when the programme is stopped', async () => {
    const asked = done(await amend(editor, 'industry', programme, { title: '新名称' }));
    const stopped = done(await act(office, 'industry', 'Stop', asked, '企业退出'));
    expect(stopped).toMatchObject({ state: 'STOPPED', title: '冬闲培训', pendingRevision: null });
    expect(stopped.revisions.at(-1).state).toBe('WITHDRAWN');
  });

  test('needs a reason, a change, and what approval needs', async () => {
    const other = await approved(editor, office, 'industry', chijin);
    expect(mistakes(await amend(editor, 'industry', other, { budget: '1' }, ' '))).toEqual([['REQUIRED', 'reason']]);
    expect(mistakes(await amend(editor, 'industry', other, { budget: '12000.50' }))).toEqual([['INVALID', 'input']]);
    expect(mistakes(await amend(editor, 'industry', other, { budget: null }))).toEqual([['REQUIRED', 'input.budget']]);
    expect((await read(editor, 'industry', other.id)).version).toBe(other.version);
  });
});
