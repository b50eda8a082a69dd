import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { FieldErrors } from '../provider/errors.js';
import { act } from '../provider/graphql.js';
import { type LevelTest, useReload } from './levelTest.js';
import { TEST_SCORES } from './levelTests.documents.js';

/** A pasted list of names and scores; the server says row by row what is wrong, and writes all of it or nothing. */
export function PasteScores({ test }: { test: LevelTest }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReload();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<string[]>([]);
  const rows = rowsOf(text);
  const submit = async () => {
    setFaults([]);
    try {
      await act(TEST_SCORES, 'levelTestEnterScores', { id: test.id, rows });
      notify(translate('resources.levelTests.scoresSaved', { smart_count: rows.length }));
      await reload();
    } catch (thrown) {
      if (!(thrown instanceof FieldErrors)) throw thrown;
      setFaults(thrown.errors.map(({ path, message }) => lineOf(path, message, translate)));
      throw new FieldErrors([
        { path: null, code: 'INVALID', message: translate('resources.levelTests.nothingWritten') },
      ]);
    }
  };
  const title = translate('resources.levelTests.paste');
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <FormDialog
          title={title}
          verb={translate('resources.levelTests.saveScores')}
          fields={[]}
          isReady={rows.length > 0}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        >
          {() => <PastedList text={text} put={setText} count={rows.length} faults={faults} />}
        </FormDialog>
      )}
    </>
  );
}

interface ListProps {
  text: string;
  put: (text: string) => void;
  count: number;
  faults: string[];
}

function PastedList({ text, put, count, faults }: ListProps) {
  const translate = useTranslate();
  return (
    <Box>
      <TextField
        label={translate('resources.levelTests.pasteLabel')}
        value={text}
        onChange={(event) => put(event.target.value)}
        multiline
        minRows={8}
        maxRows={14}
        fullWidth
        helperText={translate('resources.levelTests.pasteHelp')}
      />
      <Typography role="status">{translate('resources.levelTests.pasteRows', { smart_count: count })}</Typography>
      {faults.map((fault) => (
        <Typography key={fault} color="error">
          {fault}
        </Typography>
      ))}
    </Box>
  );
}

/** Name and score of each line, with a tab, a comma or blanks between; a score that is no number goes as one out of range. */
function rowsOf(text: string): { name: string; score: number }[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const cells = line.split(/[\t,，\s]+/);
      const score = Number(cells.at(-1));
      return { name: cells.slice(0, -1).join(' '), score: Number.isInteger(score) ? score : -1 };
    });
}

function lineOf(path: string[] | null, message: string, translate: ReturnType<typeof useTranslate>): string {
  const row = Number(path?.[1]);
  return Number.isInteger(row) ? translate('resources.levelTests.line', { no: row + 1, message }) : message;
}
