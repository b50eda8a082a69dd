import { useTranslate } from 'react-admin';
import type { Crumb } from '../parts/Page.js';
import { pathTo, useStationTree } from '../parts/stations.js';
import { type Asked, below, changed } from './asked.js';

/** The parameters that name one figure of the report, for the page of its rows. */
const OF_ROWS = ['of', 'line', 'value', 'in'] as const;

/** The parameters of the report without those that name one figure of it. */
export function withoutFigure(params: URLSearchParams): URLSearchParams {
  return changed(params, Object.fromEntries(OF_ROWS.map((name) => [name, null])));
}

/** The way down to the part of the tree that the report shows: the whole county first, each with the same figures. */
export function useCrumbs({ within, asOf }: Asked, params: URLSearchParams): Crumb[] {
  const translate = useTranslate();
  const { data: root } = useStationTree(asOf ?? undefined);
  const search = withoutFigure(params);
  const to = (id: string | null, by: string | null) => `/reports?${changed(search, { within: id, by })}`;
  const top = { label: translate('lianxin.report.title'), to: to(null, null) };
  if (!within) return [top];
  const [, ...path] = pathTo(root, within);
  return [top, ...path.map(({ id, name, level }) => ({ label: name, to: to(id, below(level) ?? level) }))];
}
