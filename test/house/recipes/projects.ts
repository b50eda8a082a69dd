import type { Actor } from '../../support/actors.js';
import { actors } from '../../support/actors.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { actOn, actOnLoan, dividendIn, dividendInput, doneOf, makeLoan, paymentsOf } from '../../support/projects.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';
import { householdAt, personAt } from './households.js';

const editor: Case['by'] = (place) => place.editor('industry');
const reason = '核对（示例）';

/** A village project at a place, as far as a state; approved on its meeting and its notice. */
function projectAt(place: Place, state: 'DRAFT' | 'CONSULTED' | 'APPROVED' | 'RUNNING'): Promise<Made> {
  return place.once(`village project ${state}`, async () => {
    const by = editor(place);
    const input = { ...programmeInput('industry', place.home.id), isVillageProject: true };
    let made = await make.programme(by, 'industry', input);
    if (state === 'DRAFT') return made;
    doneOf(
      await actOn(by, 'consultationCreate', 'consultation { id }', {
        input: ['ConsultationCreateInput!', meeting(made)],
      }),
    );
    if (state === 'CONSULTED') return made;
    made = doneOf(await actOn(by, 'fundLinesSet', 'industryProgramme { id version }', linesOf(made)));
    made = await make.step(by, 'industry', 'Submit', made);
    doneOf(
      await actOn(by, 'publicNoticeCreate', 'publicNotice { id }', {
        input: ['PublicNoticeCreateInput!', notice(made)],
      }),
    );
    made = await make.step(officeOf(place), 'industry', 'Approve', made);
    return state === 'APPROVED' ? made : make.step(by, 'industry', 'Start', made);
  });
}

/** Who approves what stands where households do: the town's office, also for the county's own place. */
function officeOf(place: Place): Actor {
  return actors.office(place.homeWord, place.county);
}

const meeting = ({ id }: Made) => ({
  ...{ programmeId: id, kind: 'VILLAGERS', on: '2026-01-10', attendance: 60, resolution: '同意', isAgreed: true },
});
const notice = ({ id }: Made) => ({ programmeId: id, from: '2026-01-12', to: '2026-01-21', objections: 0 });
const lines = [{ source: 'FISCAL_SPECIAL', amount: '17500.00' }];
const linesOf = ({ id, version }: Made): Record<string, [string, unknown]> => ({
  ...{ id: ['ID!', id], version: ['Int!', version], lines: ['[FundLineInput!]!', lines] },
});

/** What a dividend at a place is entered with; its year tells it from the others of the programme. */
async function dividendAt(place: Place, year: number): Promise<Record<string, unknown>> {
  await personAt(place);
  const { id } = await projectAt(place, 'RUNNING');
  return dividendInput(id, place.home.id, { year });
}

const years = { ESTIMATED: 2021, DECLARED: 2022, PUBLISHED: 2023, APPROVED: 2024, PAID: 2025 } as const;

/** A dividend at a place, as far as a state. */
function planAt(place: Place, state: keyof typeof years): Promise<Made> {
  return place.once(`dividend ${state}`, async () => {
    const by = { editor: editor(place), finance: actors.finance(place.county) };
    const { id, version } = await dividendIn(state, by, await dividendAt(place, years[state]));
    return { id, version };
  });
}

function loanAt(place: Place, state: 'APPLIED' | 'GRANTED'): Promise<Made> {
  return place.once(`loan ${state}`, async () => {
    const by = editor(place);
    const { id, version } = await makeLoan(by, (await householdAt(place)).code);
    if (state === 'APPLIED') return { id, version };
    const days = { on: ['Date!', '2026-01-10'], dueOn: ['Date!', '2026-12-10'] } as Record<string, [string, unknown]>;
    const granted = doneOf(await actOnLoan(by, 'loanGrant', { id, version }, days));
    return { id: granted.id, version: granted.version };
  });
}

const onPlan = (state: keyof typeof years, more: object = {}, by: Case['by'] = editor): Case => ({
  by,
  ask: async (place) => ({ ...(await planAt(place, state)), ...more }),
});

/** What village projects offer. */
const projectRecipes: Readonly<Record<string, readonly Case[]>> = {
  consultationCreate: [{ by: editor, ask: async (place) => ({ input: meeting(await projectAt(place, 'DRAFT')) }) }],
  publicNoticeCreate: [{ by: editor, ask: async (place) => ({ input: notice(await projectAt(place, 'CONSULTED')) }) }],
  fundLinesSet: [{ by: editor, ask: async (place) => ({ ...(await projectAt(place, 'DRAFT')), lines }) }],
  projectHouseholdsAdd: [
    {
      by: editor,
      ask: async (place) => ({
        id: (await projectAt(place, 'APPROVED')).id,
        codes: [(await householdAt(place)).code],
      }),
    },
  ],
  projectHouseholdEnd: [{ by: editor, ask: async (place) => ({ id: await reachedAt(place), reason }) }],
  villageProjectReport: [
    {
      by: editor,
      ask: async (place) => {
        await projectAt(place, 'RUNNING');
        return { period: { from: '2026-01-01', to: '2026-12-31' }, within: place.home.id };
      },
    },
  ],
};

