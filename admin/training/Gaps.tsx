import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../parts/Page.js';

/** Somebody who has not come yet. */
export interface Gap {
  id: string;
  name: string;
  isCadre: boolean;
  station: { id: string; name: string } | null;
  household: { id: string; code: string; headName: string } | null;
}

interface GapsProps {
  gaps: { totalCount: number; nodes: Gap[] };
  offset: number;
  size: number;
  go: (offset: number) => void;
}

/** Who has not come yet, by name, a page at a time. */
export function Gaps({ gaps, offset, size, go }: GapsProps) {
  const translate = useTranslate();
  const { totalCount, nodes } = gaps;
  const label = (field: string, words?: object) => translate(`resources.trainingCoverage.${field}`, words);
  return (
    <Section title={label('gaps', { count: totalCount })}>
      {totalCount === 0 ? (
        <Alert severity="success" role="status">
          {label('noGaps')}
        </Alert>
      ) : (
        <>
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              p: 0,
              m: 0,
              display: 'grid',
              columnGap: 3,
              gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' },
            }}
          >
            {nodes.map((one) => (
              <Box component="li" key={one.id} sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
                {one.name}{' '}
                <Typography component="span" color="textSecondary">
                  {[
                    one.household
                      ? label('of', { head: one.household.headName, code: one.household.code })
                      : label('cadre'),
                    one.station?.name,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </Box>
            ))}
          </Box>
          {totalCount > size && (
            <Stack direction="row" spacing={1} sx={{ mt: 1, alignItems: 'center' }}>
              <Button color="secondary" disabled={offset === 0} onClick={() => go(Math.max(0, offset - size))}>
                {translate('ra.navigation.previous')}
              </Button>
              <Typography>{`${offset + 1}–${offset + nodes.length} / ${totalCount}`}</Typography>
              <Button color="secondary" disabled={offset + size >= totalCount} onClick={() => go(offset + size)}>
                {translate('ra.navigation.next')}
              </Button>
            </Stack>
          )}
        </>
      )}
    </Section>
  );
}
