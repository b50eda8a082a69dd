import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Labelled } from '../parts/fields.js';
import { grouped } from '../parts/figures.js';

/** What a dividend would be, as the server worked it out. */
export interface Preview {
  shareCount: number;
  householdCount: number;
  total: string;
  least: string;
  most: string;
  extraShares: number;
  remainderRule: string;
}

/** The figures of a dividend before it is saved, and who would get the remainder. */
export function DividendPreview({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  const words = (key: string) => translate(`resources.dividendPlans.${key}`);
  const { shareCount, householdCount, total, least, most, remainderRule } = preview;
  const figures: [string, string][] = [
    ['previewCount', grouped(shareCount)],
    ['previewHouseholds', grouped(householdCount)],
    ['previewTotal', grouped(total)],
    ['previewRange', least === most ? grouped(least) : `${grouped(least)} – ${grouped(most)}`],
  ];
  return (
    <Box sx={{ mt: 2, border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' } }}
      >
        {figures.map(([key, text]) => (
          <Labelled key={key} label={words(key)}>
            <strong>{text}</strong>
          </Labelled>
        ))}
      </Box>
      <Typography sx={{ mt: 1.5 }}>{remainderRule}</Typography>
    </Box>
  );
}
