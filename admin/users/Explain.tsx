import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { ErrorState } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { Framed } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { useSpan } from './Grants.js';
import type { Grant, User } from './user.js';
import { EXPLAIN_ACCESS, PERMISSIONS } from './users.documents.js';

interface Question {
  permission: string;
  stationId: string | null;
  /** An id, or the address of the record's page, which holds the id. */
  record: string;
}

interface Explanation {
  isAllowed: boolean;
  sentence: string;
  rule: string | null;
  grant: Pick<Grant, 'role' | 'validFrom' | 'validTo' | 'grantedBy'> | null;
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Asks the server why the person in context may or may not do something, by the very rules that decide it. */
export function Explain() {
  const translate = useTranslate();
  const user = useRecordContext<User>();
  const [question, setQuestion] = useState<Question>({
    permission: '',
    stationId: user?.station?.id ?? null,
    record: '',
  });
  const { mutate, data, error, isPending, reset } = useExplanation(user?.account ?? '');
  const put = (next: Partial<Question>) => {
    reset();
    setQuestion((before) => ({ ...before, ...next }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(question);
  };
  const isReady = Boolean(
    question.permission && (question.record.trim() ? ID.test(question.record) : question.stationId),
  );
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate('resources.users.why.lead')}
      </Typography>
      <Box component="form" onSubmit={submit} noValidate>
        <Choices question={question} put={put} />
        <Button type="submit" variant="outlined" color="secondary" disabled={!isReady || isPending}>
          {translate('resources.users.why.ask')}
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ mt: 1 }}>
        {error && <ErrorState error={error} />}
        {data && <Answer explanation={data} />}
      </Box>
    </Box>
  );
}

function Choices({ question, put }: { question: Question; put: (next: Partial<Question>) => void }) {
  const translate = useTranslate();
  const permissions = usePermissions();
  const word = (permission: string) => translate(`enums.Permission.${permission}`, { _: permission });
  const isStrange = question.record.trim() !== '' && !ID.test(question.record);
  return (
    <Box
      sx={{ display: 'grid', columnGap: 2, rowGap: 1, mb: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}
    >
      <TextField
        select
        label={translate('resources.users.why.permission')}
        value={permissions.includes(question.permission) ? question.permission : ''}
        onChange={(event) => put({ permission: event.target.value })}
      >
        {permissions.map((permission) => (
          <MenuItem key={permission} value={permission}>
            {word(permission)}
          </MenuItem>
        ))}
      </TextField>
      <StationPicker
        label={translate('resources.users.why.station')}
        value={question.stationId}
        disabled={question.record.trim() !== ''}
        onChange={(stationId) => put({ stationId })}
      />
      <TextField
        label={translate('resources.users.why.record')}
        value={question.record}
        error={isStrange}
        helperText={translate(`resources.users.why.${isStrange ? 'noId' : 'recordHelp'}`)}
        onChange={(event) => put({ record: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 300, autoComplete: 'off', spellCheck: false } }}
      />
    </Box>
  );
}

function Answer({ explanation }: { explanation: Explanation }) {
  const translate = useTranslate();
  const span = useSpan();
  const { isAllowed, sentence, rule, grant } = explanation;
  const Icon = isAllowed ? CheckIcon : BlockIcon;
  return (
    <Framed>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Icon color={isAllowed ? 'success' : 'error'} aria-hidden />
        <Typography component="p" variant="h2">
          {translate(`resources.users.why.${isAllowed ? 'may' : 'mayNot'}`)}
        </Typography>
      </Stack>
      <Typography>{isAllowed ? sentence : translate('resources.users.why.told', { sentence })}</Typography>
      {grant && (
        <Typography color="textSecondary">
          {[span(grant), grant.grantedBy && translate('resources.grants.by', { by: grant.grantedBy })]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      )}
      {rule && (
        <Typography color="textSecondary">
          {translate('resources.users.why.rule', { rule: translate(`resources.users.rules.${rule}`, { _: rule }) })}
        </Typography>
      )}
    </Framed>
  );
}

function usePermissions(): string[] {
  const { data } = useQuery({
    queryKey: ['permissions'],
    queryFn: ({ signal }) =>
      ask<{ __type: { enumValues: { name: string }[] } }>(PERMISSIONS, {}, { signal }).then(({ __type }) =>
        __type.enumValues.map(({ name }) => name),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data ?? [];
}

function useExplanation(account: string) {
  return useMutation({
    mutationFn: ({ permission, stationId, record }: Question) => {
      const [recordId] = ID.exec(record) ?? [];
      const at = recordId ? { recordId } : { stationId };
      return ask<{ explainAccess: Explanation }>(EXPLAIN_ACCESS, { account, permission, ...at }).then(
        (data) => data.explainAccess,
      );
    },
  });
}
