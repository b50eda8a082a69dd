import { Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../../parts/dates.js';
import { FigureLink } from '../FigureLink.js';
import { periodName } from '../period.js';
import { periodOfDays } from '../periodText.js';
import type { Reading } from './brief.js';

interface TextProps {
  reading: Reading;
  /** Where the way back from a figure leads. */
  path: string;
  /** The title of the page around; where the brief is called otherwise, for it speaks of another day, it says so. */
  heading?: string;
}

/** What a brief says, each figure a link to what makes it, and of when and where it speaks. */
export function ReadingText({ reading, path, heading }: TextProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const named = (one: string) => day(one, locale);
  const { title, from, to, asOf, station, parts } = reading;
  const about = [
    station.name,
    periodName(periodOfDays(from, to), translate, named),
    translate('lianxin.report.asOfDay', { day: named(asOf) }),
  ];
  return (
    <>
      {title !== heading && (
        <Typography variant="h2" sx={{ mb: 1 }}>
          {title}
        </Typography>
      )}
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {about.join(' · ')}
      </Typography>
      <Typography component="div" sx={{ whiteSpace: 'pre-wrap', maxWidth: 720, fontSize: 16, lineHeight: 1.9 }}>
        {parts.map(({ text, figure }, i) =>
          figure ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have nothing else that tells them apart
            <FigureLink key={i} text={text} figure={figure} from={{ label: title, to: path }} />
          ) : (
            text
          ),
        )}
      </Typography>
    </>
  );
}
