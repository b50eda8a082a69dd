import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { PrintPage } from '../parts/PrintPage.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { pathTo, useStationTree } from '../parts/stations.js';
import { useMe } from '../provider/useMe.js';
import { type Answer, columnsOf, type Group, groupsOf, type Line } from './answer.js';
import { type Asked, useAsked } from './asked.js';
import { named, useBilingual, useCatalogue } from './catalogue.js';
import { ChangeOf, Compared } from './Figure.js';
import { figureText } from './figures.js';
import { keyOf } from './heads.js';
import { periodName } from './period.js';
import { useHeads } from './ReportTable.js';
import { useReport } from './useReport.js';

const SIGNATURES = ['head', 'checker', 'maker', 'issued'] as const;

/** From how many columns on a sheet is laid on its side. */
const WIDE = 7;

/** The report on A4 as offices hand it in: title, who fills it in, period and as-of day, the table, what is counted, who signs. */
export default function ReportPrint() {
  const translate = useTranslate();
  const { asked } = useAsked();
  const { data: catalogue, ...ofCatalogue } = useCatalogue();
  const metrics = named(catalogue ?? [], asked.metrics);
  const { data, error, isPending, refetch } = useReport({ ...asked, metrics: metrics.map(({ key }) => key) });
  const failure = ofCatalogue.error ?? error;
  if (failure)
    return <ErrorState error={failure} retry={() => void (ofCatalogue.error ? ofCatalogue.refetch() : refetch())} />;
  if (catalogue && !metrics.length)
    return <ErrorState error={new Error(translate('lianxin.report.unknown', { names: asked.metrics.join(', ') }))} />;
  if (isPending || !data) return <Loading />;
  return <Sheet answer={data.report} groups={groupsOf(columnsOf(data.report, metrics))} asked={asked} />;
}

interface SheetProps {
  answer: Answer;
  groups: readonly Group[];
  asked: Asked;
}

function Sheet({ answer, groups, asked }: SheetProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const read = useBilingual();
  const unit = useUnit(asked);
  const period = periodName(asked.period, translate, (one) => day(one, locale));
  const columns = groups.flatMap((group) => group.columns).length * (asked.compare ? 3 : 1);
  return (
    <PrintPage
      title={titleOf(
        groups.map(({ metric }) => read(metric.name)),
        unit,
        translate,
      )}
      asOf={null}
      isWide={columns > WIDE}
      signatures={SIGNATURES.map((who) => translate(`lianxin.report.sign.${who}`))}
    >
      <div
        style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 24, marginBottom: 4 }}
      >
        <span>{translate('lianxin.report.paper.unit', { unit })}</span>
        <span>{translate('lianxin.report.paper.period', { period })}</span>
        <span>{translate('lianxin.report.asOfDay', { day: day(answer.asOf, locale) })}</span>
      </div>
      <PaperTable answer={answer} groups={groups} asked={asked} />
      <Counted groups={groups} />
    </PrintPage>
  );
}

/** One or two metrics name the sheet; more of them are a report of the unit. */
function titleOf(names: readonly string[], unit: string, translate: (key: string, values?: object) => string): string {
  if (names.length > 2) return translate('lianxin.report.paper.title', { unit });
  return translate('lianxin.report.paper.titleOf', { unit, names: names.join(translate('lianxin.comma')) });
}

/** Whose report it is: the part of the tree that it shows, or the county. */
function useUnit({ within, asOf }: Asked): string {
  const me = useMe();
  const { data: root } = useStationTree(asOf ?? undefined);
  const path = within ? pathTo(root, within) : [];
  const names = path.slice(1).map(({ name }) => name);
  return [me?.tenant?.name, ...names].filter(Boolean).join(' ');
}

function PaperTable({ answer, groups, asked }: SheetProps) {
  const translate = useTranslate();
  const heads = useHeads(groups, asked.compare);
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
                {text}
                {unit && `（${unit}）`}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {[answer.total, ...answer.lines].map((line, i) => (
          <PaperRow key={line.station?.id ?? line.label} line={line} groups={groups} asked={asked} isTotal={i === 0} />
        ))}
      </tbody>
    </table>
  );
}

interface PaperRowProps extends Omit<SheetProps, 'answer'> {
  line: Line;
  isTotal: boolean;
}

function PaperRow({ line, groups, asked, isTotal }: PaperRowProps) {
  const isPlan = asked.compare === 'PLAN';
  const cells = groups.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      const cell = line.cells[column.index];
      const mark = isTotal && cell?.isRecounted ? '※' : '';
      const text =
        cell?.value == null ? (cell?.isHidden ? '＊' : '—') : `${figureText(cell.value, column.metric)}${mark}`;
      const now = [{ key: keyOf(column), content: <>{text}</> }];
      if (!asked.compare) return now;
      return [
        ...now,
        { key: `${keyOf(column)} compared`, content: <Compared line={line} column={column} /> },
        { key: `${keyOf(column)} change`, content: <ChangeOf line={line} column={column} isPlan={isPlan} /> },
      ];
    }),
  );
  return (
    <tr style={isTotal ? { fontWeight: 700 } : undefined}>
      <th scope="row" style={{ fontWeight: isTotal ? 700 : 400 }}>
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
    <div style={{ marginTop: 12, fontSize: 13 }}>
      <div>{translate('lianxin.report.paper.counted')}</div>
      {groups.map(({ metric }, i) => (
        <div key={metric.key}>
          {i + 1}. {read(metric.name)}：{read(metric.says)}
        </div>
      ))}
      {groups.some(({ metric }) => !metric.isAdditive) && <div>{translate('lianxin.report.recountedNote')}</div>}
    </div>
  );
}
