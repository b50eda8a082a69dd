import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { codes, data } from '../../support/app.js';
import { makeHousehold } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { actOn, actOnLoan, doneOf, faultsOf, makeLoan } from '../../support/projects.js';

const editor = actors.editor('industry', 'chijin');
let village = '';
let household = '';
let code = '';

beforeAll(async () => {
  village = await stationId('620981102200');
  ({ id: household, code } = await makeHousehold(actors.clerk('chijin'), village));
});

const grant = { on: ['Date!', '2026-01-10'], dueOn: ['Date!', '2026-02-10'] } as Record<string, [string, unknown]>;
const amount = (yuan: string): Record<string, [string, unknown]> => ({ amount: ['Money!', yuan] });

describe('a micro-loan', () => {
  it('is asked for, granted, late, and repaid to the fen; what is owed is what the ledger says', async () => {
    const asked = await makeLoan(editor, code);
    expect(asked).toMatchObject({ state: 'APPLIED', outstanding: '0.00' });
    expect(faultsOf(await actOnLoan(editor, 'loanRepay', asked, amount('1.00')))).toEqual([['WRONG_STATE', null]]);
    const granted = doneOf(await actOnLoan(editor, 'loanGrant', asked, grant));
    expect(granted).toMatchObject({ state: 'GRANTED', outstanding: '30000.00', isOverdue: true });
    const sums = 'query ($within: ID) { loanSummary(within: $within) { granted repaid outstanding overdue } }';
    const late = { granted: '30000.00', repaid: '0.00', outstanding: '30000.00', overdue: '30000.00' };
    expect((await data(editor, sums, { within: village })).loanSummary).toEqual(late);
    expect(faultsOf(await actOnLoan(editor, 'loanRepay', granted, amount('30000.01')))).toEqual([
      ['OUT_OF_RANGE', 'amount'],
    ]);
    const both = await Promise.all([1, 2].map(() => actOnLoan(editor, 'loanRepay', granted, amount('20000.00'))));
    expect(both.filter((answer) => answer.errors)).toHaveLength(1);
    const part = doneOf(both.find((answer) => !answer.errors) ?? (both[0] as never));
    const repaid = doneOf(await actOnLoan(editor, 'loanRepay', part, amount('10000.00')));
    expect(repaid).toMatchObject({ state: 'REPAID', outstanding: '0.00', isOverdue: false });
    const undo = () =>
      actOn(editor, 'loanRepaymentReverse', 'loanRepayment { amount reverses { id } }', {
        ...{ id: ['ID!', repaid.repayments[0].id], reason: ['String!', '误登（示例）'] },
      });
    expect(doneOf(await undo())).toMatchObject({ amount: '-20000.00' });
    expect(faultsOf(await undo())).toEqual([['WRONG_STATE', 'id']]);
    const query = `query ($id: ID!) { loans(where: { isOverdue: true, state: { in: [GRANTED] } }) { nodes { outstanding } }
      household(id: $id) { loans { nodes { state } } } }`;
    const found = await data(editor, query, { id: household });
    expect(found).toEqual({
      loans: { nodes: [{ outstanding: '20000.00' }] },
      household: { loans: { nodes: [{ state: 'GRANTED' }] } },
    });
  });

  it('takes no amount of nothing, no day to come, and is not due before it was granted', async () => {
    const input = { householdCode: code, amount: '0', lender: '', appliedOn: '2099-01-01' };
    const bad = await actOn(editor, 'loanCreate', 'loan { id }', { input: ['LoanCreateInput!', input] });
    expect(faultsOf(bad)).toEqual([
      ['OUT_OF_RANGE', 'input.appliedOn'],
      ['OUT_OF_RANGE', 'input.amount'],
      ['REQUIRED', 'input.lender'],
    ]);
    const asked = await makeLoan(editor, code);
    const early = { on: ['Date!', '2026-01-01'], dueOn: ['Date!', '2026-01-01'] } as Record<string, [string, unknown]>;
    expect(faultsOf(await actOnLoan(editor, 'loanGrant', asked, early))).toEqual([
      ['INVALID', 'on'],
      ['INVALID', 'dueOn'],
    ]);
    const reason = { reason: ['String!', '不再需要'] } as Record<string, [string, unknown]>;
    expect(doneOf(await actOnLoan(editor, 'loanWithdraw', asked, reason)).state).toBe('WITHDRAWN');
    expect(codes(await actOnLoan(editor, 'loanGrant', asked, grant))).toEqual(['STALE']);
    const nobody = { householdCode: 'nobody', amount: '1', lender: '示例' };
    const unknown = await actOn(editor, 'loanCreate', 'loan { id }', { input: ['LoanCreateInput!', nobody] });
    expect(faultsOf(unknown)).toEqual([['NOT_FOUND', 'input.householdCode']]);
    const elsewhere = actors.editor('industry', 'huangzhawan');
    expect(codes(await actOnLoan(elsewhere, 'loanGrant', asked, grant))).toEqual(['NOT_FOUND']);
  });
});
