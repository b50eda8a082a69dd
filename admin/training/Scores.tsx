import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { plain } from '../parts/figures.js';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { FieldErrors } from '../provider/errors.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type Candidate, type LevelTest, useReload, useRoster } from './levelTest.js';
import { TEST_SCORES } from './levelTests.documents.js';
import { PasteScores } from './PasteScores.js';

/** The scores of everybody on the roster: Enter and the arrows lead on, a pasted column fills downwards. */
export function Scores({ test }: { test: LevelTest }) {
  const translate = useTranslate();
  const { data, error, refetch } = useRoster(test);
  const isAllowed = useMay(['TRAINING_ENROL', 'TRAINING_EDIT'], reachPath(test)) && test.state !== 'PLACED';
  const title = translate('resources.levelTests.scores');
  if (error || !data)
    return (
      <Section title={title}>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading rows={8} />}
      </Section>
    );
  return (
    <Section title={title} actions={isAllowed && <PasteScores test={test} />}>
      <Grid test={test} candidates={data.candidates} known={data.scores} isOpen={isAllowed} />
    </Section>
  );
}

interface GridProps {
  test: LevelTest;
  candidates: Candidate[];
  known: ReadonlyMap<string, number>;
  isOpen: boolean;
}

function Grid({ test, candidates, known, isOpen }: GridProps) {
  const translate = useTranslate();
  const { typed, put, save, wrong, isBusy } = useEntry(test, candidates);
  const box = useRef<HTMLDivElement>(null);
  const go = (index: number) => box.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus();
  const keyed = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(index + step);
  };
  const pasted = (event: ClipboardEvent, index: number) => {
    const column = event.clipboardData.getData('text').trim().split(/\r?\n/);
    if (column.length < 2) return;
    event.preventDefault();
    put(candidates.slice(index, index + column.length).map(({ id }, at) => [id, plain(column[at] ?? '')]));
    go(Math.min(index + column.length, candidates.length) - 1);
  };
  const changed = Object.keys(typed).length;
  return (
    <>
      <Box ref={box} sx={GRID}>
        {candidates.map((one, index) => (
          <Row
            key={one.id}
            one={one}
            value={typed[one.id] ?? String(known.get(one.id) ?? '')}
            wrong={wrong[one.id]}
            isOpen={isOpen}
            onChange={(score) => put([[one.id, score]])}
            onKeyDown={(event) => keyed(event, index)}
            onPaste={(event) => pasted(event, index)}
          />
        ))}
      </Box>
      {isOpen && (
        <Stack direction="row" spacing={2} sx={FOOT}>
          <Button variant="contained" disabled={!changed || isBusy} onClick={save}>
            {translate('resources.levelTests.saveScores')}
          </Button>
          <Typography role="status">{translate('resources.levelTests.entered', { smart_count: changed })}</Typography>
        </Stack>
      )}
    </>
  );
}

const GRID = {
  display: 'grid',
  columnGap: 3,
  rowGap: 0.5,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(300px, 1fr))' },
} as const;

const FOOT = {
  position: 'sticky',
  bottom: { xs: 56, md: 0 },
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
  alignItems: 'center',
  py: 1,
  mt: 1,
  zIndex: 1,
} as const;

interface RowProps {
  one: Candidate;
  value: string;
  wrong?: string;
  isOpen: boolean;
  onChange: (score: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}

function Row({ one, value, wrong, isOpen, onChange, onKeyDown, onPaste }: RowProps) {
  const translate = useTranslate();
  const name = one.person?.name ?? '—';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '3em 1fr auto 96px', gap: 1, alignItems: 'center' }}>
      <Typography color="textSecondary">{one.no}</Typography>
      <Typography>{name}</Typography>
      <Typography color="textSecondary">{one.classGroup?.name}</Typography>
      <TextField
        size="small"
        value={value}
        disabled={!isOpen}
        error={Boolean(wrong)}
        helperText={wrong}
        onChange={(event) => onChange(plain(event.target.value))}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        slotProps={{
          htmlInput: {
            inputMode: 'numeric',
            autoComplete: 'off',
            'aria-label': translate('resources.levelTests.scoreOf', { name, no: one.no }),
            style: { textAlign: 'right' },
          },
        }}
      />
    </Box>
  );
}

function useEntry(test: LevelTest, candidates: readonly Candidate[]) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReload();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const put = (entries: (readonly [string, string])[]) =>
    setTyped((before) => ({ ...before, ...Object.fromEntries(entries) }));
  const save = async () => {
    const meant = candidates.filter(({ id }) => (typed[id] ?? '') !== '');
    const odd = meant.filter(({ id }) => !/^\d{1,4}$/.test(typed[id] ?? ''));
    if (odd.length) return setWrong(wordsFor(odd, translate('resources.levelTests.notWhole')));
    setBusy(true);
    try {
      const rows = meant.map(({ id }) => ({ enrolmentId: id, score: Number(typed[id]) }));
      await act(TEST_SCORES, 'levelTestEnterScores', { id: test.id, rows });
      notify(translate('resources.levelTests.scoresSaved', { smart_count: rows.length }));
      await reload();
    } catch (thrown) {
      if (!(thrown instanceof FieldErrors)) notify((thrown as Error).message, { type: 'error' });
      else setWrong(byRow(thrown, meant));
    } finally {
      setBusy(false);
    }
  };
  return { typed, put, save, wrong, isBusy };
}

function wordsFor(rows: readonly Candidate[], words: string): Record<string, string> {
  return Object.fromEntries(rows.map(({ id }) => [id, words]));
}

/** The server's sentences by the row that they belong to. */
function byRow({ errors }: FieldErrors, rows: readonly Candidate[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ path, message }) => [rows[Number(path?.[1] ?? -1)]?.id ?? '', message]));
}
