import { Button, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useRecordContext, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { Details, EnumField, Labelled, None } from '../parts/fields.js';
import { Section, stationCrumbs } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { Bands } from './Bands.js';
import { type LevelTest, useReload } from './levelTest.js';
import { TEST_HOLD } from './levelTests.documents.js';
import { Moved } from './Moved.js';
import { monthText } from './month.js';
import { PlacementSection } from './PlacementSection.js';
import { Scores } from './Scores.js';

/** A test from its plan to the placement: scores, rule, what it does, and who moved. */
export default function LevelTestShow() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <ShowPage
      title={(record) => `${record.course?.title ?? ''} · ${monthText(String(record.month), locale)}`}
      crumbs={(record) => [
        { label: translate('resources.levelTests.menu'), to: '/levelTests' },
        ...stationCrumbs(record.station ? [...record.station.path, record.station] : []),
      ]}
      actions={<HoldButton />}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const test = useRecordContext() as unknown as LevelTest | undefined;
  if (!test) return null;
  const label = (field: string) => translate(`resources.levelTests.fields.${field}`);
  return (
    <>
      <Details>
        <Labelled label={label('state')}>
          <EnumField source="state" type="LevelTestState" />
        </Labelled>
        <Labelled label={label('maxScore')}>{test.maxScore}</Labelled>
        <Labelled label={label('heldOn')}>{test.heldOn ? day(test.heldOn, locale) : <None />}</Labelled>
        <Labelled label={label('placedOn')}>{test.placedOn ? day(test.placedOn, locale) : <None />}</Labelled>
      </Details>
      <Section title={translate('resources.levelTests.rule')}>
        <Bands test={test} />
      </Section>
      <PlacementSection test={test} />
      {test.state === 'PLACED' && <Moved test={test} />}
      {test.state !== 'PLANNED' && <Scores test={test} key={`${test.id} ${test.version}`} />}
    </>
  );
}

function HoldButton() {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReload();
  const test = useRecordContext() as unknown as LevelTest | undefined;
  const isAllowed = useMay('TRAINING_EDIT', reachPath(test));
  const [isOpen, setOpen] = useState(false);
  const [heldOn, setHeldOn] = useState('');
  if (test?.state !== 'PLANNED' || !isAllowed) return null;
  const submit = async () => {
    await act(TEST_HOLD, 'levelTestHold', { id: test.id, version: test.version, heldOn: heldOn || test.month });
    notify(translate('resources.levelTests.heldNoted'));
    await reload();
  };
  const title = translate('resources.levelTests.hold');
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <FormDialog title={title} verb={title} fields={['heldOn']} onClose={() => setOpen(false)} onSubmit={submit}>
          {(wrong) => (
            <Stack>
              <TextField
                type="date"
                label={translate('resources.levelTests.fields.heldOn')}
                value={heldOn || test.month}
                onChange={(event) => setHeldOn(event.target.value)}
                error={Boolean(wrong('heldOn'))}
                helperText={wrong('heldOn')}
              />
            </Stack>
          )}
        </FormDialog>
      )}
    </>
  );
}
