import PresentIcon from '@mui/icons-material/Check';
import AbsentIcon from '@mui/icons-material/Close';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Enrolment } from './course.js';
import type { Mark } from './useRoster.js';

interface LineProps {
  enrolment: Enrolment;
  mark: Mark;
  isOpen: boolean;
  /** Whether the keyboard stands here. */
  isAt: boolean;
  onMark: (isPresent: boolean) => void;
  onAt: () => void;
}

/** One line of the sheet: the person, and the mark, which a touch sets and sets back. */
export function RosterLine({ enrolment, mark, isOpen, isAt, onMark, onAt }: LineProps) {
  const translate = useTranslate();
  const { id, no, person, classGroup, household } = enrolment;
  const word = translate(`lianxin.roster.mark.${mark === undefined ? 'open' : mark ? 'present' : 'absent'}`);
  const name = person?.name ?? '—';
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Button
        fullWidth
        color="secondary"
        data-at={id}
        tabIndex={isAt ? 0 : -1}
        aria-disabled={!isOpen}
        onFocus={onAt}
        onClick={() => isOpen && onMark(mark !== true)}
        sx={{
          justifyContent: 'flex-start',
          textAlign: 'left',
          gap: 1.5,
          minHeight: 48,
          fontWeight: 400,
          color: 'text.primary',
        }}
      >
        <Box component="span" sx={{ minWidth: 32, color: 'text.secondary' }}>
          {no}
        </Box>
        <Box component="span" sx={{ flexGrow: 1, minWidth: 0 }}>
          {name}{' '}
          <Typography component="span" color="textSecondary">
            {[household?.headName && translate('lianxin.roster.of', { head: household.headName }), classGroup?.name]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        <Box
          component="span"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            color: mark === undefined ? 'text.secondary' : mark ? 'success.main' : 'error.main',
          }}
        >
          {mark === true && <PresentIcon fontSize="small" />}
          {mark === false && <AbsentIcon fontSize="small" />}
          {word}
        </Box>
      </Button>
    </Box>
  );
}
