import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { amountText } from '../parts/figures.js';
import { PrintPage } from '../parts/PrintPage.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { whereOf } from '../provider/data.js';
import { ask } from '../provider/graphql.js';
import type { Line } from './DistributionList.js';
import { DISTRIBUTIONS } from './distributions.documents.js';

interface Answer {
  distributions: { nodes: Line[]; totalCount: number };
}

const PAGE = 100;

/** Every line that stands, a hundred at a time. */
async function linesOf(where: object, signal?: AbortSignal): Promise<Line[]> {
  const lines: Line[] = [];
  let total = 1;
  for (let offset = 0; offset < total; offset += PAGE) {
    const { distributions } = await ask<Answer>(DISTRIBUTIONS, { where, first: PAGE, offset }, { signal });
    lines.push(...distributions.nodes);
    total = distributions.totalCount;
  }
  return lines.filter(({ isReversed, reverses }) => !isReversed && !reverses);
}

/** The sheet that households sign when they are given something: the lines that the list's filter shows. */
export default function DistributionPrint() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const where = whereOf(JSON.parse(search.get('filter') ?? '{}') as Record<string, unknown>);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['distributionPrint', where],
    queryFn: ({ signal }) => linesOf(where, signal),
    retry: false,
  });
  return (
    <PrintPage
      title={translate('lianxin.distribution.sheet')}
      signatures={[translate('lianxin.distribution.handedBy'), translate('lianxin.distribution.checkedBy')]}
    >
      {error ? <ErrorState error={error} retry={refetch} /> : isPending ? <Loading /> : <Sheet lines={data} />}
    </PrintPage>
  );
}

const COLUMNS = ['no', 'village', 'household', 'item', 'amount', 'onDay', 'signature'];

function Sheet({ lines }: { lines: readonly Line[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const unit = useEnumLabel('Unit');
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((field) => (
            <th key={field}>{translate(`lianxin.distribution.${field}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id}>
            <td>{index + 1}</td>
            <td>{line.station?.name}</td>
            <td>{line.household?.headName || line.household?.code}</td>
            <td>{line.item?.name}</td>
            <td>
              {amountText(line.quantity.amount)} {unit(line.quantity.unit)}
            </td>
            <td>{day(line.onDay, locale)}</td>
            <td style={{ minWidth: 90 }} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
