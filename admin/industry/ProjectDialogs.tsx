import { Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { plain, yuan } from '../parts/figures.js';
import { FUND_SOURCES } from '../programmes/index.js';
import { FieldErrors } from '../provider/errors.js';
import { act } from '../provider/graphql.js';
import { linesOf, MEETINGS, type Project } from './project.js';
import {
  CONSULTATION_CREATE,
  FUND_LINES_SET,
  PROJECT_HOUSEHOLDS_ADD,
  PUBLIC_NOTICE_CREATE,
} from './villageProject.documents.js';

interface Props {
  project: Project;
  close: () => void;
}

type Wrong = (field: string) => string | undefined;

/** Sends one act, and reads the project and its programme anew. */
function useSend() {
  const notify = useNotify();
  const refresh = useRefresh();
  const client = useQueryClient();
  return async (document: string, root: string, variables: object, said = 'lianxin.project.saved', words = {}) => {
    await act(document, root, variables);
    void client.invalidateQueries({ queryKey: ['villageProject'] });
    refresh();
    notify(said, { type: 'success', messageArgs: words });
  };
}

/** The values of a short form, and the field of one of them. */
function useFields<T extends Record<string, string>>(start: T) {
  const translate = useTranslate();
  const [values, setValues] = useState(start);
  const field = (name: keyof T & string, wrong: Wrong, more: object = {}) => (
    <TextField
      label={translate(`lianxin.project.${name === 'on' ? 'heldOn' : name}`)}
      value={values[name]}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
      error={Boolean(wrong(name))}
      helperText={wrong(name)}
      {...more}
    />
  );
  return { values, field };
}

/** A meeting of the village: which, when, how many, and what it resolved. */
export function MeetingDialog({ project, close }: Props) {
  const translate = useTranslate();
  const send = useSend();
  const { values, field } = useFields({ kind: 'VILLAGERS', on: today(), attendance: '', resolution: '' });
  const [isAgreed, setAgreed] = useState(true);
  const title = translate('lianxin.project.addMeeting');
  const input = { programmeId: project.id, ...values, attendance: Number(plain(values.attendance)), isAgreed };
  return (
    <FormDialog
      title={title}
      verb={translate('ra.action.save')}
      fields={Object.keys(values)}
      isReady={/^\d+$/.test(plain(values.attendance))}
      onClose={close}
      onSubmit={() => send(CONSULTATION_CREATE, 'consultationCreate', { input })}
    >
      {(wrong) => (
        <>
          {field('kind', wrong, {
            select: true,
            children: MEETINGS.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {translate(`enums.MeetingKind.${kind}`)}
              </MenuItem>
            )),
          })}
          {field('on', wrong, { type: 'date' })}
          {field('attendance', wrong, { slotProps: { htmlInput: { inputMode: 'numeric' } } })}
          {field('resolution', wrong, { multiline: true, minRows: 2 })}
          <FormControlLabel
            label={translate('lianxin.project.isAgreed')}
            control={<Checkbox checked={isAgreed} onChange={(_, isOn) => setAgreed(isOn)} />}
          />
        </>
      )}
    </FormDialog>
  );
}

/** A notice that has hung out. */
export function NoticeDialog({ project, close }: Props) {
  const translate = useTranslate();
  const send = useSend();
  const { values, field } = useFields({ from: '', to: '', objections: '0', settlement: '' });
  const input = { programmeId: project.id, ...values, objections: Number(plain(values.objections)) };
  return (
    <FormDialog
      title={translate('lianxin.project.addNotice')}
      verb={translate('ra.action.save')}
      fields={Object.keys(values)}
      isReady={Boolean(values.from && values.to) && /^\d+$/.test(plain(values.objections))}
      onClose={close}
      onSubmit={() => send(PUBLIC_NOTICE_CREATE, 'publicNoticeCreate', { input })}
    >
      {(wrong) => (
        <>
          {field('from', wrong, { type: 'date', slotProps: { inputLabel: { shrink: true } } })}
          {field('to', wrong, { type: 'date', slotProps: { inputLabel: { shrink: true } } })}
          {field('objections', wrong, { slotProps: { htmlInput: { inputMode: 'numeric' } } })}
          {field('settlement', wrong, { multiline: true })}
        </>
      )}
    </FormDialog>
  );
}

/** Where the budget comes from: an amount beside each source, empty where it gives nothing. */
export function FundsDialog({ project, close }: Props) {
  const translate = useTranslate();
  const send = useSend();
  const known = Object.fromEntries(project.fundLines.map(({ source, amount }) => [source, amount]));
  const [amounts, setAmounts] = useState<Record<string, string>>(known);
  const lines = FUND_SOURCES.flatMap((source) => {
    const amount = plain(amounts[source] ?? '');
    return amount ? [{ source, amount }] : [];
  });
  const { id, version, budget } = project;
  return (
    <FormDialog
      title={translate('lianxin.project.setFunds')}
      verb={translate('ra.action.save')}
      fields={[]}
      onClose={close}
      onSubmit={() => send(FUND_LINES_SET, 'fundLinesSet', { id, version, lines })}
    >
      {() => (
        <>
          <Typography>{translate('lianxin.project.fundsHelp', { budget: yuan(budget ?? '0') })}</Typography>
          {FUND_SOURCES.map((source) => (
            <TextField
              key={source}
              label={translate(`enums.FundSource.${source}`)}
              value={amounts[source] ?? ''}
              onChange={(event) => setAmounts({ ...amounts, [source]: event.target.value })}
              slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
            />
          ))}
        </>
      )}
    </FormDialog>
  );
}

/** Households by their numbers, typed or pasted; what is wrong with a line is said of that line, and then none is entered. */
export function HouseholdsDialog({ project, close }: Props) {
  const translate = useTranslate();
  const send = useSend();
  const [text, setText] = useState('');
  const [on, setOn] = useState(today());
  const codes = linesOf(text);
  const byRow = useByRow(codes);
  const submit = () => {
    const variables = { id: project.id, codes, on };
    const said = { count: codes.length };
    return send(PROJECT_HOUSEHOLDS_ADD, 'projectHouseholdsAdd', variables, 'lianxin.project.added', said).catch(byRow);
  };
  return (
    <FormDialog
      title={translate('lianxin.project.addHouseholds')}
      verb={`${translate('lianxin.project.addHouseholds')} · ${translate('lianxin.project.householdCount', { count: codes.length })}`}
      fields={['on']}
      isReady={codes.length > 0}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField
            label={translate('lianxin.project.codes')}
            helperText={translate('lianxin.project.codesHelp')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            multiline
            minRows={6}
          />
          <TextField
            type="date"
            label={translate('lianxin.project.reachedOn')}
            value={on}
            error={Boolean(wrong('on'))}
            helperText={wrong('on')}
            onChange={(event) => setOn(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Words each mistake with the line that it is of. */
function useByRow(codes: readonly string[]) {
  const translate = useTranslate();
  return (error: unknown): never => {
    if (!(error instanceof FieldErrors)) throw error;
    const named = error.errors.map((one) => {
      const row = Number(one.path?.[1]);
      const words = { row: row + 1, code: codes[row], message: one.message };
      return Number.isInteger(row) ? { ...one, message: translate('lianxin.project.row', words) } : one;
    });
    throw new FieldErrors(named);
  };
}
