import DraftIcon from '@mui/icons-material/EditNoteOutlined';
import FinishedIcon from '@mui/icons-material/FlagOutlined';
import WaitingIcon from '@mui/icons-material/HourglassEmptyOutlined';
import RunningIcon from '@mui/icons-material/PlayCircleOutlined';
import StoppedIcon from '@mui/icons-material/StopCircleOutlined';
import ApprovedIcon from '@mui/icons-material/TaskAltOutlined';
import ReturnedIcon from '@mui/icons-material/UndoOutlined';
import AcceptedIcon from '@mui/icons-material/VerifiedOutlined';
import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import type { ProgrammeState } from './programme.js';

/** The icon of each state; the word always stands beside it. */
export const STATE_ICONS: Record<ProgrammeState, typeof DraftIcon> = {
  DRAFT: DraftIcon,
  SUBMITTED: WaitingIcon,
  RETURNED: ReturnedIcon,
  APPROVED: ApprovedIcon,
  RUNNING: RunningIcon,
  FINISHED: FinishedIcon,
  ACCEPTED: AcceptedIcon,
  STOPPED: StoppedIcon,
};

/** A state of a programme as icon and word. */
export function StateMark({ state }: { state: ProgrammeState }) {
  const translate = useTranslate();
  const Icon = STATE_ICONS[state];
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', verticalAlign: 'middle', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}
    >
      <Icon fontSize="small" aria-hidden />
      {translate(`enums.ProgrammeState.${state}`)}
    </Box>
  );
}

/** The state of the programme in context. */
export function StateField() {
  const record = useRecordContext();
  return record ? <StateMark state={record.state as ProgrammeState} /> : null;
}
