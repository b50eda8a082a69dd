import DoneIcon from '@mui/icons-material/Check';
import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { type Programme, type ProgrammeState, roadOf, turnOf } from './programme.js';
import { STATE_ICONS } from './StateMark.js';

/** The road of a programme from draft to acceptance: where it stands, since when, and whose turn it is. */
export function Road({ programme }: { programme: Programme }) {
  const translate = useTranslate();
  const { road, at } = roadOf(programme);
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 1.5, md: 2 } }}>
      <Box
        component="ol"
        aria-label={translate('lianxin.programme.road')}
        sx={{ listStyle: 'none', display: 'flex', flexWrap: { sm: 'wrap' }, rowGap: 1, p: 0, m: 0, mb: 1.5 }}
      >
        {road.map((state, index) => (
          <Stage key={state} state={state} place={index - at} isLast={index === road.length - 1} />
        ))}
      </Box>
      <Turn programme={programme} />
    </Box>
  );
}

/** `place` is negative for what is passed, 0 where the programme stands, positive for what lies ahead. */
function Stage({ state, place, isLast }: { state: ProgrammeState; place: number; isLast: boolean }) {
  const translate = useTranslate();
  const Icon = place < 0 ? DoneIcon : STATE_ICONS[state];
  const isHere = place === 0;
  return (
    <Box
      component="li"
      aria-current={isHere ? 'step' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexGrow: isLast ? 0 : 1,
        position: 'relative',
        minWidth: 0,
        color: isHere ? 'primary.main' : place < 0 ? 'text.primary' : 'text.secondary',
      }}
    >
      <Icon fontSize="small" aria-hidden />
      <Typography
        component="span"
        sx={{
          ml: 0.5,
          fontWeight: isHere ? 600 : 400,
          whiteSpace: 'nowrap',
          ...(!isHere && {
            '@media (max-width: 899px)': {
              position: 'absolute',
              width: '1px',
              height: '1px',
              overflow: 'hidden',
              clipPath: 'inset(50%)',
            },
          }),
        }}
      >
        {translate(`enums.ProgrammeState.${state}`)}
      </Typography>
      {!isLast && (
        <Box
          aria-hidden
          sx={{ flexGrow: 1, minWidth: 8, mx: 1, borderTop: 1, borderColor: place < 0 ? 'text.secondary' : 'divider' }}
        />
      )}
    </Box>
  );
}

function Turn({ programme }: { programme: Programme }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const turn = turnOf(programme);
  const since = translate('lianxin.since', { day: day(programme.stateSince, locale) });
  return (
    <Typography>
      {translate(`enums.ProgrammeState.${programme.state}`)} · {since}
      {turn &&
        ` · ${translate('lianxin.programme.turn', {
          who: translate(`lianxin.programme.who.${turn.who}`),
          act: translate(
            programme.pendingRevision ? 'lianxin.programme.approveAmendment' : `enums.ProgrammeAct.${turn.act}`,
          ),
        })}`}
    </Typography>
  );
}
