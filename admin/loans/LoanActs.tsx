import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { FormDialog } from '../parts/FormDialog.js';
import { plain } from '../parts/figures.js';
import { act } from '../provider/graphql.js';
import type { Loan } from './loan.js';
import { LOAN_GRANT, LOAN_REPAY, LOAN_WITHDRAW } from './loans.documents.js';

type Open = 'grant' | 'withdraw' | 'repay';

/** What may be done with a loan in its state. */
export function LoanActs({ loan }: { loan: Loan }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const acts: Open[] = loan.state === 'APPLIED' ? ['grant', 'withdraw'] : loan.state === 'GRANTED' ? ['repay'] : [];
  if (!acts.length) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {acts.map((name) => (
        <Button
          key={name}
          variant={name === 'withdraw' ? 'outlined' : 'contained'}
          color={name === 'withdraw' ? 'secondary' : 'primary'}
          onClick={() => setOpen(name)}
        >
          {translate(`resources.loans.${name}`)}
        </Button>
      ))}
      {open === 'grant' && <GrantDialog loan={loan} close={close} />}
      {open === 'repay' && <RepayDialog loan={loan} close={close} />}
      {open === 'withdraw' && <WithdrawDialog loan={loan} close={close} />}
    </Box>
  );
}

interface Props {
  loan: Loan;
  close: () => void;
}

function useDone() {
  const notify = useNotify();
  const refresh = useRefresh();
  return () => {
    notify('resources.loans.done', { type: 'success' });
    refresh();
  };
}

function WithdrawDialog({ loan: { id, version }, close }: Props) {
  const translate = useTranslate();
  const done = useDone();
  return (
    <ReasonDialog
      isOpen
      title={translate('resources.loans.withdraw')}
      verb={translate('resources.loans.withdraw')}
      onClose={close}
      onConfirm={async (reason) => {
        await act(LOAN_WITHDRAW, 'loanWithdraw', { id, version, reason });
        done();
      }}
    >
      <Typography>{translate('resources.loans.withdrawEffect')}</Typography>
    </ReasonDialog>
  );
}

function GrantDialog({ loan: { id, version }, close }: Props) {
  const translate = useTranslate();
  const done = useDone();
  const [on, setOn] = useState(today());
  const [dueOn, setDueOn] = useState('');
  const days = [
    ['on', 'grantedOn', on, setOn],
    ['dueOn', 'dueOn', dueOn, setDueOn],
  ] as const;
  return (
    <FormDialog
      title={translate('resources.loans.grant')}
      verb={translate('resources.loans.grant')}
      fields={['on', 'dueOn']}
      isReady={Boolean(on && dueOn)}
      onClose={close}
      onSubmit={async () => {
        await act(LOAN_GRANT, 'loanGrant', { id, version, on, dueOn });
        done();
      }}
    >
      {(wrong) =>
        days.map(([field, word, value, set]) => (
          <TextField
            key={field}
            type="date"
            label={translate(`resources.loans.fields.${word}`)}
            value={value}
            error={Boolean(wrong(field))}
            helperText={wrong(field)}
            onChange={(event) => set(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))
      }
    </FormDialog>
  );
}

function RepayDialog({ loan, close }: Props) {
  const translate = useTranslate();
  const done = useDone();
  const [amount, setAmount] = useState(loan.outstanding);
  const [on, setOn] = useState(today());
  const { id, version } = loan;
  return (
    <FormDialog
      title={translate('resources.loans.repay')}
      verb={translate('resources.loans.repay')}
      fields={['amount', 'on']}
      isReady={Boolean(plain(amount) && on)}
      onClose={close}
      onSubmit={async () => {
        await act(LOAN_REPAY, 'loanRepay', { id, version, amount: plain(amount), on });
        done();
      }}
    >
      {(wrong) => (
        <>
          <TextField
            label={translate('resources.loans.fields.amount')}
            value={amount}
            error={Boolean(wrong('amount'))}
            helperText={wrong('amount')}
            onChange={(event) => setAmount(event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
          />
          <TextField
            type="date"
            label={translate('resources.loans.repaidOn')}
            value={on}
            error={Boolean(wrong('on'))}
            helperText={wrong('on')}
            onChange={(event) => setOn(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
