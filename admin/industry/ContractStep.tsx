import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import { CONTRACT_CHECK, CONTRACT_END, CONTRACT_SIGN, CONTRACT_START } from './livestock.documents.js';
import type { Contract } from './Schedule.js';

/** A step of a contract; the last two are the two ways to end it. */
export type StepName = 'check' | 'sign' | 'start' | 'complete' | 'breach';

const STEPS: Readonly<Record<StepName, readonly [document: string, root: string]>> = {
  check: [CONTRACT_CHECK, 'livestockContractCheck'],
  sign: [CONTRACT_SIGN, 'livestockContractSign'],
  start: [CONTRACT_START, 'livestockContractStart'],
  complete: [CONTRACT_END, 'livestockContractEnd'],
  breach: [CONTRACT_END, 'livestockContractEnd'],
};

interface StepProps {
  step: StepName;
  contract: Contract;
  close: () => void;
}

function useStep({ step, contract }: StepProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [onDay, setOnDay] = useState(today());
  const [reason, setReason] = useState('');
  const isBreached = step === 'breach';
  const submit = async () => {
    const [document, root] = STEPS[step];
    const isEnd = isBreached || step === 'complete';
    const more = isEnd ? { isBreached, reason: reason.trim() || null } : {};
    await act(document, root, { id: contract.id, version: contract.version, onDay, ...more });
    const messageArgs = { step: translate(`lianxin.livestock.step.${step}`) };
    notify('lianxin.livestock.stepDone', { type: 'success', messageArgs });
    refresh();
  };
  return { onDay, setOnDay, reason, setReason, isBreached, submit };
}

/** Takes a step on a day; breaking off asks why. */
export function ContractStep(props: StepProps) {
  const translate = useTranslate();
  const { onDay, setOnDay, reason, setReason, isBreached, submit } = useStep(props);
  const verb = translate(`lianxin.livestock.step.${props.step}`);
  return (
    <FormDialog
      title={verb}
      verb={verb}
      fields={['onDay', 'reason']}
      isReady={Boolean(onDay && (!isBreached || reason.trim()))}
      isDangerous={isBreached}
      onClose={props.close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField
            type="date"
            label={translate('lianxin.livestock.onDay')}
            value={onDay}
            onChange={(event) => setOnDay(event.target.value)}
            error={Boolean(wrong('onDay'))}
            helperText={wrong('onDay')}
          />
          {isBreached && <Why value={reason} onChange={setReason} error={wrong('reason')} />}
        </>
      )}
    </FormDialog>
  );
}

function Why({ value, onChange, error }: { value: string; onChange: (reason: string) => void; error?: string }) {
  return (
    <TextField
      label={useTranslate()('lianxin.reason.label')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      multiline
      minRows={2}
      error={Boolean(error)}
      helperText={error}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
