import { Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRedirect, useRefresh, useTranslate } from 'react-admin';
import { ReasonDialog } from '../parts/dialogs.js';
import { act as send } from '../provider/graphql.js';
import { useKind } from './kind.js';
import type { Programme } from './programme.js';

const NEEDS_COMMENT = ['RETURN', 'STOP'];
const DANGEROUS = ['STOP', 'DISCARD'];

interface StepDialogProps {
  act: string;
  programme: Programme;
  close: () => void;
}

/** One step with its comment; it is taken on the version that the person has seen, so a change in between refuses it. */
export function StepDialog({ act, programme, close }: StepDialogProps) {
  const translate = useTranslate();
  const [{ id, version }] = useState(programme);
  const take = useTakeStep();
  const reason = act === 'DISCARD' ? 'none' : NEEDS_COMMENT.includes(act) ? 'required' : 'optional';
  const isAmendment = programme.pendingRevision && ['APPROVE', 'RETURN'].includes(act);
  const verb = translate(isAmendment ? `lianxin.programme.amendment.${act}` : `enums.ProgrammeAct.${act}`);
  return (
    <ReasonDialog
      isOpen
      title={translate('lianxin.programme.stepTitle', { act: verb, title: programme.title })}
      verb={verb}
      reason={reason}
      reasonLabel={translate('lianxin.programme.comment')}
      isDangerous={DANGEROUS.includes(act)}
      onClose={close}
      onConfirm={(comment) => take({ act, id, version, comment })}
    >
      <Typography>{translate(`lianxin.programme.effect.${isAmendment ? `AMENDMENT_${act}` : act}`)}</Typography>
    </ReasonDialog>
  );
}

/** Takes a step and shows the programme as it stands then; a discarded draft leads back to the list. */
function useTakeStep() {
  const { one, documents, name } = useKind();
  const refresh = useRefresh();
  const redirect = useRedirect();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const reread = () => {
    for (const key of ['waiting', 'figures', 'report']) void queryClient.invalidateQueries({ queryKey: [key] });
    refresh();
  };
  return async ({ act, id, version, comment }: { act: string; id: string; version: number; comment: string }) => {
    const isDiscard = act === 'DISCARD';
    const document = isDiscard ? documents.discard : documents[act as 'SUBMIT'];
    const root = `${one}${act.charAt(0)}${act.slice(1).toLowerCase()}`;
    const variables = isDiscard ? { id, version } : { id, version, comment: comment || null };
    try {
      await send(document, root, variables);
    } catch (error) {
      if (!isDiscard) refresh();
      throw error;
    }
    notify(`lianxin.programme.done.${act}`, { type: 'info' });
    if (isDiscard) redirect('list', name);
    reread();
  };
}
