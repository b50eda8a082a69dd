import { useTranslate } from 'react-admin';
import { yuan } from '../parts/figures.js';
import type { HouseholdSection, HouseholdSectionProps } from '../parts/householdSection.js';
import { SectionLines } from '../parts/SectionLines.js';

interface Loan {
  id: string;
  lender: string;
  amount: string;
  outstanding: string;
  grantedOn: string | null;
  isOverdue: boolean;
  state: string;
}

const loansOf = (household: HouseholdSectionProps['household']): Loan[] => household.loans?.nodes ?? [];

function Loans({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const lines = loansOf(household).map(({ id, lender, amount, outstanding, isOverdue, state }) => ({
    id,
    text: [
      lender,
      translate('lianxin.householdLoans.amount', { amount: yuan(amount), outstanding: yuan(outstanding) }),
      isOverdue ? translate('lianxin.householdLoans.overdue') : translate(`enums.LoanState.${state}`),
    ].join(' · '),
    to: `/loans/${id}/show`,
  }));
  return <SectionLines lines={lines} />;
}

/** What a household owes. */
export const householdLoans: HouseholdSection = {
  name: 'loans',
  title: 'resources.loans.menu',
  permissions: ['INDUSTRY_READ'],
  selection: 'loans(first: 20) { nodes { id lender amount outstanding grantedOn isOverdue state } }',
  Section: Loans,
  events: (household, translate) =>
    loansOf(household).flatMap(({ id, lender, amount, grantedOn }) =>
      grantedOn
        ? [
            {
              id,
              day: grantedOn,
              text: translate('lianxin.householdLoans.event', { lender, amount: yuan(amount) }),
              to: `/loans/${id}/show`,
            },
          ]
        : [],
    ),
};