/** A household that the running project of a place reaches. */
function reachedAt(place: Place): Promise<string> {
  return place.once('reached household', async () => {
    const [{ id }, { code }] = [await projectAt(place, 'RUNNING'), await householdAt(place)];
    const takes = { id: ['ID!', id], codes: ['[String!]!', [code]] } as Record<string, [string, unknown]>;
    const shown = 'industryProgramme { projectHouseholds { id } }';
    return doneOf(await actOn(editor(place), 'projectHouseholdsAdd', shown, takes)).projectHouseholds[0].id;
  });
}

const dividendRecipes: Readonly<Record<string, readonly Case[]>> = {
  dividendPlans: [
    {
      by: editor,
      ask: async (place) => {
        const [{ id }, programme] = [await planAt(place, 'ESTIMATED'), await projectAt(place, 'RUNNING')];
        return { where: { id: { in: [id] }, programme: { in: [programme.id] }, within: place.home.id } };
      },
    },
  ],
  dividendPlan: [{ by: editor, ask: async (place) => ({ id: (await planAt(place, 'ESTIMATED')).id }) }],
  dividendPreview: [{ by: editor, ask: async (place) => ({ input: await dividendAt(place, 2019) }) }],
  dividendPlanCreate: [{ by: editor, ask: async (place) => ({ input: await dividendAt(place, 2020) }) }],
  dividendPlanDeclare: [onPlan('ESTIMATED')],
  dividendPlanPublish: [onPlan('DECLARED')],
  dividendPlanApprove: [onPlan('PUBLISHED', {}, (place) => actors.finance(place.county))],
  dividendPlanPay: [onPlan('APPROVED')],
  dividendPlanReconcile: [onPlan('PAID')],
  dividendPlanCancel: [onPlan('ESTIMATED', { reason })],
  dividendPaymentReverse: [
    {
      by: editor,
      ask: async (place) => {
        const [payment] = await paymentsOf(editor(place), (await planAt(place, 'PAID')).id);
        return { id: payment?.id, reason };
      },
    },
  ],
};

const loanRecipes: Readonly<Record<string, readonly Case[]>> = {
  loans: [
    {
      by: editor,
      ask: async (place) => ({ where: { id: { in: [(await loanAt(place, 'APPLIED')).id] }, within: place.home.id } }),
    },
  ],
  loan: [{ by: editor, ask: async (place) => ({ id: (await loanAt(place, 'APPLIED')).id }) }],
  loanSummary: [{ by: editor, ask: ({ home }) => ({ within: home.id }) }],
  loanCreate: [
    {
      by: editor,
      ask: async (place) => ({
        input: { householdCode: (await householdAt(place)).code, amount: '5000.00', lender: '示例信用社' },
      }),
    },
  ],
  loanGrant: [
    {
      by: editor,
      ask: async (place) => ({ ...(await loanAt(place, 'APPLIED')), on: '2026-01-10', dueOn: '2026-12-10' }),
    },
  ],
  loanWithdraw: [{ by: editor, ask: async (place) => ({ ...(await loanAt(place, 'APPLIED')), reason }) }],
  loanRepay: [{ by: editor, ask: async (place) => ({ ...(await loanAt(place, 'GRANTED')), amount: '100.00' }) }],
  loanRepaymentReverse: [{ by: editor, ask: async (place) => ({ id: await repaymentAt(place), reason }) }],
};

function repaymentAt(place: Place): Promise<string> {
  return place.once('repayment', async () => {
    const by = editor(place);
    const { id, version } = await makeLoan(by, (await householdAt(place)).code);
    const days = { on: ['Date!', '2026-01-10'], dueOn: ['Date!', '2026-12-10'] } as Record<string, [string, unknown]>;
    const granted = doneOf(await actOnLoan(by, 'loanGrant', { id, version }, days));
    return doneOf(await actOnLoan(by, 'loanRepay', granted, { amount: ['Money!', '50.00'] })).repayments[0].id;
  });
}

/** What village projects, dividends and loans offer. */
export const industryProjectRecipes = { ...projectRecipes, ...dividendRecipes, ...loanRecipes };
