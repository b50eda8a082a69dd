import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { changed } from './asked.js';
import type { Period } from './period.js';
import { periodAround } from './period.js';
import { periodIn, periodText } from './periodText.js';

/** What a brief or a form is about as it is kept. */
export interface WholeKept {
  period: string | null;
  asOf?: string | null;
  station: { id: string; name: string; path?: { id: string; name: string }[] } | null;
}

/** What it is read for, as the address of its page says. */
export interface WholeAsked {
  period: string | null;
  asOf: string | null;
  within: string | null;
}

/** The address of a page of a brief or a form: for which period, day and station it is read. Without a usual period it is this year. */
export function useWhole(kept: WholeKept | undefined) {
  const [params, setParams] = useSearchParams();
  const usual = kept?.period ?? periodText(periodAround(today(), 'year'));
  const period = params.get('period') ?? (kept?.period ? null : usual);
  const asked: WholeAsked = { period, asOf: params.get('asOf'), within: params.get('within') };
  const change = (values: Partial<WholeAsked>) => setParams(changed(params, values), { replace: true });
  const shown: Period = periodIn(asked.period ?? usual) ?? periodAround(today(), 'year');
  const asOf = asked.asOf ?? (asked.period ? today() : (kept?.asOf ?? today()));
  return { asked, change, shown, asOf };
}
