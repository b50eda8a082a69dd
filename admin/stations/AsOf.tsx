import { Alert, Button, Stack, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, today } from '../parts/dates.js';
import { isDay, useGo, usePlace } from './place.js';

const FIRST_DAY = '1949-10-01';

/** The day on which the tree is looked at; the address holds it, today stands for none. */
export function AsOf() {
  const translate = useTranslate();
  const { asOf } = usePlace();
  const go = useGo();
  const [draft, setDraft] = useState(asOf ?? today());
  useEffect(() => setDraft(asOf ?? today()), [asOf]);
  const take = (value: string) => {
    setDraft(value);
    if (isDay(value) && value >= FIRST_DAY && value < '2100') go({ asOf: value === today() ? undefined : value }, true);
  };
  const label = translate('resources.stations.asOf.label');
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <span aria-hidden>{label}</span>
      <TextField
        type="date"
        value={draft}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setDraft(asOf ?? today())}
        sx={{ width: 160 }}
        slotProps={{ htmlInput: { 'aria-label': label, min: FIRST_DAY } }}
      />
    </Stack>
  );
}

/** Says that another day than today is on the screen, that nothing can be changed there, and leads back. */
export function AsOfBanner() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { asOf } = usePlace();
  const go = useGo();
  if (!asOf) return null;
  const key = asOf < today() ? 'past' : 'future';
  return (
    <Alert
      severity="info"
      role="status"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={() => go({ asOf: undefined }, true)}>
          {translate('resources.stations.asOf.back')}
        </Button>
      }
    >
      {translate(`resources.stations.asOf.${key}`, { day: day(asOf, locale) })}
    </Alert>
  );
}
