import { FormHelperText, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { ErrorState } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { act, ask, newIdempotencyKey } from '../provider/graphql.js';
import type { User } from './user.js';
import { GRANT_CREATE, GRANTABLE_ROLES } from './users.documents.js';

const FIELDS = ['stationId', 'role', 'validFrom', 'validTo', 'reason'] as const;

type Values = Record<(typeof FIELDS)[number], string>;

/** Gives a role: first where, then which of the roles that the server lets one give there, from when to when, and why. */
export function GrantAdd({ user, close }: { user: User; close: () => void }) {
  const translate = useTranslate();
  const { values, put, roles, submit } = useNewGrant(user);
  const text = (field: keyof Values, wrong?: string, help?: string) => ({
    label: translate(`resources.grants.fields.${field}`),
    value: values[field],
    error: Boolean(wrong),
    helperText: wrong ?? help,
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value }),
  });
  return (
    <FormDialog
      title={translate('resources.grants.addTo', { name: user.name })}
      verb={translate('resources.grants.add')}
      fields={FIELDS}
      isReady={Boolean(values.stationId && values.role && values.validFrom)}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <StationPicker
            label={translate('resources.grants.fields.stationId')}
            value={values.stationId || null}
            onChange={(id) => put({ stationId: id ?? '', role: '' })}
            error={wrong('stationId')}
          />
          <RoleChoice values={values} put={put} roles={roles} wrong={wrong('role')} />
          <TextField type="date" {...text('validFrom', wrong('validFrom'))} />
          <TextField type="date" {...text('validTo', wrong('validTo'), translate('resources.grants.validToHelp'))} />
          <TextField
            multiline
            minRows={2}
            {...text('reason', wrong('reason'), translate('lianxin.optional'))}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

function useNewGrant(user: User) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const stationId = user.station?.id ?? '';
  const [values, setValues] = useState<Values>({ stationId, role: '', validFrom: today(), validTo: '', reason: '' });
  const put = (next: Partial<Values>) => setValues((before) => ({ ...before, ...next }));
  const roles = useGrantable(values.stationId);
  const [only] = roles.data?.length === 1 ? roles.data : [];
  useEffect(() => {
    if (only) setValues((before) => ({ ...before, role: only }));
  }, [only]);
  const submit = async () => {
    const { validTo, reason, ...rest } = values;
    const input = { ...rest, userId: user.id, validTo: validTo || null, reason: reason.trim() || null };
    await act(GRANT_CREATE, 'grantCreate', { input, idempotencyKey });
    notify('resources.grants.added', { type: 'success', messageArgs: { name: user.name } });
    refresh();
  };
  return { values, put, roles, submit };
}

function useGrantable(stationId: string) {
  return useQuery({
    queryKey: ['grantableRoles', stationId],
    queryFn: ({ signal }) =>
      ask<{ grantableRoles: string[] }>(GRANTABLE_ROLES, { stationId }, { signal }).then((data) => data.grantableRoles),
    enabled: Boolean(stationId),
    retry: false,
  });
}

interface RoleChoiceProps {
  values: Values;
  put: (next: Partial<Values>) => void;
  roles: ReturnType<typeof useGrantable>;
  wrong?: string;
}

function RoleChoice({ values, put, roles, wrong }: RoleChoiceProps) {
  const translate = useTranslate();
  if (!values.stationId) return <Typography>{translate('resources.grants.stationFirst')}</Typography>;
  if (roles.error) return <ErrorState error={roles.error} retry={roles.refetch} />;
  if (roles.data && !roles.data.length)
    return <FormHelperText>{translate('resources.grants.noneHere')}</FormHelperText>;
  const choices = roles.data ?? [];
  return (
    <TextField
      select
      label={translate('resources.grants.fields.role')}
      value={choices.includes(values.role) ? values.role : ''}
      error={Boolean(wrong)}
      helperText={wrong ?? translate('resources.grants.roleHelp')}
      disabled={roles.isPending}
      onChange={(event) => put({ role: event.target.value })}
    >
      {choices.map((role) => (
        <MenuItem key={role} value={role}>
          {translate(`enums.Role.${role}`, { _: role })}
        </MenuItem>
      ))}
    </TextField>
  );
}
