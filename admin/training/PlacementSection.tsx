import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ReasonDialog } from '../parts/dialogs.js';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type LevelTest, type Placement, usePlacement, useReload } from './levelTest.js';
import { TEST_PLACE } from './levelTests.documents.js';

/** What the rule does to the class groups: tried out before it is applied, kept once it was. */
export function PlacementSection({ test }: { test: LevelTest }) {
  const translate = useTranslate();
  const { data: placement, error, refetch } = usePlacement(test);
  const title = translate(`resources.levelTests.${test.state === 'PLACED' ? 'placed' : 'preview'}`);
  return (
    <Section title={title} actions={placement && <PlaceButton test={test} placement={placement} />}>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : placement ? (
        <>
          <Typography sx={{ mb: 1 }}>{placement.hindrance ?? summaryOf(placement, translate)}</Typography>
          <Groups placement={placement} />
        </>
      ) : (
        <Loading rows={3} />
      )}
    </Section>
  );
}

function summaryOf({ scored, moved, unscored }: Placement, translate: ReturnType<typeof useTranslate>): string {
  return translate('resources.levelTests.summary', { scored, moved, unscored });
}

function Groups({ placement }: { placement: Placement }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.levelTests.placement.${key}`);
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={word('table')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, maxWidth: 720 }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{word('group')}</TableCell>
            {['fromScore', 'before', 'after'].map((key) => (
              <TableCell key={key} align="right">
                {word(key)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {placement.groups.map(({ classGroup, fromScore, before, after }) => (
            <TableRow key={classGroup.id}>
              <TableCell component="th" scope="row">
                {classGroup.name}
              </TableCell>
              <TableCell align="right">{fromScore ?? '—'}</TableCell>
              <TableCell align="right">{before}</TableCell>
              <TableCell align="right">{after}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function PlaceButton({ test, placement }: { test: LevelTest; placement: Placement }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReload();
  const [isOpen, setOpen] = useState(false);
  const isAllowed = useMay('TRAINING_EDIT', reachPath(test));
  if (!isAllowed || placement.isDone || placement.hindrance) return null;
  const place = async () => {
    await act(TEST_PLACE, 'levelTestPlace', { id: test.id, version: placement.test.version });
    notify(translate('resources.levelTests.placedNow', { moved: placement.moved }));
    await reload();
  };
  const verb = translate('resources.levelTests.place');
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <ReasonDialog
        title={verb}
        verb={verb}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={place}
        reason="none"
      >
        <Typography>{summaryOf(placement, translate)}</Typography>
        {placement.moves.map(({ from, to, people }) => (
          <Typography key={`${from.id} ${to.id}`}>
            {translate('resources.levelTests.move', { from: from.name, to: to.name, people })}
          </Typography>
        ))}
        <Typography color="textSecondary">{translate('resources.levelTests.placeOnce')}</Typography>
      </ReasonDialog>
    </>
  );
}
