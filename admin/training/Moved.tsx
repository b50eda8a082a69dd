import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { type LevelTest, useMoved } from './levelTest.js';

/** Who came to another class group by a test, by name. */
export function Moved({ test }: { test: LevelTest }) {
  const translate = useTranslate();
  const { data: moved, error, refetch } = useMoved(test);
  return (
    <Section title={translate('resources.levelTests.movement', { smart_count: moved?.length ?? 0 })}>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : moved ? (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            p: 0,
            m: 0,
            display: 'grid',
            columnGap: 3,
            maxHeight: 320,
            overflowY: 'auto',
            gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
          }}
          tabIndex={0}
        >
          {moved.map(({ id, person, movedFrom, placedIn }) => (
            <Box component="li" key={id} sx={{ display: 'flex', gap: 1, py: 0.25 }}>
              <Typography component="span" sx={{ flexGrow: 1 }}>
                {person?.name ?? '—'}
              </Typography>
              <Typography component="span" color="textSecondary">
                {movedFrom?.name} → {placedIn?.name}
              </Typography>
            </Box>
          ))}
        </Box>
      ) : (
        <Loading rows={3} />
      )}
    </Section>
  );
}
