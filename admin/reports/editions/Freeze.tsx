import FreezeIcon from '@mui/icons-material/LockClockOutlined';
import { Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormDialog } from '../../parts/FormDialog.js';
import { pathTo, useStationTree } from '../../parts/stations.js';
import { act, newIdempotencyKey } from '../../provider/graphql.js';
import { useMay } from '../../provider/useMe.js';
import { type Asked, variablesOf } from '../asked.js';
import { EDITION_FREEZE } from './editions.documents.js';

/** "Freeze" for those who may at the report's station: asks for a title and leads to the edition. */
export function FreezeButton({ asked }: { asked: Asked }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { data: root } = useStationTree(asked.asOf ?? undefined);
  const path = asked.within ? pathTo(root, asked.within).map(({ id }) => id) : undefined;
  const isAllowed = useMay('REPORT_FREEZE', path);
  if (!isAllowed) return null;
  return (
    <>
      <Button variant="outlined" color="secondary" startIcon={<FreezeIcon />} onClick={() => setOpen(true)}>
        {translate('resources.editions.freeze')}
      </Button>
      {isOpen && <FreezeDialog asked={asked} close={() => setOpen(false)} />}
    </>
  );
}

function FreezeDialog({ asked, close }: { asked: Asked; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [idempotencyKey, setKey] = useState(newIdempotencyKey);
  const change = (next: string) => {
    setTitle(next);
    setKey(newIdempotencyKey());
  };
  const freeze = async () => {
    const input = { ...variablesOf(asked), title };
    const { edition } = await act<{ edition: { id: string } }>(EDITION_FREEZE, 'editionFreeze', {
      input,
      idempotencyKey,
    });
    notify('resources.editions.frozen', { type: 'success' });
    void navigate(`/editions/${edition.id}/show`);
  };
  return (
    <FormDialog
      title={translate('resources.editions.freezeTitle')}
      verb={translate('resources.editions.freeze')}
      fields={['title']}
      isReady={Boolean(title.trim())}
      onClose={close}
      onSubmit={freeze}
    >
      {(wrong) => (
        <>
          <Typography>{translate('resources.editions.freezeEffect')}</Typography>
          <TextField
            autoFocus
            label={translate('resources.editions.fields.title')}
            value={title}
            error={Boolean(wrong('title'))}
            helperText={wrong('title')}
            onChange={(event) => change(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
