import { useRecordContext, useTranslate } from 'react-admin';
import { EditButton } from '../parts/actions.js';
import { DayField, Details, EnumField, Labelled, None, useEnumLabel } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import type { HouseholdRef, Span } from './household.js';
import { HouseholdLink } from './PersonList.js';
import { Reveal } from './Reveal.js';
import { Spans } from './Spans.js';

/** One person: what is known, masked numbers that are shown for a reason, and every household they belonged to. */
export default function PersonShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.name)}
      crumbs={() => [{ label: translate('resources.persons.menu'), to: '/persons' }]}
      actions={<EditButton permissions={['HOUSEHOLD_EDIT']} />}
    >
      <Facts />
      <Section title={translate('resources.persons.memberships')}>
        <Memberships />
      </Section>
    </ShowPage>
  );
}

function Facts() {
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record) return null;
  const label = (field: string) => translate(`resources.persons.fields.${field}`);
  const known = (value: unknown) =>
    value === null ? <None /> : translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
  return (
    <Details>
      <Labelled label={label('household')}>
        {record.household ? <HouseholdLink household={record.household as HouseholdRef} /> : <None />}
      </Labelled>
      <Labelled label={label('station')}>{record.station?.name ?? <None />}</Labelled>
      <Labelled label={label('sex')}>
        <EnumField source="sex" type="Sex" />
      </Labelled>
      <Labelled label={label('birthDay')}>
        <DayField source="birthDay" />
      </Labelled>
      <Labelled label={label('idNumber')}>
        <Reveal number="ID_NUMBER" masked={record.idNumberMasked} />
      </Labelled>
      <Labelled label={label('phone')}>
        <Reveal number="PHONE" masked={record.phoneMasked} />
      </Labelled>
      <Labelled label={label('canWork')}>{known(record.canWork)}</Labelled>
      <Labelled label={label('isStudent')}>{known(record.isStudent)}</Labelled>
      <Labelled label={label('isCadre')}>{known(record.isCadre)}</Labelled>
    </Details>
  );
}

function Memberships() {
  const relation = useEnumLabel('Relation');
  const record = useRecordContext();
  const rows = (record?.memberships ?? []) as (Span & { relation: string; household: HouseholdRef | null })[];
  return (
    <Spans
      rows={rows.map((one) => ({
        ...one,
        text: `${one.household ? `${one.household.headName || '—'} · ${one.household.code}` : '—'} · ${relation(one.relation)}`,
      }))}
    />
  );
}
