import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { CopyButton } from '../parts/CopyButton.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { None } from '../parts/fields.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { PERSON_REVEAL } from './households.documents.js';

interface Revealed {
  value: string | null;
  leftToday: number;
}

/** A masked number; whoever may is shown it whole, having said why, until the page is left. It is kept nowhere. */
export function Reveal({ number, masked }: { number: 'ID_NUMBER' | 'PHONE'; masked: string | null }) {
  const translate = useTranslate();
  const record = useRecordContext();
  const isAllowed = useMay('HOUSEHOLD_REVEAL', reachPath(record));
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Revealed>();
  if (!masked || !record) return <None />;
  const reveal = async (reason: string) => {
    const answer = await act<{ revealed: Revealed }>(PERSON_REVEAL, 'personReveal', { id: record.id, number, reason });
    setShown(answer.revealed);
  };
  const what = translate(`enums.PersonNumber.${number}`);
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography component="span">{shown?.value ?? masked}</Typography>
      {shown?.value && <CopyButton text={shown.value} />}
      {shown && (
        <Typography component="span" color="textSecondary">
          {translate('resources.persons.leftToday', { smart_count: shown.leftToday })}
        </Typography>
      )}
      {isAllowed && !shown && (
        <Button
          color="secondary"
          onClick={() => setOpen(true)}
          aria-label={`${translate('resources.persons.reveal')}: ${what}`}
        >
          {translate('resources.persons.reveal')}
        </Button>
      )}
      <ReasonDialog
        isOpen={isOpen}
        title={translate('resources.persons.revealOf', { what, name: record.name })}
        verb={translate('resources.persons.reveal')}
        onClose={() => setOpen(false)}
        onConfirm={reveal}
      >
        <Typography>{translate('resources.persons.revealEffect')}</Typography>
      </ReasonDialog>
    </Stack>
  );
}
