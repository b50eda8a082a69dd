import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import { reachPath, type StationRef } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { Chosen, Dated } from './dialogFields.js';
import { PLACEMENT_END } from './openings.documents.js';
import { Records } from './Records.js';
import { LEAVING, useWords } from './words.js';

/** Somebody in a post or workshop. */
export interface Placed {
  id: string;
  version: number;
  title: string;
  validFrom: string;
  validTo: string | null;
  wage: string | null;
  reason: string | null;
  person: { id: string; name: string } | null;
  station: (StationRef & { path: StationRef[] }) | null;
}

/** Who is or was in an opening, with the act that gives a term another end. */
export function PlacementRows({ placements }: { placements: readonly Placed[] }) {
  const { translate, day, wage, say } = useWords();
  const label = (field: string) => translate(`resources.placements.fields.${field}`);
  const columns = [
    { label: label('person'), cell: (row: Placed) => row.person?.name ?? '—' },
    { label: label('station'), cell: (row: Placed) => row.station?.name ?? '—' },
    { label: label('validFrom'), cell: (row: Placed) => day(row.validFrom) },
    {
      label: label('validTo'),
      cell: (row: Placed) => (
        <>
          {row.validTo ? day(row.validTo) : translate('lianxin.jobs.noEnd')}
          {row.reason && `（${say('LeavingReason', row.reason)}）`}
        </>
      ),
    },
    { label: label('wage'), cell: (row: Placed) => wage(row.wage), isFigure: true },
    { label: translate('lianxin.jobs.act'), cell: (row: Placed) => <EndButton placed={row} /> },
  ];
  const name = translate('resources.placements.name', { smart_count: 2 });
  return <Records name={name} rows={placements} columns={columns} keyOf={({ id }) => id} />;
}

/** Gives a term another end: earlier with a reason, or later. */
export function EndButton({ placed }: { placed: Placed }) {
  const { translate } = useWords();
  const isEditor = useMay('JOBS_EDIT', reachPath(placed));
  const [isOpen, setOpen] = useState(false);
  if (!isEditor) return null;
  return (
    <>
      <Button
        size="small"
        color="secondary"
        variant="outlined"
        onClick={() => setOpen(true)}
        aria-label={translate('lianxin.jobs.endOf', { name: placed.person?.name ?? '' })}
        sx={{ whiteSpace: 'nowrap', minHeight: { xs: 44, sm: 32 } }}
      >
        {translate('lianxin.jobs.end')}
      </Button>
      {isOpen && <EndDialog placed={placed} close={() => setOpen(false)} />}
    </>
  );
}

function EndDialog({ placed, close }: { placed: Placed; close: () => void }) {
  const { translate, say } = useWords();
  const [validTo, setValidTo] = useState(placed.validTo ?? '');
  const [reason, setReason] = useState('');
  const [{ id, version }] = useState(placed);
  const refresh = useRefresh();
  const notify = useNotify();
  const isLonger = placed.validTo !== null && validTo > placed.validTo;
  const submit = async () => {
    await act(PLACEMENT_END, 'placementEnd', { id, version, validTo, reason: isLonger ? null : reason || null });
    notify('lianxin.jobs.done.ended', { type: 'info' });
    refresh();
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.endOf', { name: placed.person?.name ?? '' })}
      verb={translate('ra.action.save')}
      fields={['validTo', 'reason']}
      isReady={validTo !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Dated
            label={translate('resources.placements.fields.validTo')}
            value={validTo}
            onChange={setValidTo}
            wrong={wrong('validTo')}
            help={translate('lianxin.jobs.endHelp')}
            isRequired
          />
          {!isLonger && (
            <Chosen
              label={translate('resources.placements.fields.reason')}
              value={reason}
              choices={LEAVING.map((value) => ({ value, label: say('LeavingReason', value) }))}
              onChange={setReason}
              wrong={wrong('reason')}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
