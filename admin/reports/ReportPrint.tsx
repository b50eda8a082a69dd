import { useTranslate } from 'react-admin';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { pathTo, useStationTree } from '../parts/stations.js';
import { useMe } from '../provider/useMe.js';
import { type Answer, columnsOf, type Group, groupsOf } from './answer.js';
import { type Asked, useAsked } from './asked.js';
import { named, useBilingual, useCatalogue } from './catalogue.js';
import { ReportPaper } from './ReportPaper.js';
import { useReport } from './useReport.js';

/** The report that the address asks for, on A4. */
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
  const read = useBilingual();
  const unit = useUnit(asked);
  const names = groups.map(({ metric }) => read(metric.name));
  const { period, compare } = asked;
  return <ReportPaper title={titleOf(names, unit, translate)} {...{ unit, period, answer, groups, compare }} />;
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
