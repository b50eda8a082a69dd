import { Alert } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { EditPage } from '../parts/RecordPages.js';
import { Inputs, Wide } from './Inputs.js';
import { fieldsOf, useKind } from './kind.js';
import type { NextStep } from './programme.js';
import { useFieldText } from './useFieldText.js';

/** The form of a draft or a returned programme; where it may not be changed now, the server's reason instead. */
export default function ProgrammeEdit() {
  const facts = useKind();
  const translate = useTranslate();
  const show = useFieldText();
  return (
    <EditPage
      title={(record) => translate('lianxin.programme.edit', { title: String(record?.title ?? '') })}
      crumbs={(record) => [
        { label: translate(`resources.${facts.name}.menu`), to: `/${facts.name}` },
        { label: String(record?.title ?? ''), to: `/${facts.name}/${record?.id}/show` },
      ]}
      fields={fieldsOf(facts)}
      show={show}
    >
      <WhileOpen act="UPDATE" />
    </EditPage>
  );
}

/** The fields while an act is open to the asker, and why it is not otherwise. */
export function WhileOpen({ act, children }: { act: string; children?: React.ReactNode }) {
  const step = (useRecordContext()?.nextSteps as NextStep[] | undefined)?.find((one) => one.act === act);
  if (step && !step.isOpen) {
    return (
      <Wide>
        <Alert severity="info">{step.reason}</Alert>
      </Wide>
    );
  }
  return (
    <>
      {children}
      <Inputs />
    </>
  );
}
