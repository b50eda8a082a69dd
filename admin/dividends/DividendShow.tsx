import { Alert, Box, Button, Chip, Link } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DayField, Details, EnumField, Labelled, MoneyField } from '../parts/fields.js';
import { Section, stationCrumbs } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { DividendActs } from './DividendActs.js';
import { DividendRoad } from './DividendRoad.js';
import type { Dividend } from './dividend.js';
import { Shares } from './Shares.js';

/** A dividend: where it stands and what may be done, whom it is for and how it is cut, and every share. */
export default function DividendShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.title)}
      crumbs={(record) => {
        const { station } = record as unknown as Dividend;
        const list = { label: translate('resources.dividendPlans.menu'), to: '/dividendPlans' };
        return [list, ...(station ? stationCrumbs([...station.path, station]) : [])];
      }}
      actions={<Print />}
    >
      <Body />
    </ShowPage>
  );
}

function Print() {
  const translate = useTranslate();
  const plan = useRecordContext();
  if (!plan) return null;
  return (
    <Button component={RouterLink} to={`/print/dividendPlans/${plan.id}`} color="secondary" variant="outlined">
      {translate('resources.dividendPlans.print')}
    </Button>
  );
}

function Body() {
  const translate = useTranslate();
  const plan = useRecordContext() as unknown as Dividend | undefined;
  if (!plan) return null;
  return (
    <>
      {plan.isEstimate && (
        <Chip size="small" variant="outlined" label={translate('resources.dividendPlans.estimate')} sx={{ mb: 1.5 }} />
      )}
      <DividendRoad plan={plan} />
      {plan.cancelReason && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {plan.cancelReason}
        </Alert>
      )}
      <DividendActs plan={plan} />
      <Basis plan={plan} />
      <Section title={translate('resources.dividendPlans.shares')}>
        <Shares plan={plan} />
      </Section>
    </>
  );
}

const money = ['total', 'paid', 'perHead', 'expectedTotal'] as const;
const days = ['snapshotOn', 'dueOn'] as const;
const enums = { rule: 'DividendRule', unit: 'DividendUnit', split: 'DividendSplit' } as const;

function Basis({ plan }: { plan: Dividend }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.dividendPlans.fields.${field}`);
  const record = useRecordContext();
  return (
    <Section title={translate('resources.dividendPlans.basis')}>
      <Details>
        <Labelled label={label('programme')}>
          <Link
            component={RouterLink}
            to={`/industryProgrammes/${plan.programme?.id}/show`}
            color="inherit"
            sx={{ display: 'inline-block', py: { xs: 1.25, sm: 0 } }}
          >
            {plan.programme?.title}
          </Link>
        </Labelled>
        <Labelled label={label('scope')}>{plan.scope?.name}</Labelled>
        {Object.entries(enums).map(([source, type]) => (
          <Labelled key={source} label={label(source)}>
            <EnumField source={source} type={type} />
          </Labelled>
        ))}
        <Labelled label={label('shareCount')}>{plan.shareCount}</Labelled>
        {days.map((source) => (
          <Labelled key={source} label={label(source)}>
            <DayField source={source} />
          </Labelled>
        ))}
        {money.map((source) => (
          <Labelled key={source} label={label(source)}>
            <MoneyField source={source} />
          </Labelled>
        ))}
        <Labelled label={label('remainderRule')} isWide>
          <Box component="span">{String(record?.remainderRule ?? '')}</Box>
        </Labelled>
      </Details>
    </Section>
  );
}
