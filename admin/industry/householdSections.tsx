import { Box, Link, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { None, useEnumLabel } from '../parts/fields.js';
import { amountText, yuan } from '../parts/figures.js';
import type { HouseholdEvent, HouseholdSection, HouseholdSectionProps, Translate } from '../parts/householdSection.js';

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
  const lines = givenTo(household);
  if (!lines.length) return <None />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {lines.map((line) => (
        <Typography component="li" key={line.id} sx={{ py: 0.5 }}>
          {day(line.onDay, locale)} · {line.item?.name} {amountText(line.quantity.amount)} {unit(line.quantity.unit)}
          {line.programme && ` · ${line.programme.title}`}
        </Typography>
      ))}
    </Box>
  );
}

function DistributionsPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const unit = useEnumLabel('Unit');
  return (
    <table>
      <thead>
        <tr>
          {['onDay', 'item', 'amount', 'programme'].map((field) => (
            <th key={field}>{translate(`lianxin.distribution.${field}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {givenTo(household).map((line) => (
          <tr key={line.id}>
            <td>{day(line.onDay, locale)}</td>
            <td>{line.item?.name}</td>
            <td>
              {amountText(line.quantity.amount)} {unit(line.quantity.unit)}
            </td>
            <td>{line.programme?.title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contracts({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const contracts = contractsOf(household);
  if (!contracts.length) return <None />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {contracts.map((contract) => (
        <Box component="li" key={contract.id} sx={{ py: 0.5 }}>
          <Link
            component={RouterLink}
            to={`/livestockContracts/${contract.id}/show`}
            color="inherit"
            sx={{ '@media (pointer: coarse)': { display: 'inline-block', py: 1.25 } }}
          >
            {translate(`enums.LivestockMode.${contract.mode}`)} · {translate(`enums.Species.${contract.species}`)}{' '}
            {translate('lianxin.livestock.headCount', { smart_count: contract.head })}
          </Link>{' '}
          · {translate(`enums.ContractState.${contract.state}`)}
          {contract.cooperative && ` · ${contract.cooperative.name}`}
        </Box>
      ))}
    </Box>
  );
}

function DeliveriesPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <table>
      <thead>
        <tr>
          {['onDay', 'kind', 'head', 'value'].map((field) => (
            <th key={field}>{translate(`lianxin.livestock.${field}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deliveredTo(household).map((line) => (
          <tr key={line.id}>
            <td>{day(line.onDay, locale)}</td>
            <td>{translate(`enums.DeliveryKind.${line.kind}`)}</td>
            <td>{line.head}</td>
            <td>{line.value && yuan(line.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
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
