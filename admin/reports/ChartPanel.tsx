import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography, useTheme } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { Section } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { type Answer, figureOf, type Group, isWhole } from './answer.js';
import type { Asked, Change } from './asked.js';
import { CourseTable } from './CourseTable.js';
import { useBilingual } from './catalogue.js';
import { bars, course, type Drawing, drawnLines, type Look, MOST_LINES, shares } from './chartOptions.js';
import { isZero } from './decimals.js';
import { isWhole as isWholePeriod, periodName } from './period.js';
import { useCourse } from './useReport.js';

const Chart = lazy(() => import('./Chart.js'));

const VIEWS = ['bar', 'line', 'share'] as const;
type View = (typeof VIEWS)[number];

interface PanelProps {
  answer: Answer;
  groups: readonly Group[];
  asked: Asked;
  /** The parameters of the page: `view` and `drawn` say which chart of which metric. */
  params: URLSearchParams;
  change: Change;
}

/** One metric drawn as bars, course or shares, switched in place; where a chart would mislead it says why instead. */
export function ChartPanel({ answer, groups, asked, params, change }: PanelProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const isSome = ({ columns }: Group) => columns.some((column) => !isZero(figureOf(answer.total, column) ?? '0'));
  const group = groups.find(({ metric }) => metric.key === params.get('drawn')) ?? groups.find(isSome) ?? groups[0];
  const view: View = VIEWS.find((one) => one === params.get('view')) ?? 'bar';
  if (!group) return null;
  return (
    <Section
      title={translate('lianxin.report.charted', { name: read(group.metric.name), unit: read(group.metric.unit) })}
      actions={<ViewSwitch view={view} onView={(next) => change({ view: next === 'bar' ? null : next })} />}
    >
      {groups.length > 1 && <DrawnSelect groups={groups} drawn={group} onDraw={(drawn) => change({ drawn })} />}
      <Drawn answer={answer} group={group} asked={asked} view={view} />
    </Section>
  );
}

function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={view}
      aria-label={translate('lianxin.report.viewAs')}
      onChange={(_, next: View | null) => next && onView(next)}
    >
      {VIEWS.map((one) => (
        <ToggleButton key={one} value={one} sx={{ px: 2, '@media (pointer: coarse)': { minHeight: 44 } }}>
          {translate(`lianxin.report.view.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface DrawnSelectProps {
  groups: readonly Group[];
  drawn: Group;
  onDraw: (key: string) => void;
}

function DrawnSelect({ groups, drawn, onDraw }: DrawnSelectProps) {
  const translate = useTranslate();
  const read = useBilingual();
  return (
    <TextField
      select
      label={translate('lianxin.report.drawn')}
      value={drawn.metric.key}
      onChange={(event) => onDraw(event.target.value)}
      sx={{ maxWidth: 280, mb: 1 }}
    >
      {groups.map(({ metric }) => (
        <MenuItem key={metric.key} value={metric.key}>
          {read(metric.name)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface DrawnProps {
  answer: Answer;
  group: Group;
  asked: Asked;
  view: View;
}

function Drawn({ answer, group, asked, view }: DrawnProps) {
  const translate = useTranslate();
  const look = useLook(group, asked);
  const { split } = asked;
  if (view === 'line') return <Course group={group} asked={asked} look={look} />;
  const isShared = view === 'share';
  const units = new Set(group.columns.map(({ unit }) => unit)).size;
  if (isShared && (!isWhole(group, split) || units > 1)) return <Why text={translate('lianxin.report.noShare')} />;
  const lines = drawnLines(answer.lines, group.columns);
  if (!lines.length) return <Why text={translate('lianxin.report.nothingDrawn')} />;
  const cut = answer.lines.length > MOST_LINES && lines.length === MOST_LINES;
  return (
    <>
      <Picture {...(isShared ? shares(answer, group, look) : bars(answer, group, split, look))} />
      {cut && <Why text={translate('lianxin.report.cut', { count: MOST_LINES })} />}
      {group.columns.length > 6 && !isShared && <Why text={translate('lianxin.report.cutParts')} />}
    </>
  );
}

function Course({ group, asked, look }: { group: Group; asked: Asked; look: Look }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data, error, isPending, refetch } = useCourse(asked, group.metric.key);
  if (!isWholePeriod(asked.period.unit)) return <Why text={translate('lianxin.report.noCourse')} />;
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading rows={3} shape="cards" />;
  const names = data.map(({ period }) => periodName(period, translate, (one) => day(one, locale)));
  return (
    <>
      <Picture {...course(data, names, group, look)} />
      <CourseTable points={data} names={names} columns={group.columns} />
      <Why text={translate('lianxin.report.courseSays')} />
    </>
  );
}

function Picture(drawing: Drawing) {
  return (
    <Suspense fallback={<Box sx={{ height: drawing.height }} />}>
      <Chart {...drawing} />
    </Suspense>
  );
}

function Why({ text }: { text: string }) {
  return <Typography color="textSecondary">{text}</Typography>;
}

function useLook(group: Group, { compare, period }: Asked): Look {
  const translate = useTranslate();
  const read = useBilingual();
  const theme = useTheme();
  const [locale] = useLocaleState();
  const name = read(group.metric.name);
  return {
    text: theme.palette.text.primary,
    line: theme.palette.divider,
    font: getComputedStyle(document.body).fontFamily,
    isPhone: useIsPhone(),
    description: translate('lianxin.report.chartAlt', { name }),
    now: periodName(period, translate, (one) => day(one, locale)),
    compared: compare && translate(`lianxin.report.side.compared_${compare}`),
  };
}
