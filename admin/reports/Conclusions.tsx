import { Box } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { type Answer, type Group, isWhole } from './answer.js';
import { useBilingual } from './catalogue.js';
import { sayingsOf } from './says.js';

interface ConclusionsProps {
  answer: Answer;
  groups: readonly Group[];
  compare: string | null;
  split: string | null;
}

/** What the figures say, a line for each metric, in plain sentences. */
export function Conclusions({ answer, groups, compare, split }: ConclusionsProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const read = useBilingual();
  const join = (names: readonly string[]) => names.join(translate('lianxin.comma'));
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {groups.map((group) => {
        const words = { name: read(group.metric.name), join, compare, isSummed: isWhole(group, split) };
        const sentences = sayingsOf(answer, group, words).map(({ key, values }) =>
          translate(`lianxin.report.says.${key}`, values),
        );
        return <li key={group.metric.key}>{sentences.join(locale === 'en' ? ' ' : '')}</li>;
      })}
    </Box>
  );
}
