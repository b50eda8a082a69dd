import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { grouped } from '../parts/figures.js';
import { PrintPage } from '../parts/PrintPage.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { RequestError } from '../provider/errors.js';
import { ask } from '../provider/graphql.js';
import type { Dividend, Share } from './dividend.js';
import { DIVIDEND, SHARES } from './dividends.documents.js';

type Plan = Dividend & { remainderRule: string; rule: string; snapshotOn: string };

/** The notice of a dividend for the village's board: whom it is for, how it is cut, and every share. */
export default function DividendNotice() {
  const { id } = useParams();
  const { data, error, refetch } = useQuery({ queryKey: ['dividendNotice', id], queryFn: () => whole(String(id)) });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  return <Sheet {...data} />;
}

/** The dividend with all of its shares, a hundred at a time. */
async function whole(id: string): Promise<{ plan: Plan; shares: Share[] }> {
  const { dividendPlan: plan } = await ask<{ dividendPlan: Plan | null }>(DIVIDEND, { id });
  if (!plan) throw new RequestError('resources.dividendPlans.notFound', { code: 'NOT_FOUND' });
  const shares: Share[] = [];
  for (let offset = 0; offset < plan.shareCount; offset += 100) {
    const page = await ask<{ dividendPlan: { shares: { nodes: Share[] } } }>(SHARES, { id, first: 100, offset });
    shares.push(...page.dividendPlan.shares.nodes);
  }
  return { plan, shares };
}

function Sheet({ plan, shares }: { plan: Plan; shares: Share[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const words = (key: string) => translate(`resources.dividendPlans.${key}`);
  const { title, station, shareCount, total, isEstimate, rule, snapshotOn, remainderRule } = plan;
  const facts = [
    `${words('fields.rule')}：${translate(`enums.DividendRule.${rule}`)}（${day(snapshotOn, locale)}）`,
    `${words('fields.shareCount')}：${shareCount}`,
    `${words('fields.total')}：${grouped(total)}${isEstimate ? `（${words('estimate')}）` : ''}`,
    remainderRule,
  ];
  return (
    <PrintPage
      title={words('printTitle')}
      lead={`${station?.name ?? ''} · ${title}`}
      signatures={[words('seal'), words('printDay')]}
    >
      {facts.map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      <table style={{ marginTop: 12 }}>
        <thead>
          <tr>
            {['no', 'payee', 'householdCode', 'amount'].map((column) => (
              <th key={column} scope="col">
                {words(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.id}>
              <td>{share.no}</td>
              <td>{share.payee}</td>
              <td>{share.householdCode}</td>
              <td style={{ textAlign: 'right' }}>{grouped(share.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words('printFoot')}</p>
    </PrintPage>
  );
}
