import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { EmptyNothing } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import type { ReachedHousehold } from './project.js';
import { PROJECT_HOUSEHOLD_END } from './villageProject.documents.js';

const SHOWN = 12;

interface Props {
  rows: readonly ReachedHousehold[];
  isEditor: boolean;
  reread: () => void;
}

/** The households that a project reaches today: how many, the first of them, and all on request. */
export function ReachedHouseholds({ rows, isEditor, reread }: Props) {
  const translate = useTranslate();
  const [isWhole, setWhole] = useState(false);
  const [leaving, setLeaving] = useState<ReachedHousehold>();
  const words = (key: string, options?: object) => translate(`lianxin.project.${key}`, options);
  const held = rows.filter(({ endedOn }) => !endedOn);
  if (!held.length) return <EmptyNothing why={words('noHouseholds')} />;
  const shown = isWhole ? held : held.slice(0, SHOWN);
  const columns = { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr' };
  return (
    <>
      <Typography sx={{ mb: 1 }}>{words('householdCount', { count: held.length })}</Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gridTemplateColumns: columns, columnGap: 3 }}
      >
        {shown.map((row) => (
          <Row key={row.id} row={row} leave={isEditor ? () => setLeaving(row) : undefined} />
        ))}
      </Box>
      {held.length > shown.length && (
        <Button color="secondary" onClick={() => setWhole(true)} sx={{ mt: 1 }}>
          {words('moreHouseholds', { count: held.length })}
        </Button>
      )}
      {leaving && (
        <ReasonDialog
          isOpen
          isDangerous
          title={words('removeTitle', { name: leaving.household?.headName ?? '' })}
          verb={words('remove')}
          onClose={() => setLeaving(undefined)}
          onConfirm={async (reason) => {
            await act(PROJECT_HOUSEHOLD_END, 'projectHouseholdEnd', { id: leaving.id, reason });
            reread();
          }}
        />
      )}
    </>
  );
}

function Row({ row, leave }: { row: ReachedHousehold; leave?: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const verb = translate('lianxin.project.remove');
  const { headName = '', code = '' } = row.household ?? {};
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, borderBottom: 1, borderColor: 'divider', minHeight: 44 }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        {headName || '—'}{' '}
        <Typography component="span" variant="body2" color="textSecondary">
          {code} · {day(row.on, locale)}
        </Typography>
      </Box>
      {leave && (
        <Button size="small" color="secondary" aria-label={`${verb} ${headName} ${code}`} onClick={leave}>
          {verb}
        </Button>
      )}
    </Box>
  );
}
