import { Box, Button, Chip, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleState, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { DayField, Details, Labelled, MoneyField } from '../parts/fields.js';
import { grouped, yuan } from '../parts/figures.js';
import { Section, stationCrumbs } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { EmptyNothing } from '../parts/states.js';
import { act, ask } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { LoanActs } from './LoanActs.js';
import { State } from './LoanList.js';
import type { Loan, Repayment } from './loan.js';
import { LOAN_HOUSEHOLD, REPAYMENT_REVERSE } from './loans.documents.js';

/** A loan: whose it is, what is owed, what may be done, and what was repaid. */
export default function LoanShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) =>
        `${translate('resources.loans.one')} ${yuan(String(record.amount))} ${translate('lianxin.yuan')}`
      }
      crumbs={(record) => {
        const { station } = record as unknown as Loan;
        const list = { label: translate('resources.loans.menu'), to: '/loans' };
        return [list, ...(station ? stationCrumbs([...station.path, station]) : [])];
      }}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const translate = useTranslate();
  const record = useRecordContext();
  const loan = record as unknown as Loan | undefined;
  const isEditor = useMay('INDUSTRY_EDIT', reachPath(record));
  if (!loan) return null;
  return (
    <>
      {record?.isInvented && (
        <Chip size="small" variant="outlined" label={translate('lianxin.programme.inventedLong')} />
      )}
      {isEditor && <LoanActs loan={loan} />}
      <Facts loan={loan} />
      <Section title={translate('resources.loans.repayments')}>
        <Repayments loan={loan} isEditor={isEditor} />
      </Section>
    </>
  );
}

function Facts({ loan }: { loan: Loan }) {
  const translate = useTranslate();
  const record = useRecordContext();
  const label = (field: string) => translate(`resources.loans.fields.${field}`);
  return (
    <Box sx={{ mt: 2 }}>
      <Details>
        <Labelled label={label('household')}>
          <Holder loan={loan} />
        </Labelled>
        <Labelled label={label('state')}>
          <State />
        </Labelled>
        {(['amount', 'outstanding'] as const).map((source) => (
          <Labelled key={source} label={label(source)}>
            <MoneyField source={source} />
          </Labelled>
        ))}
        <Labelled label={label('lender')}>{loan.lender}</Labelled>
        <Labelled label={label('purpose')}>{String(record?.purpose ?? '—')}</Labelled>
        {(['appliedOn', 'grantedOn', 'dueOn'] as const).map((source) => (
          <Labelled key={source} label={label(source)}>
            <DayField source={source} />
          </Labelled>
        ))}
      </Details>
    </Box>
  );
}

interface HouseholdAnswer {
  loan: { household: { code: string; headName: string } | null };
}

/** Whose loan it is; those who do not see the register see the village alone. */
function Holder({ loan }: { loan: Loan }) {
  const hasRegister = useMay('HOUSEHOLD_READ', reachPath(loan));
  const { data } = useQuery({
    queryKey: ['loanHousehold', loan.id],
    queryFn: ({ signal }) => ask<HouseholdAnswer>(LOAN_HOUSEHOLD, { id: loan.id }, { signal }),
    enabled: hasRegister,
  });
  const household = data?.loan.household;
  return <span>{household ? `${household.headName || '—'} · ${household.code}` : (loan.station?.name ?? '—')}</span>;
}

function Repayments({ loan, isEditor }: { loan: Loan; isEditor: boolean }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [undoing, setUndoing] = useState<Repayment>();
  const reversed = new Set(loan.repayments.map(({ reverses }) => reverses?.id));
  if (!loan.repayments.length) return <EmptyNothing why={translate('resources.loans.noRepayments')} />;
  const take = async (reason: string) => {
    await act(REPAYMENT_REVERSE, 'loanRepaymentReverse', { id: undoing?.id, reason });
    notify('resources.loans.done', { type: 'success' });
    refresh();
  };
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {loan.repayments.map((line) => (
        <Line
          key={line.id}
          line={line}
          undo={isEditor && !line.reverses && !reversed.has(line.id) ? () => setUndoing(line) : undefined}
        />
      ))}
      {undoing && (
        <ReasonDialog
          isOpen
          isDangerous
          title={translate('resources.loans.reverseTitle')}
          verb={translate('resources.loans.reverse')}
          onClose={() => setUndoing(undefined)}
          onConfirm={take}
        />
      )}
    </Box>
  );
}

function Line({ line, undo }: { line: Repayment; undo?: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const verb = translate('resources.loans.reverse');
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 2, alignItems: 'center', borderBottom: 1, borderColor: 'divider', minHeight: 44 }}
    >
      <span>{day(line.on, locale)}</span>
      <Box component="span" sx={{ flexGrow: 1 }}>
        {grouped(line.amount)} {translate('lianxin.yuan')}
        {line.reverses && (
          <Typography component="span" color="textSecondary">
            {' '}
            · {translate('resources.loans.reversal')}：{line.reason}
          </Typography>
        )}
      </Box>
      {undo && (
        <Button size="small" color="secondary" aria-label={`${verb} ${line.amount}`} onClick={undo}>
          {verb}
        </Button>
      )}
    </Box>
  );
}
