import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { PrintPage } from '../parts/PrintPage.js';
import type { Answer, Group, Line } from './answer.js';
import type { Comparison } from './asked.js';
import { useBilingual } from './catalogue.js';
import { ChangeOf, Compared } from './Figure.js';
import { figureText } from './figures.js';
import { keyOf } from './heads.js';
import { type Period, periodName } from './period.js';
import { useHeads } from './ReportTable.js';

const SIGNATURES = ['head', 'checker', 'maker', 'issued'] as const;

/** From how many columns on a sheet is laid on its side. */
const WIDE = 7;

interface FiguresProps {
  answer: Answer;
  groups: readonly Group[];
  compare: Comparison | null;
}

interface PaperProps extends FiguresProps {
  title: string;
  /** Whose report it is. */
  unit: string;
  period: Period;
  /** What else is to be known of it, under the table. */
  children?: ReactNode;
}

/** A report as offices hand it in: title, who fills it in, period and as-of day, the table, what is counted, who signs. */
export function ReportPaper({ title, unit, period, children, ...figures }: PaperProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { answer, groups, compare } = figures;
  const named = periodName(period, translate, (one) => day(one, locale));
  const columns = groups.flatMap((group) => group.columns).length * (compare ? 3 : 1);
  return (
    <PrintPage
      title={title}
      asOf={null}
      isWide={columns > WIDE}
      signatures={SIGNATURES.map((who) => translate(`lianxin.report.sign.${who}`))}
    >
      <div
        style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 24, marginBottom: 4 }}
      >
        <span>{translate('lianxin.report.paper.unit', { unit })}</span>
        <span>{translate('lianxin.report.paper.period', { period: named })}</span>
        <span>{translate('lianxin.report.asOfDay', { day: day(answer.asOf, locale) })}</span>
      </div>
      {/* On a phone a wide table scrolls by itself; on paper it lies on its side. */}
      <Box
        tabIndex={0}
        role="region"
        aria-label={title}
        sx={{ overflowX: 'auto', '@media print': { overflow: 'visible' } }}
      >
        <PaperTable {...figures} />
      </Box>
      <Counted groups={groups} />
      {children}
    </PrintPage>
  );
}

function PaperTable({ answer, groups, compare }: FiguresProps) {
  const translate = useTranslate();
  const heads = useHeads(groups, compare);
  return (
    <table>
      <thead>
        {heads.map((row, i) => (
          <tr key={row[0]?.key ?? i}>
            {i === 0 && (
              <th scope="col" rowSpan={heads.length}>
                {translate('lianxin.report.place')}
              </th>
            )}
            {row.map(({ key, text, unit, columns, rows }) => (
              <th
                key={key}
                scope={columns > 1 ? 'colgroup' : 'col'}
                colSpan={columns}
                rowSpan={rows}
                style={{ textAlign: 'center' }}
              >
                {unit ? translate('lianxin.report.paper.headed', { name: text, unit }) : text}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {[answer.total, ...answer.lines].map((line, i) => (
          <PaperRow
            key={line.station?.id ?? line.label}
            line={line}
            groups={groups}
            compare={compare}
            isTotal={i === 0}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PaperRowProps extends Omit<FiguresProps, 'answer'> {
  line: Line;
  isTotal: boolean;
}

function PaperRow({ line, groups, compare, isTotal }: PaperRowProps) {
  const isPlan = compare === 'PLAN';
  const cells = groups.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      const cell = line.cells[column.index];
      const mark = isTotal && cell?.isRecounted ? '※' : '';
      const text =
        cell?.value == null ? (cell?.isHidden ? '＊' : '—') : `${figureText(cell.value, column.metric)}${mark}`;
      const now = [{ key: keyOf(column), content: <>{text}</> }];
      if (!compare) return now;
      return [
        ...now,
        { key: `${keyOf(column)} compared`, content: <Compared line={line} column={column} /> },
        { key: `${keyOf(column)} change`, content: <ChangeOf line={line} column={column} isPlan={isPlan} /> },
      ];
    }),
  );
  return (
    <tr style={isTotal ? { fontWeight: 700 } : undefined}>
      <th scope="row" style={{ fontWeight: isTotal ? 700 : 400, minWidth: '6em' }}>
        {line.label}
      </th>
      {cells.map(({ key, content }) => (
        <td key={key} style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
          {content}
        </td>
      ))}
    </tr>
  );
}

/** What each metric counts, and what the marks mean. */
function Counted({ groups }: { groups: readonly Group[] }) {
  const translate = useTranslate();
  const read = useBilingual();
  return (
    <div style={{ marginTop: 12, fontSize: 13, breakInside: 'avoid' }}>
      <div>{translate('lianxin.report.paper.counted')}</div>
      {groups.map(({ metric }, i) => (
        <div key={metric.key}>
          {i + 1}. {translate('lianxin.report.paper.fact', { name: read(metric.name), value: read(metric.says) })}
        </div>
      ))}
      {groups.some(({ metric }) => !metric.isAdditive) && <div>{translate('lianxin.report.recountedNote')}</div>}
    </div>
  );
}
