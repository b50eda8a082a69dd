import type { Actor } from './actors.js';
import { type Answer, ask, data } from './app.js';
import { recordOf } from './households.js';
import type { Made } from './make.js';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const errors = 'errors { path code message }';

/** Asks for one act of this room: its name, the arguments with their types, and what to show of its record. */
export function actOn(
  by: Actor,
  name: string,
  record: string,
  takes: Record<string, [type: string, value: unknown]>,
): Promise<Answer> {
  const given = Object.entries(takes);
  const declared = given.map(([key, [type]]) => `$${key}: ${type}`).join(', ');
  const passed = given.map(([key]) => `${key}: $${key}`).join(', ');
  const variables = Object.fromEntries(given.map(([key, [, value]]) => [key, value]));
  return ask(by, `mutation (${declared}) { answer: ${name}(${passed}) { record: ${record} ${errors} } }`, variables);
}

/** The record of an answer, which must be there. */
export function doneOf<T = Shape>(answer: Answer): T {
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return recordOf<T>(answer.data.answer);
}

/** The codes and paths of what was wrong. */
export function faultsOf(answer: Answer): [code: string, path: string | null][] {
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const list = answer.data.answer.errors as { code: string; path: string[] | null }[];
  return list.map(({ code, path }) => [code, path?.join('.') ?? null]);
}

const shown =
  'id version state isEstimate total expectedTotal paid shareCount baseShare extraShares remainderRule approvedBy';

/** An input that shares 100.00 yuan among everybody of a place. */
export function dividendInput(programmeId: string, withinId: string, input: object = {}): Record<string, unknown> {
  return {
    ...{ programmeId, withinId, title: '分红（示例）', year: 2026, total: '100.00' },
    ...{ rule: 'EVERY_HOUSEHOLD', unit: 'PERSON', split: 'EQUAL', snapshotOn: '2026-01-31', dueOn: '2026-03-31' },
    ...input,
  };
}

/** Asks to enter a dividend. */
export function tryDividend(by: Actor, input: object, key?: string): Promise<Answer> {
  return actOn(by, 'dividendPlanCreate', `dividendPlan { ${shown} }`, {
    input: ['DividendPlanCreateInput!', input],
    ...(key !== undefined && { idempotencyKey: ['String', key] as [string, unknown] }),
  });
}

/** One step of a dividend: `Declare`, `Publish`, `Approve`, `Pay`, `Reconcile`, or `Cancel` with a reason. */
export function stepDividend(
  by: Actor,
  step: string,
  on: Made,
  more: Record<string, [string, unknown]> = {},
): Promise<Answer> {
  const takes = { id: ['ID!', on.id], version: ['Int!', on.version], ...more } as Record<string, [string, unknown]>;
  return actOn(by, `dividendPlan${step}`, `dividendPlan { ${shown} }`, takes);
}

/** Takes a fresh dividend as far as a state. */
export async function dividendIn(
  state: 'ESTIMATED' | 'DECLARED' | 'PUBLISHED' | 'APPROVED' | 'PAID',
  by: { editor: Actor; finance: Actor },
  input: object,
): Promise<Shape> {
  const states = ['ESTIMATED', 'DECLARED', 'PUBLISHED', 'APPROVED', 'PAID'];
  let plan = doneOf(await tryDividend(by.editor, input));
  for (const step of ['Declare', 'Publish', 'Approve', 'Pay'].slice(0, states.indexOf(state)))
    plan = doneOf(await stepDividend(step === 'Approve' ? by.finance : by.editor, step, plan));
  return plan;
}

/** A loan that a household asks for. */
export async function makeLoan(by: Actor, householdCode: string, input: object = {}): Promise<Shape> {
  const given = { householdCode, amount: '30000.00', lender: '农村信用社（示例）', appliedOn: '2026-01-05', ...input };
  return doneOf(
    await actOn(by, 'loanCreate', 'loan { id version state outstanding }', { input: ['LoanCreateInput!', given] }),
  );
}

/** One act on a loan. */
export function actOnLoan(by: Actor, name: string, on: Made, more: Record<string, [string, unknown]>): Promise<Answer> {
  const takes = { id: ['ID!', on.id], version: ['Int!', on.version], ...more } as Record<string, [string, unknown]>;
  return actOn(by, name, 'loan { id version state outstanding isOverdue repayments { id amount } }', takes);
}

/** The payments of a dividend, in the order of its shares. */
export async function paymentsOf(by: Actor, id: string): Promise<{ id: string; amount: string }[]> {
  const query = `query ($id: ID!) { dividendPlan(id: $id) { shares(first: 100) { nodes { payments { id amount } } } } }`;
  const { dividendPlan } = await data(by, query, { id });
  return dividendPlan.shares.nodes.flatMap((share: { payments: object[] }) => share.payments);
}
