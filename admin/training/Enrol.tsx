import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useEnumLabel } from '../parts/fields.js';
import { StationPicker } from '../parts/StationPicker.js';
import { act } from '../provider/graphql.js';
import type { Course, Roster } from './course.js';
import { ENROLMENTS_CREATE } from './courses.documents.js';
import { PasteDialog } from './PasteDialog.js';

const STATUSES = ['REGISTERED', 'EXITED', 'SUBSISTENCE', 'FIVE_GUARANTEES'];

interface Whom {
  way: 'names' | 'choice';
  within: string | null;
  status: string;
}

/** Enrols many people: by a pasted list, or everybody of a village and a status; the count and the waiting are shown first. */
export function Enrol({ course, close, reload }: { course: Course; close: () => void; reload: () => void }) {
  const translate = useTranslate();
  const [whom, setWhom] = useState<Whom>({ way: 'names', within: course.station?.id ?? null, status: '' });
  const { way, within, status } = whom;
  const send = async (names: string[], isTrial: boolean) => {
    const people = way === 'names' ? { names } : { choice: { within, status: status || null } };
    const input = { courseId: course.id, ...people, isTrial };
    return (await act<{ roster: Roster }>(ENROLMENTS_CREATE, 'enrolmentsCreate', { input })).roster;
  };
  return (
    <PasteDialog
      key={`${way} ${within} ${status}`}
      title={translate('resources.courses.enrol')}
      help={translate('resources.courses.pasteHelp')}
      verb={translate('resources.courses.enrolVerb')}
      send={send}
      choice={<Choice whom={whom} put={(next) => setWhom({ ...whom, ...next })} />}
      isChosen={way === 'choice'}
      onClose={close}
      onWritten={reload}
    />
  );
}

function Choice({ whom, put }: { whom: Whom; put: (next: Partial<Whom>) => void }) {
  const translate = useTranslate();
  const word = useEnumLabel('BeneficiaryStatus');
  return (
    <>
      <TextField
        select
        label={translate('resources.courses.way')}
        value={whom.way}
        onChange={(event) => put({ way: event.target.value as Whom['way'] })}
      >
        {['names', 'choice'].map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`resources.courses.ways.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {whom.way === 'choice' && (
        <>
          <StationPicker
            label={translate('resources.courses.within')}
            value={whom.within}
            onChange={(within) => put({ within })}
          />
          <TextField
            select
            label={translate('resources.courses.status')}
            value={whom.status}
            onChange={(event) => put({ status: event.target.value })}
            slotProps={{ select: { displayEmpty: true } }}
          >
            <MenuItem value="">{translate('resources.courses.anyStatus')}</MenuItem>
            {STATUSES.map((one) => (
              <MenuItem key={one} value={one}>
                {word(one)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </>
  );
}
