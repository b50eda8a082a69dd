import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { yuan } from '../parts/figures.js';
import { greatest, type ReportAnswer, sumOf } from './figures.js';

/** What the figures say, in sentences. */
export function Conclusions({ report }: { report: ReportAnswer }) {
  const sentences = useSentences(report);
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Box>
  );
}

function useSentences({ towns, total }: ReportAnswer): string[] {
  const translate = useTranslate();
  const say = (key: string, values: object) => translate(`lianxin.report.says.${key}`, values);
  const all = sumOf(total);
  const most = greatest(towns, (line) => sumOf(line).count);
  const dearest = greatest(towns, (line) => Number(sumOf(line).budget));
  const waiting = greatest(towns, (line) => sumOf(line, ['SUBMITTED', 'FINISHED']).count);
  const idle = towns.filter((line) => line.station?.level === 'TOWNSHIP' && !sumOf(line).count);
  const names = idle.map(({ label }) => label).join(translate('lianxin.comma'));
  const running = sumOf(total, ['RUNNING']).count;
  return [
    say('total', { count: all.count, budget: yuan(all.budget), running }),
    towns.length > 1 && most && say('most', { label: most.label, count: sumOf(most).count }),
    towns.length > 1 && dearest && say('dearest', { label: dearest.label, budget: yuan(sumOf(dearest).budget) }),
    waiting &&
      say(towns.length > 1 ? 'waiting' : 'waitingHere', {
        count: sumOf(total, ['SUBMITTED', 'FINISHED']).count,
        label: waiting.label,
        there: sumOf(waiting, ['SUBMITTED', 'FINISHED']).count,
      }),
    idle.length > 0 && say('idle', { count: idle.length, names }),
  ].filter((sentence): sentence is string => Boolean(sentence));
}
