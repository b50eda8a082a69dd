import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Answer, Group } from './answer.js';

/** What the marks in the table mean, where they stand. */
export function Notes({ answer, groups }: { answer: Answer; groups: readonly Group[] }) {
  const translate = useTranslate();
  const cells = [answer.total, ...answer.lines].flatMap((line) => line.cells);
  const notes = [
    groups.some(({ metric }) => !metric.isAdditive) && 'recountedNote',
    cells.some(({ isHidden }) => isHidden) && 'hiddenNote',
  ].filter((note): note is string => Boolean(note));
  return notes.map((note) => (
    <Typography key={note} color="textSecondary" sx={{ mt: 1 }}>
      {translate(`lianxin.report.${note}`)}
    </Typography>
  ));
}
