import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { plain } from '../parts/figures.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type LevelTest, useReload } from './levelTest.js';
import { TEST_BANDS } from './levelTests.documents.js';

/** The score rule: from which score on each class group takes people; empty for a group that takes nobody. */
export function Bands({ test }: { test: LevelTest }) {
  const translate = useTranslate();
  const isAllowed = useMay('TRAINING_EDIT', reachPath(test));
  const isOpen = isAllowed && test.state !== 'PLACED';
  const { lines, put, save, error, isDirty, isBusy } = useRule(test);
  const groups = test.course?.classGroups ?? [];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate('resources.levelTests.ruleHelp')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))' }}>
        {groups.map(({ id, name, level }) => (
          <TextField
            key={id}
            label={level ? `${name}（${level}）` : name}
            value={lines[id] ?? ''}
            disabled={!isOpen}
            onChange={(event) => put(id, plain(event.target.value))}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
          />
        ))}
      </Box>
      {isOpen && (
        <Button variant="outlined" color="secondary" sx={{ mt: 1.5 }} disabled={!isDirty || isBusy} onClick={save}>
          {translate('resources.levelTests.saveRule')}
        </Button>
      )}
      {error !== undefined && <Refusal error={error} />}
    </>
  );
}

function useRule(test: LevelTest) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReload();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const known = Object.fromEntries(
    test.bands.flatMap(({ fromScore, classGroup }) =>
      classGroup && fromScore !== null ? [[classGroup.id, String(fromScore)]] : [],
    ),
  );
  const lines: Record<string, string> = { ...known, ...typed };
  const save = async () => {
    setBusy(true);
    setError(undefined);
    const given = Object.entries(lines).filter(([, score]) => score !== '');
    const bands = given.map(([classGroupId, score]) => ({ classGroupId, fromScore: Number(score) }));
    try {
      await act(TEST_BANDS, 'levelTestSetBands', { id: test.id, version: test.version, bands });
      setTyped({});
      notify(translate('resources.levelTests.ruleSaved'));
      await reload();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const put = (id: string, score: string) => setTyped((before) => ({ ...before, [id]: score }));
  return { lines, put, save, error, isDirty: Object.keys(typed).length > 0, isBusy };
}
