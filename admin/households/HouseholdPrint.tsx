import { Box } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { PrintPage } from '../parts/PrintPage.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { type Household, isReal, membersOf, useHousehold, useSections } from './household.js';

/** What a household has received, on A4, to be signed: numbers stay masked on paper too. */
export default function HouseholdPrint() {
  const { id } = useParams();
  const { data: household, error, refetch } = useHousehold(id);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!household) return <Loading shape="form" />;
  return <Statement household={household} />;
}

function Statement({ household }: { household: Household }) {
  const translate = useTranslate();
  const sections = useSections();
  const say = (key: string, options = {}) => translate(`resources.households.statement.${key}`, options);
  const places = household.station ? [...household.station.path, household.station].map(({ name }) => name) : [];
  return (
    <PrintPage
      title={say('title')}
      lead={`${places.join(' ')} · ${household.headName || '—'} · ${household.code}`}
      signatures={[say('head'), say('keeper'), say('date')]}
    >
      <MembersTable household={household} />
      <StatusTable household={household} />
      {sections.map(({ name, Print }) =>
        Print ? (
          <section key={name}>
            <h2>{translate(`resources.households.sections.${name}`, { _: name })}</h2>
            <Print household={household} />
          </section>
        ) : null,
      )}
      {!sections.some(({ Print }) => Print) && <p>{say('nothing')}</p>}
    </PrintPage>
  );
}

function MembersTable({ household }: { household: Household }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const relation = useEnumLabel('Relation');
  const sex = useEnumLabel('Sex');
  const field = (name: string) => translate(`resources.persons.fields.${name}`);
  return (
    <section>
      <h2>{translate('resources.households.sections.members')}</h2>
      <table>
        <thead>
          <tr>
            {['name', 'relation', 'sex', 'birthDay', 'idNumber'].map((name) => (
              <th key={name} scope="col">
                {field(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {membersOf(household).map(({ id, relation: one, person }) => (
            <tr key={id}>
              <td>{person?.name ?? '—'}</td>
              <td>{relation(one)}</td>
              <td>{person?.sex ? sex(person.sex) : ''}</td>
              <td>{person?.birthDay ? day(person.birthDay, locale) : ''}</td>
              <td>{person?.idNumberMasked ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StatusTable({ household }: { household: Household }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const status = useEnumLabel('BeneficiaryStatus');
  const rows = household.statuses.filter(isReal);
  return (
    <section>
      <h2>{translate('resources.households.sections.statuses')}</h2>
      {rows.length === 0 && <p>{translate('resources.households.ordinary')}</p>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {rows.map(({ id, status: one, validFrom, validTo }) => (
          <li key={id}>
            {status(one)}{' '}
            {translate(validTo ? 'resources.households.span' : 'resources.households.since', {
              from: day(validFrom, locale),
              to: validTo ? day(validTo, locale) : '',
            })}
          </li>
        ))}
      </Box>
    </section>
  );
}
