import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Column, figureOf, type Line, partName } from './answer.js';
import { useBilingual } from './catalogue.js';
import { isZero } from './decimals.js';
import { ChangeOf, Figure } from './Figure.js';
import { keyOf } from './heads.js';
import { MetricInfo } from './MetricInfo.js';
import { LineName, type TableProps } from './ReportTable.js';

/** The report on a phone: the total, then a card for each line that has figures; values of a split that are nothing are left out. */
export function ReportCards({ answer, groups, compare }: TableProps) {
  const translate = useTranslate();
  const columns = groups.flatMap((group) => group.columns);
  return (
    <Stack
      component="ul"
      aria-label={translate('lianxin.report.table')}
      spacing={1}
      sx={{ listStyle: 'none', p: 0, m: 0 }}
    >
      <Card line={answer.total} columns={columns} compare={compare} aboutAsOf={answer.asOf} />
      {answer.lines
        .filter((line) => !isNothing(line))
        .map((line) => (
          <Card key={line.station?.id ?? line.label} line={line} columns={columns} compare={compare} />
        ))}
      <Nothing lines={answer.lines.filter(isNothing)} />
    </Stack>
  );
}

/** Whether every figure of a line is nothing, and nothing before. */
function isNothing({ cells }: Line): boolean {
  return cells.every(({ value, compared, isHidden }) => !isHidden && isZero(value ?? '0') && isZero(compared ?? '0'));
}

/** The lines without any figure, in one card, so that nobody has to scroll past them. */
function Nothing({ lines }: { lines: readonly Line[] }) {
  const translate = useTranslate();
  if (!lines.length) return null;
  const names = lines.map(({ label }) => label).join(translate('lianxin.comma'));
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, color: 'text.secondary' }}>
      <details>
        <Box component="summary" sx={{ minHeight: 28 }}>
          {translate('lianxin.report.allZero', { count: lines.length })}
        </Box>
        {names}
      </details>
    </Box>
  );
}

interface CardProps extends Pick<TableProps, 'compare'> {
  line: Line;
  columns: readonly Column[];
  /** On the total's card, where each metric has its ⓘ: the day that it speaks of. */
  aboutAsOf?: string;
}

function Card({ line, columns, compare, aboutAsOf }: CardProps) {
  const shown = columns.filter((column) => column.name === null || !isZero(figureOf(line, column) ?? '0'));
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Typography sx={{ fontWeight: 600, minHeight: 28 }}>
        <LineName line={line} />
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {shown.map((column) => (
          <CardFigure key={keyOf(column)} {...{ line, column, compare, aboutAsOf }} />
        ))}
      </Box>
    </Box>
  );
}

function CardFigure({ line, column, compare, aboutAsOf }: Omit<CardProps, 'columns'> & { column: Column }) {
  const translate = useTranslate();
  const read = useBilingual();
  const name = read(column.metric.name);
  const part = column.name === null ? name : `${name} · ${partName(column)}`;
  const isTotal = aboutAsOf !== undefined;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 36 }}>
      <Typography component="dt" sx={{ flexGrow: 1 }}>
        {part}
        {aboutAsOf && <MetricInfo metric={column.metric} asOf={aboutAsOf} />}
      </Typography>
      <Box component="dd" sx={{ m: 0, textAlign: 'right', flexShrink: 0 }}>
        <Box component="span" sx={{ fontWeight: isTotal ? 600 : 400 }}>
          <Figure line={line} column={column} isTotal={isTotal} />
        </Box>{' '}
        <Typography component="span" color="textSecondary">
          {column.unit}
        </Typography>
        {compare && (
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {translate(`lianxin.report.side.change_${compare}`)}{' '}
            <ChangeOf line={line} column={column} isPlan={compare === 'PLAN'} />
          </Box>
        )}
      </Box>
    </Box>
  );
}
