import YesIcon from '@mui/icons-material/CheckCircleOutlined';
import OverdueIcon from '@mui/icons-material/ErrorOutlineOutlined';
import NoIcon from '@mui/icons-material/HighlightOff';
import WaitingIcon from '@mui/icons-material/Schedule';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../provider/useMe.js';
import { CheckInDialog } from './CheckInDialog.js';
import { useWords } from './words.js';

/** What was found of somebody after some months, or is still to be asked. */
export interface CheckIn {
  id: string;
  version: number;
  months: number;
  dueOn: string;
  doneOn: string | null;
  isEmployed: boolean | null;
  isOverdue: boolean;
  reason: string | null;
  wage: string | null;
  note: string | null;
}

/** A check-in as a button: how it stands by icon and word, and behind it the question. */
export function CheckInButton({ checkIn, name }: { checkIn: CheckIn; name: string }) {
  const { translate, day } = useWords();
  const isEnroller = useMay('JOBS_ENROL');
  const [isOpen, setOpen] = useState(false);
  const [Icon, how] = standOf(checkIn);
  const word = translate(`lianxin.jobs.found.${how}`);
  const months = translate('lianxin.jobs.months', { months: checkIn.months });
  return (
    <>
      <Button
        size="small"
        color="secondary"
        variant="outlined"
        disabled={!isEnroller}
        startIcon={<Icon fontSize="small" />}
        title={translate('lianxin.jobs.dueOn', { day: day(checkIn.dueOn) })}
        aria-label={`${name} ${months} ${word}`}
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: 'nowrap', minHeight: { xs: 44, sm: 32 } }}
      >
        {months} {word}
      </Button>
      {isOpen && <CheckInDialog checkIn={checkIn} name={name} close={() => setOpen(false)} />}
    </>
  );
}

function standOf({ isEmployed, isOverdue }: CheckIn) {
  if (isEmployed === true) return [YesIcon, 'employed'] as const;
  if (isEmployed === false) return [NoIcon, 'left'] as const;
  return isOverdue ? ([OverdueIcon, 'overdue'] as const) : ([WaitingIcon, 'waiting'] as const);
}
