import BrokenIcon from '@mui/icons-material/GppBadOutlined';
import IntactIcon from '@mui/icons-material/VerifiedOutlined';
import { Button, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useLocaleState, useRecordContext, useShowContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ExportButton } from '../../parts/ExportButton.js';
import { Details, Labelled } from '../../parts/fields.js';
import { IconWord } from '../../parts/IconWord.js';
import { Section } from '../../parts/Page.js';
import { ShowPage } from '../../parts/RecordPages.js';
import { useIsPhone } from '../../parts/ResponsiveList.js';
import { ErrorState } from '../../parts/refusals.js';
import { Loading } from '../../parts/states.js';
import { columnsOf, groupsOf } from '../answer.js';
import { type Metric, named, useCatalogue } from '../catalogue.js';
import { FrozenParams } from '../frozen.js';
import { Notes } from '../Notes.js';
import { PrintButton } from '../PrintButton.js';
import { ReportCards } from '../ReportCards.js';
import { ReportTable } from '../ReportTable.js';
import { Comments } from './Comments.js';
import { Drift } from './Drift.js';
import { askedFor, type Edition, paramsOf } from './edition.js';
import { useEditionFacts } from './useEditionFacts.js';

/** An edition: its figures as they were frozen, whether they are intact, what has changed since, and what was said of it. */
export default function EditionShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={({ title }) => String(title)}
      crumbs={() => [{ label: translate('resources.editions.menu'), to: '/editions' }]}
      actions={<Actions />}
    >
      <Body />
    </ShowPage>
  );
}

/** The same question asked today, and the edition as a file and on paper. */
function Actions() {
  const translate = useTranslate();
  const edition = useRecordContext<Edition>();
  if (!edition) return null;
  return (
    <>
      <Button
        component={RouterLink}
        to={`/reports?${paramsOf(askedFor(edition))}`}
        variant="outlined"
        color="secondary"
      >
        {translate('resources.editions.live')}
      </Button>
      <ExportButton asked={{ edition: edition.id }} name={edition.title} />
      <PrintButton to={`/print/edition/${edition.id}`} />
    </>
  );
}

function Body() {
  const edition = useRecordContext<Edition>();
  const { data: catalogue, error, refetch } = useCatalogue();
  useAnewInLanguage();
  if (!edition) return null;
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!catalogue) return <Loading rows={8} />;
  const metrics = named(catalogue, askedFor(edition).metrics);
  return (
    <>
      <Facts edition={edition} metrics={metrics} />
      <Frozen edition={edition} metrics={metrics} />
      <Drift id={edition.id} catalogue={catalogue} />
      <Comments edition={edition} />
    </>
  );
}

/** Asks for the edition anew when the page changes its language, for the server names its lines and units. */
function useAnewInLanguage() {
  const [locale] = useLocaleState();
  const { refetch } = useShowContext();
  const asked = useRef(locale);
  useEffect(() => {
    if (asked.current === locale) return;
    asked.current = locale;
    void refetch();
  }, [locale, refetch]);
}

interface EditionProps {
  edition: Edition;
  metrics: readonly Metric[];
}

/** What was asked, by whom it was frozen, and the hash. */
function Facts({ edition, metrics }: EditionProps) {
  const translate = useTranslate();
  const facts = useEditionFacts(edition, metrics);
  const word = (field: string) => translate(`resources.editions.fields.${field}`);
  return (
    <Details>
      {facts.map(({ field, text }) => (
        <Labelled key={field} label={word(field)}>
          {text}
        </Labelled>
      ))}
      <Labelled label={word('hash')} isWide>
        <Intact isIntact={edition.isIntact} />
        <Typography component="code" sx={{ display: 'block', fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
          {edition.hash}
        </Typography>
      </Labelled>
    </Details>
  );
}

/** Whether the hash still fits what is kept. */
function Intact({ isIntact }: { isIntact: boolean }) {
  const translate = useTranslate();
  const text = translate(`resources.editions.${isIntact ? 'intact' : 'broken'}`);
  return <IconWord icon={isIntact ? IntactIcon : BrokenIcon} color={isIntact ? 'success' : 'error'} text={text} />;
}

/** The frozen figures in the builder's own table, whose links lead to the rows of today. */
function Frozen({ edition, metrics }: EditionProps) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const { report } = edition;
  const asked = askedFor(edition);
  const groups = groupsOf(columnsOf(report, metrics));
  const Figures = isPhone ? ReportCards : ReportTable;
  return (
    <Section title={translate('lianxin.report.table')}>
      <FrozenParams.Provider value={paramsOf(asked)}>
        <Figures answer={report} groups={groups} compare={asked.compare} />
      </FrozenParams.Provider>
      <Notes answer={report} groups={groups} />
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {translate('resources.editions.rowsOfToday')}
      </Typography>
    </Section>
  );
}
