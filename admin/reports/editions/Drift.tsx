import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { Section } from '../../parts/Page.js';
import { ErrorState } from '../../parts/refusals.js';
import { Loading } from '../../parts/states.js';
import { ask } from '../../provider/graphql.js';
import { type Metric, useBilingual } from '../catalogue.js';
import { figureText } from '../figures.js';
import { EDITION_DRIFT } from './editions.documents.js';

interface DriftCell {
  metric: string;
  line: string;
  split: string | null;
  splitName: string | null;
  unit: string;
  was: string | null;
  now: string | null;
}

interface DriftAnswer {
  edition: { drift: { count: number; cells: DriftCell[] } };
}

interface DriftProps {
  id: string;
  catalogue: readonly Metric[];
}

/** Which figures the same question gives otherwise today; it is asked by itself, for it counts everything again. */
export function Drift({ id, catalogue }: DriftProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data, error, refetch } = useQuery({
    queryKey: ['editionDrift', id, locale],
    queryFn: ({ signal }) => ask<DriftAnswer>(EDITION_DRIFT, { id }, { signal }).then(({ edition }) => edition.drift),
    retry: false,
  });
  return (
    <Section title={translate('resources.editions.drift')}>
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : !data ? (
        <Loading rows={3} />
      ) : (
        <>
          <Typography role="status" sx={{ mb: 1 }}>
            {translate(`resources.editions.${data.count ? 'drifted' : 'noDrift'}`, { count: data.count })}
          </Typography>
          {data.cells.length > 0 && <Cells cells={data.cells} catalogue={catalogue} />}
        </>
      )}
    </Section>
  );
}

const COLUMNS = ['line', 'metric', 'was', 'now'] as const;

function Cells({ cells, catalogue }: { cells: readonly DriftCell[]; catalogue: readonly Metric[] }) {
  const translate = useTranslate();
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('resources.editions.drift')}
      sx={{ overflow: 'auto', maxHeight: '60vh', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === 'was' || column === 'now' ? 'right' : undefined}>
                {translate(`resources.editions.driftColumns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {cells.map((cell) => (
            <DriftRow
              key={`${cell.line} ${cell.metric} ${cell.split} ${cell.unit}`}
              cell={cell}
              metric={catalogue.find(({ key }) => key === cell.metric)}
            />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function DriftRow({ cell, metric }: { cell: DriftCell; metric?: Metric }) {
  const read = useBilingual();
  const name = [metric ? read(metric.name) : cell.metric, cell.splitName].filter(Boolean).join(' · ');
  const text = (value: string | null) => (value === null ? '—' : figureText(value, metric ?? { counts: 'ROWS' }));
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
        {cell.line}
      </TableCell>
      <TableCell>
        {name} · {cell.unit}
      </TableCell>
      <TableCell align="right">{text(cell.was)}</TableCell>
      <TableCell align="right">{text(cell.now)}</TableCell>
    </TableRow>
  );
}
