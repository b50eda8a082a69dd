import { useParams } from 'react-router-dom';
import { PrintPage } from '../parts/PrintPage.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { type PaySheet, usePaySheet } from './paySheet.js';
import { useWords } from './words.js';

/** The pay sheet of a month on A4, with a column to sign in. */
export default function PayPrint() {
  const { id = '', month = '' } = useParams();
  const { translate } = useWords();
  const { data, error, isPending, refetch } = usePaySheet(id, month);
  const title = translate('lianxin.jobs.pay.title');
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <PrintPage
      title={title}
      lead={`${data.programme.title} · ${translate('lianxin.jobs.pay.ofMonth', { year: month.slice(0, 4), month: Number(month.slice(5)) })}`}
      signatures={['maker', 'checker', 'approver'].map((who) => translate(`lianxin.jobs.pay.${who}`))}
    >
      <Sheet sheet={data} />
    </PrintPage>
  );
}

const COLUMNS = ['no', 'person', 'station', 'post', 'days', 'amount', 'signature'];

function Sheet({ sheet }: { sheet: PaySheet }) {
  const { translate } = useWords();
  const label = (field: string) => translate(`lianxin.jobs.pay.${field}`);
  return (
    <>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map(({ placement, days, isFull, amount }, i) => (
            <tr key={placement.id}>
              <td>{i + 1}</td>
              <td>{placement.person?.name}</td>
              <td>{placement.station?.name}</td>
              <td>{placement.title}</td>
              <td>{isFull ? label('full') : days}</td>
              <td style={{ textAlign: 'right' }}>{amount}</td>
              <td style={{ minWidth: 60 }} />
            </tr>
          ))}
          <tr>
            <td colSpan={5}>{translate('lianxin.jobs.pay.sum', { count: sheet.lines.length })}</td>
            <td style={{ textAlign: 'right' }}>{sheet.total}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p>{sheet.rule}</p>
    </>
  );
}
