import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useMe } from '../provider/useMe.js';
import { type Column, changeOf, type Line } from './answer.js';
import { changed } from './asked.js';
import { mayOpen } from './catalogue.js';
import { isZero } from './decimals.js';
import { changeText, figureText, rateText } from './figures.js';
import { useReportParams } from './frozen.js';

interface FigureProps {
  line: Line;
  column: Column;
  isTotal?: boolean;
}

/** A figure of the report: a link to its rows where the person may open any; hidden and missing ones say so. */
export function Figure({ line, column, isTotal = false }: FigureProps) {
  const translate = useTranslate();
  const me = useMe();
  const path = useRowsPath(line, column, isTotal);
  const cell = line.cells[column.index];
  if (!cell || cell.value === null) return <Missing isHidden={cell?.isHidden ?? false} />;
  const text = figureText(cell.value, column.metric);
  const isLink = !isZero(cell.value) && path !== null && mayOpen(me, column.metric);
  return (
    <>
      {isLink ? (
        <Link component={RouterLink} to={path} color="inherit" sx={{ '@media (pointer: coarse)': { py: 1 } }}>
          {text}
        </Link>
      ) : (
        <Box component="span" sx={isZero(cell.value) ? { color: 'text.secondary' } : undefined}>
          {text}
        </Box>
      )}
      {isTotal && cell.isRecounted && (
        <Box component="abbr" title={translate('lianxin.report.recounted')} sx={{ textDecoration: 'none', ml: 0.25 }}>
          ※
        </Box>
      )}
    </>
  );
}

/** Why there is no figure: too few to be shown, or nothing to take a mean of. */
function Missing({ isHidden }: { isHidden: boolean }) {
  const translate = useTranslate();
  const why = translate(`lianxin.report.${isHidden ? 'isHidden' : 'isEmpty'}`);
  return (
    <Typography component="span" color="textSecondary" role="img" aria-label={why} title={why}>
      {isHidden ? '＊' : '—'}
    </Typography>
  );
}

/** The figure that it is compared with. */
export function Compared({ line, column }: FigureProps) {
  const cell = line.cells[column.index];
  if (!cell || cell.compared === null) return <Missing isHidden={cell?.isHidden ?? false} />;
  return <span>{figureText(cell.compared, column.metric)}</span>;
}

/** How much more or less it is, by sign and words for no colour says it; against a plan, how much of it is done. */
export function ChangeOf({ line, column, isPlan }: FigureProps & { isPlan: boolean }) {
  const cell = line.cells[column.index];
  const change = cell && changeOf(cell, isPlan);
  if (!change) return <Missing isHidden={cell?.isHidden ?? false} />;
  if (isPlan) return change.rate === null ? <Missing isHidden={false} /> : <span>{change.rate}%</span>;
  const hasRate = change.rate !== null && column.metric.counts !== 'SHARE' && !isZero(change.by);
  return (
    <>
      {changeText(change.by, column.metric)}
      {hasRate && (
        <Box component="span" sx={{ display: 'block', fontSize: 12, whiteSpace: 'nowrap' }}>
          {rateText(change.rate ?? '')}
        </Box>
      )}
    </>
  );
}

/** Where the rows behind a figure stand, with all that the report was asked for; null for a line whose station is gone. */
function useRowsPath(line: Line, { metric, split, unit }: Column, isTotal: boolean): string | null {
  const { params } = useReportParams();
  if (!isTotal && !line.station) return null;
  const of = { of: metric.key, line: line.station?.id ?? 'total', value: split, in: unit };
  return `/reports/rows?${changed(params, of)}`;
}
