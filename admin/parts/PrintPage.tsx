import { Box, Button, GlobalStyles, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, today } from './dates.js';

const SERIF = '"FangSong","STFangsong","Noto Serif CJK SC","SimSun",serif';

const paperOf = (isWide: boolean) => ({
  '@page': { size: isWide ? 'A4 landscape' : 'A4', margin: isWide ? '15mm 18mm' : '20mm 18mm' },
  '@media print': {
    body: { background: '#fff' },
    '#root': { minHeight: '0 !important' },
    '.lianxin-screen': { display: 'none !important' },
  },
});

const SHEET = {
  maxWidth: '174mm',
  mx: 'auto',
  p: { xs: 2, md: 4 },
  bgcolor: '#fff',
  color: '#000',
  fontFamily: SERIF,
  fontSize: 15,
  overflowWrap: 'anywhere',
  '& h1': { fontFamily: SERIF, fontSize: 22, fontWeight: 700, textAlign: 'center', my: 2 },
  '& h2': { fontFamily: SERIF, fontSize: 17, fontWeight: 700, mt: 2.5, mb: 0.5 },
  '& table': { width: '100%', borderCollapse: 'collapse', fontFamily: SERIF, fontSize: 14 },
  '& th, & td': { border: '1px solid #000', p: 0.5, textAlign: 'left', verticalAlign: 'top' },
  '& thead': { display: 'table-header-group' },
  '& tr': { breakInside: 'avoid' },
  '@media print': { p: 0, maxWidth: 'none' },
} as const;

const SIGNED = { display: 'grid', gap: 4, mt: 5, breakInside: 'avoid', breakBefore: 'avoid' } as const;

/** How many people sign beside one another: four on a sheet that lies on its side, else three, and four in pairs. */
function abreast(count: number, isWide: boolean): number {
  return isWide ? 4 : count === 4 ? 2 : 3;
}

interface PrintPageProps {
  title: string;
  /** The line under the title, such as village and number. */
  lead?: ReactNode;
  /** Who signs below, from left to right. */
  signatures?: readonly string[];
  /** The day that the figures are of; today when left out, null where the sheet says it itself. */
  asOf?: string | null;
  /** Whether the sheet lies on its side, for wide tables. */
  isWide?: boolean;
  children: ReactNode;
}

/** One A4 sheet or several, as offices write them: title, body, as of which day, and room for signature and stamp. */
export function PrintPage({ title, lead, signatures = [], asOf = today(), isWide = false, children }: PrintPageProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Box component="main" sx={{ bgcolor: '#fff', minHeight: '100dvh', '@media print': { minHeight: 0 } }}>
      <GlobalStyles styles={paperOf(isWide)} />
      <Box className="lianxin-screen" sx={{ p: 1, textAlign: 'right', borderBottom: '1px solid #ccc' }}>
        <Button variant="contained" onClick={() => window.print()} sx={{ minHeight: 44 }}>
          {translate('lianxin.print.print')}
        </Button>
      </Box>
      <Box sx={isWide ? { ...SHEET, maxWidth: '261mm' } : SHEET}>
        <Typography component="h1">{title}</Typography>
        {lead && <Box sx={{ textAlign: 'center', mb: 1.5 }}>{lead}</Box>}
        {children}
        {asOf && <Box sx={{ mt: 3 }}>{translate('lianxin.print.asOf', { day: day(asOf, locale) })}</Box>}
        <Box
          sx={{
            ...SIGNED,
            gridTemplateColumns: { xs: '1fr', sm: `repeat(${abreast(signatures.length, isWide)}, 1fr)` },
          }}
        >
          {signatures.map((who) => (
            <Box key={who} sx={{ whiteSpace: 'nowrap' }}>
              {translate('lianxin.print.signed', { who })}
              <Box component="span" sx={{ display: 'inline-block', borderBottom: '1px solid #000', width: 110 }} />
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
