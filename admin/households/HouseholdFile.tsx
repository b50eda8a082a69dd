import { Alert, Button, Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { Details, Labelled, None, useEnumLabel } from '../parts/fields.js';
import { Page, Section, stationCrumbs } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { Changes } from './Changes.js';
import { HouseholdActs } from './HouseholdActs.js';
import { type Household, isHead, membersOf, useHousehold, useSections } from './household.js';
import { Members } from './Members.js';
import { Spans } from './Spans.js';
import { StatusActs } from './StatusActs.js';
import { Timeline } from './Timeline.js';

/** Everything about one household on one page, asked in one query. */
export default function HouseholdFile() {
  const translate = useTranslate();
  const { id } = useParams();
  const { data: household, error, isPending, refetch } = useHousehold(id);
  const name = translate('resources.households.name', { smart_count: 1 });
  if (error || isPending || !household) {
    return (
      <Page title={name}>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading shape="form" />}
      </Page>
    );
  }
  return (
    <Page
      title={translate('resources.households.titleOf', {
        name: household.headName || translate('resources.households.headless'),
      })}
      crumbs={[
        { label: translate('resources.households.menu'), to: '/households' },
        ...(household.station ? stationCrumbs([...household.station.path, household.station]) : []),
      ]}
      actions={<Actions household={household} />}
    >
      <Body household={household} />
    </Page>
  );
}

function Actions({ household }: { household: Household }) {
  const translate = useTranslate();
  return (
    <>
      <Button
        component={RouterLink}
        to={`/print/households/${household.id}`}
        target="_blank"
        variant="outlined"
        color="secondary"
      >
        {translate('resources.households.print')}
      </Button>
      <HouseholdActs household={household} />
    </>
  );
}

function Body({ household }: { household: Household }) {
  const translate = useTranslate();
  const sections = useSections();
  const status = useEnumLabel('BeneficiaryStatus');
  return (
    <>
      {household.isClosed && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('resources.households.isClosed')}
        </Alert>
      )}
      <Card household={household} />
      <Section title={translate('resources.households.sections.members')}>
        <Members household={household} />
      </Section>
      <Section
        title={translate('resources.households.sections.statuses')}
        actions={<StatusActs household={household} />}
      >
        <Spans
          rows={household.statuses.map((one) => ({ ...one, text: status(one.status) }))}
          empty={translate('resources.households.ordinary')}
        />
      </Section>
      {sections.map(({ name, Section: Shown }) => (
        <Section key={name} title={translate(`resources.households.sections.${name}`, { _: name })}>
          <Shown household={household} />
        </Section>
      ))}
      <Section title={translate('resources.households.sections.timeline')}>
        <Timeline household={household} sections={sections} />
      </Section>
      <Section title={translate('resources.households.sections.places')}>
        <Spans rows={household.places.map((one) => ({ ...one, text: one.place?.name ?? '—' }))} />
      </Section>
      {household.changes.length > 0 && (
        <Section title={translate('resources.households.sections.changes')}>
          <Changes household={household} />
        </Section>
      )}
    </>
  );
}

/** Head, number, village, size and today's statuses. */
function Card({ household }: { household: Household }) {
  const translate = useTranslate();
  const status = useEnumLabel('BeneficiaryStatus');
  const label = (field: string) => translate(`resources.households.fields.${field}`);
  const today = household.statuses.filter(({ validTo }) => validTo === null);
  const head = membersOf(household).find(isHead)?.person;
  return (
    <Details>
      <Labelled label={label('code')}>
        {household.code}
        {household.isInvented && (
          <Chip size="small" variant="outlined" label={translate('resources.households.invented')} sx={{ ml: 1 }} />
        )}
      </Labelled>
      <Labelled label={label('statuses')}>
        <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
          {today.map(({ id, status: one }) => (
            <Chip key={id} size="small" variant="outlined" label={status(one)} />
          ))}
          {today.length === 0 && translate('resources.households.ordinary')}
        </Stack>
      </Labelled>
      <Labelled label={label('station')}>{household.station?.name ?? <None />}</Labelled>
      <Labelled label={label('size')}>
        {translate('resources.households.people', { smart_count: household.size })}
      </Labelled>
      <Labelled label={label('address')}>{household.address ?? <None />}</Labelled>
      <Labelled label={label('phone')}>{head?.phoneMasked ?? <None />}</Labelled>
    </Details>
  );
}
