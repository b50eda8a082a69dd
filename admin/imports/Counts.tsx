import CreateIcon from '@mui/icons-material/AddCircleOutlined';
import UpdateIcon from '@mui/icons-material/EditOutlined';
import FailIcon from '@mui/icons-material/ErrorOutlined';
import SkipIcon from '@mui/icons-material/RemoveCircleOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { grouped } from '../parts/figures.js';
import { type Batch, countOf, OUTCOMES, type Outcome } from './batch.js';

const ICONS = { CREATE: CreateIcon, UPDATE: UpdateIcon, SKIP: SkipIcon, FAIL: FailIcon } as const;

interface CountsProps {
  batch: Batch;
  chosen?: Outcome;
  /** Without it the counts are only told. */
  choose?: (outcome: Outcome) => void;
}

/** How many rows come to what; each count opens its rows. */
export function Counts({ batch, chosen, choose }: CountsProps) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        mb: 1,
        maxWidth: 720,
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' },
      }}
    >
      {OUTCOMES.map((outcome) => {
        const Icon = ICONS[outcome];
        return (
          <Button
            key={outcome}
            variant="outlined"
            color={chosen === outcome ? 'primary' : 'secondary'}
            aria-pressed={choose ? chosen === outcome : undefined}
            disabled={!choose}
            onClick={() => choose?.(outcome)}
            startIcon={<Icon aria-hidden />}
            sx={{ justifyContent: 'flex-start', fontSize: 16, '&.Mui-disabled': { color: 'text.primary' } }}
          >
            {translate(`enums.ImportOutcome.${outcome}`)}
            <Box component="span" sx={{ ml: 'auto', pl: 1, fontWeight: 600 }}>
              {grouped(countOf(batch, outcome))}
            </Box>
          </Button>
        );
      })}
    </Box>
  );
}
