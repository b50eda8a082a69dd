import { Link, Stack, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CopyButton } from '../parts/CopyButton.js';
import { Details, Labelled, MomentField, None } from '../parts/fields.js';
import { Changes } from './Changes.js';
import { type AuditEntry, pageOf } from './entry.js';

/** One change in full: who, when, to what, why, from where, and each field before and after. */
export function EntryDetails() {
  const translate = useTranslate();
  const entry = useRecordContext<AuditEntry>();
  if (!entry) return null;
  const label = (field: string) => translate(`resources.auditEntries.fields.${field}`);
  return (
    <Stack spacing={2}>
      <Details>
        <Labelled label={label('at')}>
          <MomentField source="at" />
        </Labelled>
        <Labelled label={label('by')}>
          {entry.by}（{translate(`enums.AuditActorKind.${entry.byKind}`)}）
        </Labelled>
        <Labelled label={label('act')}>{translate(`enums.AuditAct.${entry.act}`, { _: entry.act })}</Labelled>
        <Labelled label={label('record')}>
          <RecordLink entry={entry} />
        </Labelled>
        <Labelled label={label('station')}>{entry.station?.name ?? <None />}</Labelled>
        <Labelled label={label('sealNo')}>
          {entry.sealNo === null
            ? translate('resources.auditEntries.unsealed')
            : translate('resources.auditEntries.sealed', { no: entry.sealNo })}
        </Labelled>
        <Labelled label={label('reason')} isWide>
          {entry.reason ?? <None />}
        </Labelled>
      </Details>
      <Changes entry={entry} />
      <Origin requestId={entry.requestId} client={entry.client} />
    </Stack>
  );
}

/** What a request is found by again: its id to copy, and the program that asked. */
export function Origin({ requestId, client }: { requestId: string; client: string }) {
  const translate = useTranslate();
  return (
    <Details>
      <Labelled label={translate('lianxin.state.requestId')} isWide>
        <Stack direction="row" spacing={1} component="span" sx={{ alignItems: 'center' }}>
          <code>{requestId}</code>
          <CopyButton text={requestId} size="small" />
        </Stack>
      </Labelled>
      <Labelled label={translate('resources.auditEntries.fields.client')} isWide>
        {client}
      </Labelled>
    </Details>
  );
}

function RecordLink({ entry }: { entry: AuditEntry }) {
  const translate = useTranslate();
  const type = translate(`enums.AuditRecord.${entry.record}`, { _: entry.record });
  const page = pageOf(entry);
  return (
    <>
      {page ? (
        <Link component={RouterLink} to={page} color="inherit">
          {type}
        </Link>
      ) : (
        type
      )}
      {entry.recordId && (
        <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
          {entry.recordId}
        </Typography>
      )}
    </>
  );
}
