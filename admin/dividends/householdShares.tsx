import { useTranslate } from 'react-admin';
import { yuan } from '../parts/figures.js';
import type { HouseholdSection, HouseholdSectionProps } from '../parts/householdSection.js';
import { PaperTable, SectionLines } from '../parts/SectionLines.js';

interface Share {
  id: string;
  payee: string;
  amount: string;
  paid: string;
  plan: { id: string; title: string; year: number; state: string; paidOn: string | null } | null;
}

const sharesOf = (household: HouseholdSectionProps['household']): Share[] => household.dividendShares?.nodes ?? [];

function Shares({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const lines = sharesOf(household).map(({ id, payee, amount, plan }) => ({
    id,
    text: [
      plan?.title,
      payee,
      translate('lianxin.householdShares.yuan', { amount: yuan(amount) }),
      plan && translate(`enums.DividendState.${plan.state}`),
    ]
      .filter(Boolean)
      .join(' · '),
    ...(plan && { to: `/dividendPlans/${plan.id}/show` }),
  }));
  return <SectionLines lines={lines} />;
}

function SharesPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const heads = ['plan', 'payee', 'paid'].map((field) => translate(`lianxin.householdShares.${field}`));
  const rows = sharesOf(household)
    .filter(({ paid }) => Number(paid) > 0)
    .map(({ payee, paid, plan }) => [plan?.title ?? '', payee, yuan(paid)]);
  return <PaperTable heads={heads} rows={rows} />;
}

/** What a household's people were given of dividends, and what is still to come. */
export const householdShares: HouseholdSection = {
  name: 'dividendShares',
  title: 'resources.dividendPlans.menu',
  permissions: ['INDUSTRY_READ'],
  selection: 'dividendShares(first: 50) { nodes { id payee amount paid plan { id title year state paidOn } } }',
  Section: Shares,
  Print: SharesPrint,
  events: (household, translate) =>
    sharesOf(household).flatMap(({ id, payee, paid, plan }) =>
      plan?.paidOn && Number(paid) > 0
        ? [
            {
              id,
              day: plan.paidOn,
              text: translate('lianxin.householdShares.event', { payee, amount: yuan(paid) }),
              to: `/dividendPlans/${plan.id}/show`,
            },
          ]
        : [],
    ),
};
