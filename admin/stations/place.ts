import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

/** The tabs of a station, in order; the first needs no word in the address. */
export const TABS = ['overview', 'people', 'programmes', 'history'] as const;

/** One of the tabs of a station. */
export type Tab = (typeof TABS)[number];

/** Where one is in the tree: `/stations/:id?asOf=2026-03-01&tab=people`. */
export interface Place {
  id?: string;
  /** The day that is looked at; undefined is today. */
  asOf?: string;
  tab: Tab;
}

/** The place that the address names. */
export function usePlace(): Place {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const asOf = search.get('asOf') ?? '';
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'overview';
  return { id: pathname.split('/')[2] || undefined, asOf: isDay(asOf) ? asOf : undefined, tab };
}

/** The address of a place. */
export function pathOf({ id, asOf, tab }: Partial<Place>): string {
  const search = new URLSearchParams();
  if (asOf) search.set('asOf', asOf);
  if (tab && tab !== 'overview') search.set('tab', tab);
  return `/stations${id ? `/${id}` : ''}${search.size ? `?${search}` : ''}`;
}

/** Answers the function that goes to another place; what is not named stays as it is. */
export function useGo(): (to: Partial<Place>, isReplacing?: boolean) => void {
  const navigate = useNavigate();
  const here = usePlace();
  return (to, isReplacing = false) => navigate(pathOf({ ...here, ...to }), { replace: isReplacing });
}

/** Whether a text is a whole calendar day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
