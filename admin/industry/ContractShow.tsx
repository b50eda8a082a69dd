import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { DayField, Details, EnumField, Labelled } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { useMay } from '../provider/useMe.js';
import { ContractStep, type StepName } from './ContractStep.js';
import { type Contract, Schedule } from './Schedule.js';

const OPEN: Readonly<Record<string, StepName[]>> = {
  WILLING: ['check'],
  CHECKED: ['sign'],
  SIGNED: ['start', 'breach'],
  RUNNING: ['complete', 'breach'],
};

/** A contract: where it stands and what comes next, its terms, and its schedule with what was delivered. */
export default function ContractShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => translate('lianxin.livestock.of', { name: nameOf(record as unknown as Contract) })}
      crumbs={() => [{ label: translate('resources.livestockContracts.menu'), to: '/livestockContracts' }]}
    >
      <Body />
    </ShowPage>
  );
}

function nameOf({ household }: Contract): string {
  return household?.headName || household?.code || '';
}

function Body() {
  const translate = useTranslate();
  const contract = useRecordContext() as unknown as Contract | undefined;
  const mayEdit = useMay(
    'INDUSTRY_EDIT',
    contract?.station ? [...contract.station.path, contract.station].map(({ id }) => id) : undefined,
  );
  if (!contract) return null;
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>
        {translate('resources.livestockContracts.fields.state')}: {translate(`enums.ContractState.${contract.state}`)}
      </Typography>
      {mayEdit && <Steps contract={contract} />}
      <Terms contract={contract} />
      <Section title={translate('lianxin.livestock.schedule')}>
        <Schedule contract={contract} mayDeliver={mayEdit && ['SIGNED', 'RUNNING'].includes(contract.state)} />
      </Section>
    </>
  );
}

function Steps({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const [step, setStep] = useState<StepName>();
  const open = OPEN[contract.state] ?? [];
  return (
    <Stack direction="row" spacing={1} sx={{ my: 1.5 }}>
      {open.map((one) => (
        <Button
          key={one}
          variant={one === 'breach' ? 'outlined' : 'contained'}
          color={one === 'breach' ? 'error' : 'primary'}
          onClick={() => setStep(one)}
        >
          {translate(`lianxin.livestock.step.${one}`)}
        </Button>
      ))}
      {step && <ContractStep step={step} contract={contract} close={() => setStep(undefined)} />}
    </Stack>
  );
}

function Terms({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.livestockContracts.fields.${field}`);
  const yes = (is: boolean) => translate(is ? 'ra.boolean.true' : 'ra.boolean.false');
  const isEntrusted = contract.mode === 'AGENT_RAISE';
  return (
    <Section title={translate('lianxin.livestock.terms')}>
      <Details>
        <Labelled label={label('mode')}>
          <EnumField source="mode" type="LivestockMode" />
        </Labelled>
        <Labelled label={label('head')}>
          {contract.head} · <EnumField source="species" type="Species" />
        </Labelled>
        <Labelled label={label('station')}>{contract.station?.name}</Labelled>
        <Labelled label={label('programme')}>{contract.programme?.title ?? '—'}</Labelled>
        <Labelled label={label('startsOn')}>
          <DayField source="startsOn" />
        </Labelled>
        <Labelled label={label('signedOn')}>
          <DayField source="signedOn" />
        </Labelled>
        {isEntrusted && (
          <>
            <Labelled label={label('cooperative')}>{contract.cooperative?.name ?? '—'}</Labelled>
            <Labelled label={label('ratio')}>
              {contract.ratioEntrusted}:{contract.ratioReturned} ·{' '}
              {translate('lianxin.livestock.years', { smart_count: contract.years })}
            </Labelled>
            <Labelled label={label('isHalfCarried')}>{yes(contract.isHalfCarried)}</Labelled>
            <Labelled label={label('isPrincipalReturned')}>{yes(contract.isPrincipalReturned)}</Labelled>
          </>
        )}
        {contract.note && (
          <Labelled label={label('note')} isWide>
            {contract.note}
          </Labelled>
        )}
      </Details>
    </Section>
  );
}
