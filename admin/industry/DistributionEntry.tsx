import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonDialog, Refusal } from '../parts/dialogs.js';
import { Page } from '../parts/Page.js';
import { ErrorState, NoPermission } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { FieldErrors } from '../provider/errors.js';
import { useMay } from '../provider/useMe.js';
import { EntryGrid } from './EntryGrid.js';
import { type Choices, type Heading, useChoices, useEntry } from './useEntry.js';

/** What a whole village was given, entered in one grid: typed down the column or pasted from a spreadsheet. */
export default function DistributionEntry() {
  const translate = useTranslate();
  const mayEnter = useMay('INDUSTRY_ENROL');
  const { data, error, isPending, refetch } = useChoices();
  const crumbs = [{ label: translate('resources.distributions.menu'), to: '/distributions' }];
  return (
    <Page
      title={translate('lianxin.distribution.enter')}
      crumbs={crumbs}
      lead={translate('lianxin.distribution.enterLead')}
    >
      {!mayEnter ? (
        <NoPermission missing={{ permission: 'INDUSTRY_ENROL' }} />
      ) : error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading shape="form" />
      ) : (
        <Entry choices={data} />
      )}
    </Page>
  );
}

function Entry({ choices }: { choices: Choices }) {
  const translate = useTranslate();
  const entry = useEntry();
  const [isAsking, setAsking] = useState(false);
  const { heading, put, filled, said, error, isBusy, village } = entry;
  const isReady = Boolean(heading.programmeId && heading.itemId && heading.unit && heading.onDay && filled.length);
  const item = choices.distributionItems.nodes.find(({ id }) => id === heading.itemId);
  const effect = translate('lianxin.distribution.effect', { smart_count: filled.length, item: item?.name ?? '' });
  return (
    <>
      <Heads choices={choices} heading={heading} put={put} />
      {village.error ? <ErrorState error={village.error} retry={village.refetch} /> : null}
      {village.isFetching && <Loading rows={4} />}
      {heading.stationId && village.data?.length === 0 && (
        <EmptyNothing why={translate('lianxin.distribution.noHouseholds')} />
      )}
      {entry.rows.length > 0 && <EntryGrid entry={entry} />}
      <Box role="status" sx={{ my: 1 }}>
        {said && <Alert severity="info">{said}</Alert>}
      </Box>
      {error !== undefined && <Refusal error={headError(error)} />}
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mt: 1 }}>
        <Button variant="contained" disabled={!isReady || isBusy} onClick={() => setAsking(true)}>
          {translate('lianxin.distribution.save')}
        </Button>
        <Typography color="textSecondary">{filled.length > 0 && effect}</Typography>
      </Stack>
      <ReasonDialog
        isOpen={isAsking}
        title={translate('lianxin.distribution.save')}
        verb={translate('lianxin.distribution.save')}
        reason="none"
        onClose={() => setAsking(false)}
        onConfirm={entry.save}
      >
        <Typography>{effect}</Typography>
      </ReasonDialog>
    </>
  );
}

/** What concerns no single row, for those stand at their rows. */
function headError(error: unknown): unknown {
  if (!(error instanceof FieldErrors)) return error;
  const heads = error.errors.filter(({ path }) => !(path?.[1] === 'rows' && path.length > 2));
  return heads.length ? new FieldErrors(heads) : error;
}

interface HeadsProps {
  choices: Choices;
  heading: Heading;
  put: (more: Partial<Heading>) => void;
}

function Heads({ choices, heading, put }: HeadsProps) {
  const translate = useTranslate();
  const word = (field: string) => translate(`lianxin.distribution.${field}`);
  const items = choices.distributionItems.nodes;
  const units = items.find(({ id }) => id === heading.itemId)?.units ?? [];
  const chooseItem = (itemId: string) => put({ itemId, unit: items.find(({ id }) => id === itemId)?.units[0] ?? '' });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' },
        mb: 2,
      }}
    >
      <TextField
        select
        label={word('programme')}
        value={heading.programmeId}
        onChange={(e) => put({ programmeId: e.target.value })}
      >
        {choices.industryProgrammes.nodes.map(({ id, title, station }) => (
          <MenuItem key={id} value={id}>
            {station ? `${title}（${station.name}）` : title}
          </MenuItem>
        ))}
      </TextField>
      <TextField select label={word('item')} value={heading.itemId} onChange={(e) => chooseItem(e.target.value)}>
        {items.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('lianxin.unit')}
        value={heading.unit}
        onChange={(e) => put({ unit: e.target.value })}
      >
        {units.map((unit) => (
          <MenuItem key={unit} value={unit}>
            {translate(`enums.Unit.${unit}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="date"
        label={word('onDay')}
        value={heading.onDay}
        onChange={(e) => put({ onDay: e.target.value })}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <StationPicker label={word('village')} value={heading.stationId} onChange={(stationId) => put({ stationId })} />
    </Box>
  );
}
