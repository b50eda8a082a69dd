import { Typography } from '@mui/material';
import { ResourceContextProvider, TextInput, useTranslate } from 'react-admin';
import { EditPage } from '../parts/RecordPages.js';
import { Wide } from './Inputs.js';
import { fieldsOf, useKind } from './kind.js';
import { WhileOpen } from './ProgrammeEdit.js';
import { useFieldText } from './useFieldText.js';

/** Asks to change what was approved: the same form with a reason; what is in force stays until the amendment is approved. */
export default function ProgrammeAmend() {
  const facts = useKind();
  const translate = useTranslate();
  const show = useFieldText();
  return (
    <ResourceContextProvider value={facts.name}>
      <EditPage
        act="amend"
        title={(record) => translate('lianxin.programme.amend', { title: String(record?.title ?? '') })}
        crumbs={(record) => [
          { label: translate(`resources.${facts.name}.menu`), to: `/${facts.name}` },
          { label: String(record?.title ?? ''), to: `/${facts.name}/${record?.id}/show` },
        ]}
        fields={['reason', ...fieldsOf(facts)]}
        show={show}
      >
        <WhileOpen act="AMEND">
          <Wide>
            <Typography color="textSecondary" sx={{ mb: 1 }}>
              {translate('lianxin.programme.amendLead')}
            </Typography>
            <TextInput source="reason" label="lianxin.programme.reason" isRequired multiline minRows={2} />
          </Wide>
        </WhileOpen>
      </EditPage>
    </ResourceContextProvider>
  );
}
