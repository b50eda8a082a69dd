import { Box, Button, GlobalStyles, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { type Certificate, useCertificates } from './certificate.js';

const SERIF = '"FangSong","STFangsong","Noto Serif CJK SC","SimSun",serif';
const PAPER = {
  '@page': { size: 'A4 landscape', margin: '15mm' },
  '@media print': { body: { background: '#fff' }, '.lianxin-screen': { display: 'none !important' } },
};

/** Certificates on paper, a sheet each: all of a course, or the one that `only` names. */
export default function CertificatePrint() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const only = params.get('only');
  const { data, error, refetch } = useCertificates(id);
  const title = translate('resources.trainingCertificates.heading');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const shown = (data ?? []).filter((one) => !only || one.id === only);
  return (
    <Box component="main" sx={{ bgcolor: '#fff', color: '#000', minHeight: '100dvh' }}>
      <GlobalStyles styles={PAPER} />
      <Box className="lianxin-screen" sx={{ p: 1, textAlign: 'right', borderBottom: '1px solid #ccc' }}>
        <Typography component="h1" sx={HIDDEN}>
          {title}
        </Typography>
        <Button variant="contained" onClick={() => window.print()} sx={{ minHeight: 44 }}>
          {translate('lianxin.print.print')}
        </Button>
      </Box>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={4} />
      ) : shown.length === 0 ? (
        <EmptyNothing why={translate('resources.trainingCertificates.empty')} />
      ) : (
        shown.map((one) => <Sheet key={one.id} certificate={one} />)
      )}
    </Box>
  );
}

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

const SHEET = {
  fontFamily: SERIF,
  maxWidth: '267mm',
  minHeight: { sm: '160mm' },
  mx: 'auto',
  my: 2,
  p: { xs: 2, sm: '16mm' },
  border: '3px double #000',
  display: 'flex',
  flexDirection: 'column',
  breakAfter: 'page',
  overflowWrap: 'anywhere',
  '@media print': { my: 0, minHeight: '170mm' },
  '& p, & h2': { fontFamily: SERIF },
} as const;

function Sheet({ certificate }: { certificate: Certificate }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { number, issuedOn, issuedBy, person, course } = certificate;
  const word = (key: string, values: object = {}) => translate(`resources.trainingCertificates.paper.${key}`, values);
  const [from, to] = [course?.startsOn, course?.endsOn].map((one) => (one ? day(one, locale) : '—'));
  return (
    <Box component="section" sx={SHEET}>
      <Typography component="h2" sx={{ fontSize: 34, fontWeight: 700, textAlign: 'center', letterSpacing: 0, mb: 4 }}>
        {translate('resources.trainingCertificates.heading')}
      </Typography>
      <Typography sx={{ fontSize: 20, lineHeight: 2 }}>{word('name', { name: person?.name ?? '—' })}</Typography>
      <Typography sx={{ fontSize: 20, lineHeight: 2, textIndent: '2em' }}>
        {word('text', { from, to, course: course?.title ?? '—' })}
      </Typography>
      <Box sx={{ mt: 'auto', pt: 4, display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 2 }}>
        <Typography>{word('number', { number })}</Typography>
        <Box sx={{ textAlign: 'right' }}>
          <Typography sx={{ fontSize: 18 }}>{word('by', { by: issuedBy })}</Typography>
          <Typography sx={{ fontSize: 18 }}>{day(issuedOn, locale)}</Typography>
        </Box>
      </Box>
    </Box>
  );
}
