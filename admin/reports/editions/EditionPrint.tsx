import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { ErrorState } from '../../parts/refusals.js';
import { Loading } from '../../parts/states.js';
import { RequestError } from '../../provider/errors.js';
import { ask } from '../../provider/graphql.js';
import { columnsOf, groupsOf } from '../answer.js';
import { type Metric, named, useCatalogue } from '../catalogue.js';
import { ReportPaper } from '../ReportPaper.js';
import { askedFor, type Edition } from './edition.js';
import { EDITION } from './editions.documents.js';
import { useEditionFacts } from './useEditionFacts.js';

/** An edition on A4: its figures as they were frozen, what was asked, who froze it when, and its hash. */
export default function EditionPrint() {
  const { id } = useParams();
  const [locale] = useLocaleState();
  const catalogue = useCatalogue();
  const edition = useQuery({
    queryKey: ['editionPrint', id, locale],
    queryFn: ({ signal }) => ask<{ edition: Edition | null }>(EDITION, { id }, { signal }).then(present),
    retry: false,
  });
  const failed = [catalogue, edition].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (!catalogue.data || !edition.data) return <Loading rows={8} />;
  return <Sheet edition={edition.data} metrics={named(catalogue.data, askedFor(edition.data).metrics)} />;
}

function present({ edition }: { edition: Edition | null }): Edition {
  if (!edition) throw new RequestError('lianxin.error.NOT_FOUND', { code: 'NOT_FOUND' });
  return edition;
}

/** What the sheet says over its table already, or in it. */
const SAID = ['station', 'period', 'asOf', 'metrics'];

function Sheet({ edition, metrics }: { edition: Edition; metrics: readonly Metric[] }) {
  const translate = useTranslate();
  const facts = useEditionFacts(edition, metrics).filter(({ field }) => !SAID.includes(field));
  const { report, title, station, hash, isIntact } = edition;
  const { period, compare } = askedFor(edition);
  const unit = [...(station?.path ?? []), ...(station ? [station] : [])].map(({ name }) => name).join(' ');
  const intact = translate(`resources.editions.${isIntact ? 'intact' : 'broken'}`);
  const name = (field: string) => translate(`resources.editions.fields.${field}`);
  return (
    <ReportPaper {...{ title, unit, period, compare }} answer={report} groups={groupsOf(columnsOf(report, metrics))}>
      <section style={{ marginTop: 12, fontSize: 13, breakInside: 'avoid' }}>
        <div>{translate('resources.editions.paper')}</div>
        {[...facts, { field: 'hash', text: `${hash} · ${intact}` }].map(({ field, text }) => (
          <div key={field}>{translate('lianxin.report.paper.fact', { name: name(field), value: text })}</div>
        ))}
      </section>
    </ReportPaper>
  );
}
