import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { act } from '../provider/graphql.js';
import { type Permission, reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';

/** What a template shows of its use. */
export interface Retirable {
  id: string;
  version: number;
  retiredOn: string | null;
  retiredBecause: string | null;
}

interface RetireProps {
  /** The template's noun in GraphQL, such as `brief`. */
  noun: 'brief' | 'reportForm';
  documents: { retire: string; reinstate: string };
  permission: Permission;
  /** What it is called on its page. */
  name: string;
}

/** "Retire" for who may change the template, and "Use again" for one that is retired. */
export function RetireButton({ noun, documents, permission, name }: RetireProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const record = useRecordContext<Retirable>();
  const isAllowed = useMay(permission, reachPath(record));
  const [isOpen, setOpen] = useState(false);
  if (!record || !isAllowed) return null;
  const { id, version, retiredOn } = record;
  const word = (key: string, values?: object) => translate(`lianxin.report.template.${key}`, values);
  const verb = retiredOn ? 'reinstate' : 'retire';
  const run = async (reason: string) => {
    if (retiredOn) await act(documents.reinstate, `${noun}Reinstate`, { id, version });
    else await act(documents.retire, `${noun}Retire`, { id, version, reason });
    notify(`lianxin.report.template.${verb}Done`, { type: 'success' });
    refresh();
  };
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen(true)}>
        {word(verb)}
      </Button>
      <ReasonDialog
        title={word(`${verb}Title`, { name })}
        verb={word(verb)}
        reason={retiredOn ? 'none' : 'required'}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={run}
      >
        <Typography>{word(`${verb}Effect`)}</Typography>
      </ReasonDialog>
    </>
  );
}

/** Says since when and why a template is retired. */
export function RetiredNote() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const record = useRecordContext<Retirable>();
  if (!record?.retiredOn) return null;
  const values = { day: day(record.retiredOn, locale), reason: record.retiredBecause };
  return (
    <Alert severity="warning" role="status" sx={{ mb: 1 }}>
      {translate('lianxin.report.template.retired', values)}
    </Alert>
  );
}
