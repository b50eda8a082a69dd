import { Button, Stack, TextField } from '@mui/material';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FieldErrors } from '../provider/errors.js';
import type { CellPlace, Correct } from './useCorrect.js';

const CELL = 'data-import-cell';
const TOUCHED = { minHeight: { xs: 44, sm: 36 } } as const;

interface CellInputProps {
  cell: CellPlace;
  heading: string;
  /** What stands in the cell, numbers masked. */
  value: string | null;
  suggestion?: string | null;
  correct: Correct;
}

/** A cell that is corrected where it stands. Enter saves and goes on to the next one, leaving it saves as well, Escape takes back. */
export function CellInput({ cell, heading, value, suggestion, correct }: CellInputProps) {
  const translate = useTranslate();
  const word = (key: string, args?: object) => translate(`resources.importBatches.${key}`, args);
  const { text, setTyped, save, error, isMasked } = useCell({ cell, value, correct });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setTyped(undefined);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!goOn(event.currentTarget)) save(text);
  };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', pl: { sm: 11 }, py: 0.5 }}>
      <TextField
        size="small"
        value={text}
        placeholder={isMasked ? (value ?? '') : undefined}
        error={Boolean(error)}
        helperText={error}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => save(text)}
        sx={{ width: { xs: '100%', sm: 260 }, '& input': { boxSizing: 'border-box', ...TOUCHED } }}
        slotProps={{
          htmlInput: {
            [CELL]: `${cell.row}-${cell.column}`,
            autoComplete: 'off',
            maxLength: 500,
            'aria-label': word('correctCell', { row: cell.row, heading }),
            onKeyDown,
          },
        }}
      />
      {suggestion && (
        <Button variant="outlined" color="secondary" sx={TOUCHED} onClick={() => save(suggestion)}>
          {word('use', { word: suggestion })}
        </Button>
      )}
    </Stack>
  );
}

/** What is typed, and saving it once; of a masked cell nothing is known to begin with. */
function useCell({ cell, value, correct }: Pick<CellInputProps, 'cell' | 'value' | 'correct'>) {
  const isMasked = value?.includes('****') ?? false;
  const known = isMasked ? '' : (value ?? '');
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const sent = useRef(known);
  const save = (wanted: string) => {
    if ([known, sent.current].includes(wanted.trim())) return;
    sent.current = wanted.trim();
    setError(undefined);
    correct(cell, wanted).catch((thrown: unknown) => {
      sent.current = known;
      setError(saidIn(thrown));
    });
  };
  return { text: typed ?? known, setTyped, save, error, isMasked };
}

/** Moves on to the next cell, which saves this one as it is left; false on the last. */
function goOn(input: HTMLInputElement): boolean {
  const all = cells();
  const next = all[all.indexOf(input) + 1];
  next?.focus();
  next?.select();
  return Boolean(next);
}

function cells(): HTMLInputElement[] {
  const all = [...document.querySelectorAll<HTMLInputElement>(`[${CELL}]`)];
  return all.filter((input) => input.offsetParent !== null);
}

/** Where the cell that had the focus is right now and gone, the first that is left has it. */
export function keepFocus(): void {
  if (document.activeElement === document.body) cells()[0]?.focus();
}

function saidIn(error: unknown): string {
  if (error instanceof FieldErrors) return error.errors.map(({ message }) => message).join(' ');
  return (error as Error).message;
}
