import { Button, Chip } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DayField, Details, EnumField, Labelled, MomentField, MoneyField } from '../parts/fields.js';
import { Section, stationCrumbs } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { useMay } from '../provider/useMe.js';
import { useKind } from './kind.js';
import { NextSteps } from './NextSteps.js';
import { OwnValue, PlainValue } from './OwnValue.js';
import type { Programme } from './programme.js';
import { Revisions } from './Revisions.js';
import { Road } from './Road.js';
import { StepsTaken } from './StepsTaken.js';

/** A programme: where it stands and whose turn it is, what may be done, what it says, and how it came here. */
export default function ProgrammeShow() {
  const facts = useKind();
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.title)}
      crumbs={(record) => [
        { label: translate(`resources.${facts.name}.menu`), to: `/${facts.name}` },
        ...pathOf(record as unknown as Programme),
      ]}
      actions={<AuditLink />}
    >
      <Body />
    </ShowPage>
  );
}

/** States in which nothing is in force yet, so that there is no revision to speak of. */
const UNDECIDED = ['DRAFT', 'SUBMITTED', 'RETURNED'];

function Body() {
  const translate = useTranslate();
  const { Work } = useKind();
  const programme = useRecordContext() as unknown as Programme | undefined;
  if (!programme) return null;
  return (
    <>
      {programme.isInvented && (
        <Chip size="small" variant="outlined" label={translate('lianxin.programme.inventedLong')} sx={{ mb: 1.5 }} />
      )}
      <Road programme={programme} />
      <NextSteps programme={programme} />
      <Content />
      {Work && !UNDECIDED.includes(programme.state) && <Work programme={programme} />}
      <Section title={translate('lianxin.programme.steps')}>
        <StepsTaken steps={programme.steps} />
      </Section>
      {!UNDECIDED.includes(programme.state) && (
        <Section title={translate('lianxin.programme.revisions')}>
          <Revisions revisions={programme.revisions} />
        </Section>
      )}
    </>
  );
}

function Content() {
  const { name, own } = useKind();
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.${name}.fields.${field}`);
  return (
    <Section title={translate('lianxin.programme.content')}>
      <Details>
        <Labelled label={label('station')}>
          <PlainValue source="station.name" />
        </Labelled>
        <Labelled label={label('budget')}>
          <MoneyField source="budget" />
        </Labelled>
        <Labelled label={label('startsOn')}>
          <DayField source="startsOn" />
        </Labelled>
        <Labelled label={label('endsOn')}>
          <DayField source="endsOn" />
        </Labelled>
        <Labelled label={label('fundSource')}>
          <EnumField source="fundSource" type="FundSource" />
        </Labelled>
        <Labelled label={label('responsible')}>
          <PlainValue source="responsible" />
        </Labelled>
        {own.map((field) => (
          <Labelled key={field.source} label={label(field.source)}>
            <OwnValue field={field} />
          </Labelled>
        ))}
        <Labelled label={label('createdBy')}>
          <PlainValue source="createdBy" /> · <MomentField source="createdAt" />
        </Labelled>
        <Labelled label={label('plan')} isWide>
          <PlainValue source="plan" />
        </Labelled>
      </Details>
    </Section>
  );
}

function AuditLink() {
  const translate = useTranslate();
  const record = useRecordContext();
  const isAllowed = useMay('AUDIT_READ');
  if (!isAllowed || !record) return null;
  const filter = encodeURIComponent(JSON.stringify({ recordId: record.id }));
  return (
    <Button component={Link} to={`/auditEntries?filter=${filter}`} color="secondary" variant="outlined">
      {translate('lianxin.programme.audit')}
    </Button>
  );
}

function pathOf({ station }: Programme) {
  return station ? stationCrumbs([...station.path, station]) : [];
}
