import { Box, Button, Link, Stack } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, moment } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { useEnumLabel } from '../parts/fields.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type Household, type HouseholdChange, useRefreshHouseholds } from './household.js';
import { HOUSEHOLD_CHANGE_UNDO } from './households.documents.js';

/** Splits, mergers and strikings off, with the other household, and the way back while nothing hangs on them. */
export function Changes({ household }: { household: Household }) {
  const isKeeper = useMay('HOUSEHOLD_EDIT', reachPath(household));
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {household.changes.map((change) => (
        <Change key={change.id} change={change} household={household} isKeeper={isKeeper} />
      ))}
    </Box>
  );
}

function Change(props: { change: HouseholdChange; household: Household; isKeeper: boolean }) {
  const { change, household, isKeeper } = props;
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefreshHouseholds();
  const [locale] = useLocaleState();
  const kind = useEnumLabel('HouseholdChangeKind');
  const [isOpen, setOpen] = useState(false);
  const other = change.other?.id === household.id ? change.household : change.other;
  const undo = async (reason: string) => {
    await act(HOUSEHOLD_CHANGE_UNDO, 'householdChangeUndo', { id: change.id, reason });
    await refresh();
    notify('resources.households.done.undo', { type: 'success' });
  };
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ py: 1, borderTop: 1, borderColor: 'divider', alignItems: 'center', flexWrap: 'wrap' }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0, textDecoration: change.undoneAt ? 'line-through' : undefined }}>
        {kind(change.kind)} · {day(change.validFrom, locale)} · {change.reason}
        {other && (
          <>
            {' · '}
            <Link component={RouterLink} to={`/households/${other.id}/show`} color="inherit">
              {other.headName || translate('resources.households.headless')} · {other.code}
            </Link>
          </>
        )}
      </Box>
      {change.undoneAt ? (
        <span>
          {translate('resources.households.undone', { by: change.undoneBy, at: moment(change.undoneAt, locale) })}
        </span>
      ) : (
        isKeeper && (
          <Button color="secondary" onClick={() => setOpen(true)}>
            {translate('resources.households.act.undo')}
          </Button>
        )
      )}
      <ReasonDialog
        isOpen={isOpen}
        title={translate('resources.households.ask.undo', { kind: kind(change.kind) })}
        verb={translate('resources.households.act.undo')}
        onClose={() => setOpen(false)}
        onConfirm={undo}
      >
        {translate('resources.households.effect.undo')}
      </ReasonDialog>
    </Stack>
  );
}
