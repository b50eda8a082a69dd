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

/** Takes a step on a day; breaking off asks why. */
export function ContractStep({ step, contract, close }: { step: StepName; contract: Contract; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [onDay, setOnDay] = useState(today());
  const [reason, setReason] = useState('');
  const verb = translate(`lianxin.livestock.step.${step}`);
  const isBreached = step === 'breach';
  const submit = async () => {
    const [document, root] = STEPS[step];
    const isEnd = isBreached || step === 'complete';
    const more = isEnd ? { isBreached, reason: reason.trim() || null } : {};
    await act(document, root, { id: contract.id, version: contract.version, onDay, ...more });
    notify('lianxin.livestock.stepDone', { type: 'success', messageArgs: { step: verb } });
    refresh();
  };
  return (
    <FormDialog
      title={verb}
      verb={verb}
      fields={['onDay', 'reason']}
      isReady={Boolean(onDay && (!isBreached || reason.trim()))}
      isDangerous={isBreached}
      onClose={close}
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
          {isBreached && (
            <TextField
              label={translate('lianxin.reason.label')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              multiline
              minRows={2}
              error={Boolean(wrong('reason'))}
              helperText={wrong('reason')}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
