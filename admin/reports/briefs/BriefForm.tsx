import { Box } from '@mui/material';
import { TextInput, useTranslate } from 'react-admin';
import { DayInput } from '../../parts/inputs.js';
import { CreatePage, EditPage } from '../../parts/RecordPages.js';
import { StationInput } from '../../parts/StationPicker.js';
import { pathTo, useStationTree } from '../../parts/stations.js';
import { type Brief, FIELDS, useTitle } from './brief.js';
import { Preview } from './Preview.js';

/** Writes a brief. */
export function BriefCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      fields={FIELDS}
      title={() => translate('resources.briefs.create')}
      crumbs={() => [{ label: translate('resources.briefs.menu'), to: '/briefs' }]}
    >
      <Inputs />
    </CreatePage>
  );
}

/** Writes a brief anew, both languages side by side. */
export function BriefEdit() {
  const translate = useTranslate();
  const title = useTitle();
  const { data: root } = useStationTree();
  const show = (field: string, value: unknown) => {
    if (field === 'stationId') return pathTo(root, String(value)).at(-1)?.name;
    return field === 'period' && value ? String(value) : undefined;
  };
  const named = (record: unknown) => title(record as Brief);
  return (
    <EditPage
      fields={FIELDS}
      show={show}
      title={(record) => translate('resources.briefs.edit', { title: named(record) })}
      crumbs={(record) => [
        { label: translate('resources.briefs.menu'), to: '/briefs' },
        { label: named(record), to: `/briefs/${record?.id}/show` },
      ]}
    >
      <Inputs />
    </EditPage>
  );
}

function Inputs() {
  const translate = useTranslate();
  const isRequired = true;
  return (
    <>
      <TextInput source="titleZh" isRequired={isRequired} />
      <TextInput source="titleEn" isRequired={isRequired} />
      <StationInput source="stationId" label={translate('resources.briefs.fields.stationId')} isRequired={isRequired} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <TextInput source="period" helperText="resources.briefs.periodHelp" />
        <DayInput source="asOf" helperText="resources.briefs.asOfHelp" />
      </Box>
      <TextInput source="textZh" isRequired={isRequired} multiline minRows={8} helperText="resources.briefs.textHelp" />
      <TextInput source="textEn" isRequired={isRequired} multiline minRows={8} />
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Preview />
      </Box>
    </>
  );
}
