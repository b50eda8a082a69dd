import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { Page, Section } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading, Refreshing } from '../parts/states.js';
import { useMe } from '../provider/useMe.js';
import { type Answer, columnsOf, type Group, groupsOf } from './answer.js';
import { type Asked, useAsked } from './asked.js';
import { ChartPanel } from './ChartPanel.js';
import { Conclusions } from './Conclusions.js';
import { Controls, type ControlsProps } from './Controls.js';
import { mayOpen, named, useCatalogue } from './catalogue.js';
import { Notes } from './Notes.js';
import { periodName } from './period.js';
import { ReportActions } from './ReportActions.js';
import { ReportCards } from './ReportCards.js';
import { ReportTable } from './ReportTable.js';
import { useCrumbs } from './useCrumbs.js';
import { useReport } from './useReport.js';

/** The report builder: what is asked for on top, then what it says in words, a chart, and the table whose figures open their rows. */
export default function Report() {
  const translate = useTranslate();
  const { asked, params, change } = useAsked();
  const crumbs = useCrumbs(asked, params);
  const { data: catalogue, error, refetch } = useCatalogue();
  const here = crumbs.length > 1 ? crumbs.at(-1)?.label : undefined;
  const title = [translate('lianxin.report.title'), here].filter(Boolean).join(' · ');
  return (
    <Page
      title={title}
      crumbs={
        crumbs.length > 1 ? crumbs.map((crumb, i) => (i < crumbs.length - 1 ? crumb : { label: crumb.label })) : []
      }
      actions={<ReportActions asked={asked} params={params} />}
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : catalogue ? (
        <Builder
          asked={asked}
          change={change}
          params={params}
          catalogue={catalogue}
          metrics={named(catalogue, asked.metrics)}
        />
      ) : (
        <Loading rows={8} />
      )}
    </Page>
  );
}

type BuilderProps = ControlsProps & { params: URLSearchParams };

function Builder({ params, ...props }: BuilderProps) {
  const translate = useTranslate();
  const { asked, metrics, change } = props;
  const known = { ...asked, metrics: metrics.map(({ key }) => key) };
  const { data, error, isPending, isFetching, refetch } = useReport(known);
  const unknown = asked.metrics.filter((key) => !known.metrics.includes(key));
  return (
    <>
      <Conditions {...props} />
      {unknown.length > 0 && (
        <Typography role="status">{translate('lianxin.report.unknown', { names: unknown.join(', ') })}</Typography>
      )}
      <Refreshing isOn={isFetching && !isPending} />
      {!known.metrics.length ? null : error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={8} />
      ) : (
        <Shown
          answer={data.report}
          asked={data.asked}
          params={params}
          change={change}
          metrics={named(props.catalogue, data.asked.metrics)}
        />
      )}
    </>
  );
}

/** The controls; on a phone they are folded away behind what they say. */
function Conditions(props: ControlsProps) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  if (!isPhone) return <Controls {...props} />;
  return (
    <>
      <Button
        fullWidth
        variant="outlined"
        color="secondary"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        sx={{ mb: 1.5 }}
      >
        {translate(`lianxin.report.${isOpen ? 'fold' : 'unfold'}`)}
      </Button>
      {isOpen && <Controls {...props} />}
    </>
  );
}

type ShownProps = Omit<BuilderProps, 'catalogue'> & { answer: Answer };

function Shown({ answer, asked, params, change, metrics }: ShownProps) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const groups = groupsOf(columnsOf(answer, metrics));
  const Figures = isPhone ? ReportCards : ReportTable;
  return (
    <>
      <AskedFor answer={answer} asked={asked} />
      <Rights groups={groups} />
      <Conclusions answer={answer} groups={groups} compare={asked.compare} split={asked.split} />
      <ChartPanel {...{ answer, groups, asked, params, change }} />
      <Section title={translate('lianxin.report.table')}>
        <Figures answer={answer} groups={groups} compare={asked.compare} />
        <Notes answer={answer} groups={groups} />
      </Section>
    </>
  );
}

/** One line that says what the figures are of. */
function AskedFor({ answer, asked }: { answer: Answer; asked: Asked }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const me = useMe();
  const named = (one: string) => day(one, locale);
  const { comparedFrom, comparedTo, comparedAsOf } = answer;
  const isEarlier = asked.compare !== null && asked.compare !== 'PLAN' && comparedFrom && comparedTo && comparedAsOf;
  const against = isEarlier && { from: named(comparedFrom), to: named(comparedTo), asOf: named(comparedAsOf) };
  const key = asked.period.unit === 'upTo' ? 'againstUpTo' : 'against';
  const parts = [
    me?.tenant?.name,
    periodName(asked.period, translate, named),
    translate('lianxin.report.asOfDay', { day: named(answer.asOf) }),
    against && translate(`lianxin.report.${key}`, against),
  ];
  return (
    <Box component="p" sx={{ mt: 0, mb: 1, color: 'text.secondary' }}>
      {parts.filter(Boolean).join(' · ')}
    </Box>
  );
}

/** Says whose rows the person may not open, before they look for a link that is not there. */
function Rights({ groups }: { groups: readonly Group[] }) {
  const translate = useTranslate();
  const me = useMe();
  const shut = groups.filter(({ metric }) => !mayOpen(me, metric));
  if (!shut.length) return null;
  const key = shut.length === groups.length ? 'sumsOnly' : 'sumsPartly';
  return <Typography sx={{ mb: 1 }}>{translate(`lianxin.report.${key}`)}</Typography>;
}
