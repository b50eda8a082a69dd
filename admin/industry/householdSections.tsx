import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { amountText, yuan } from '../parts/figures.js';
import type { HouseholdEvent, HouseholdSection, HouseholdSectionProps, Translate } from '../parts/householdSection.js';
import { PaperTable, SectionLines } from '../parts/SectionLines.js';

interface Given {
  id: string;
  onDay: string;
  isReversed: boolean;
  reverses: { id: string } | null;
  quantity: { amount: string; unit: string };
  item: { name: string } | null;
  programme: { title: string } | null;
}

interface Delivered {
  id: string;
  onDay: string;
  head: number;
  kind: string;
  value: string | null;
  isReversed: boolean;
  reverses: { id: string } | null;
}

interface Contract {
  id: string;
  mode: string;
  species: string;
  head: number;
  startsOn: string;
  state: string;
  cooperative: { name: string } | null;
  instalments: { id: string; deliveries: Delivered[] }[];
}

/** What stands of a ledger: neither taken back nor taking another back. */
function standing<T extends { isReversed: boolean; reverses: object | null }>(lines: readonly T[]): T[] {
  return lines.filter(({ isReversed, reverses }) => !isReversed && !reverses);
}

const givenTo = (household: HouseholdSectionProps['household']): Given[] =>
  standing(household.distributions?.nodes ?? []);
const contractsOf = (household: HouseholdSectionProps['household']): Contract[] =>
  household.livestockContracts?.nodes ?? [];
const deliveredTo = (household: HouseholdSectionProps['household']): Delivered[] =>
  contractsOf(household).flatMap(({ instalments }) => instalments.flatMap(({ deliveries }) => standing(deliveries)));

function Distributions({ household }: HouseholdSectionProps) {
  const [locale] = useLocaleState();
  const unit = useEnumLabel('Unit');
  const lines = givenTo(household).map(({ id, onDay, item, quantity, programme }) => ({
    id,
    text: [
      day(onDay, locale),
      `${item?.name ?? ''} ${amountText(quantity.amount)} ${unit(quantity.unit)}`,
      programme?.title,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return <SectionLines lines={lines} />;
}

function DistributionsPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const unit = useEnumLabel('Unit');
  const heads = ['onDay', 'item', 'amount', 'programme'].map((field) => translate(`lianxin.distribution.${field}`));
  const rows = givenTo(household).map(({ onDay, item, quantity, programme }) => [
    day(onDay, locale),
    item?.name ?? '',
    `${amountText(quantity.amount)} ${unit(quantity.unit)}`,
    programme?.title ?? '',
  ]);
  return <PaperTable heads={heads} rows={rows} />;
}

function Contracts({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const lines = contractsOf(household).map(({ id, mode, species, head, state, cooperative }) => ({
    id,
    to: `/livestockContracts/${id}/show`,
    text: [
      translate(`enums.LivestockMode.${mode}`),
      `${translate(`enums.Species.${species}`)} ${translate('lianxin.livestock.headCount', { smart_count: head })}`,
      translate(`enums.ContractState.${state}`),
      cooperative?.name,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return <SectionLines lines={lines} />;
}

function DeliveriesPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const heads = ['onDay', 'kind', 'head', 'value'].map((field) => translate(`lianxin.livestock.${field}`));
  const rows = deliveredTo(household).map(({ onDay, kind, head, value }) => [
    day(onDay, locale),
    translate(`enums.DeliveryKind.${kind}`),
    String(head),
    value ? yuan(value) : '',
  ]);
  return <PaperTable heads={heads} rows={rows} />;
}

function givenEvents(household: HouseholdSectionProps['household'], translate: Translate): HouseholdEvent[] {
  return givenTo(household).map(({ id, onDay, item, quantity }) => ({
    id,
    day: onDay,
    text: translate('lianxin.distribution.event', {
      item: item?.name ?? '',
      amount: amountText(quantity.amount),
      unit: translate(`enums.Unit.${quantity.unit}`),
    }),
  }));
}

function livestockEvents(household: HouseholdSectionProps['household'], translate: Translate): HouseholdEvent[] {
  const begun = contractsOf(household).map(({ id, startsOn, mode, head }) => ({
    id,
    day: startsOn,
    text: translate('lianxin.livestock.eventBegun', { mode: translate(`enums.LivestockMode.${mode}`), head }),
    to: `/livestockContracts/${id}/show`,
  }));
  const delivered = deliveredTo(household).map(({ id, onDay, head }) => ({
    id,
    day: onDay,
    text: translate('lianxin.livestock.eventDelivered', { head }),
  }));
  return [...begun, ...delivered];
}

/** What the file of a household, its timeline and its statement show of distributions. */
export const distributionSection: HouseholdSection = {
  name: 'distributions',
  permissions: ['INDUSTRY_READ'],
  selection: `distributions(first: 100) {
    nodes { id onDay isReversed reverses { id } quantity { amount unit } item { name } programme { title } }
  }`,
  Section: Distributions,
  Print: DistributionsPrint,
  events: givenEvents,
};

/** The same of its animals. */
export const livestockSection: HouseholdSection = {
  name: 'livestockContracts',
  permissions: ['INDUSTRY_READ'],
  selection: `livestockContracts(first: 20) {
    nodes {
      id mode species head startsOn state cooperative { name }
      instalments { id deliveries { id onDay head kind value isReversed reverses { id } } }
    }
  }`,
  Section: Contracts,
  Print: DeliveriesPrint,
  events: livestockEvents,
};
