import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  CreateBase,
  EditBase,
  Form,
  type RaRecord,
  ShowBase,
  useEditContext,
  useNotify,
  useRecordContext,
  useRedirect,
  useResourceContext,
  useSaveContext,
  useShowContext,
  useTranslate,
} from 'react-admin';
import { useFormContext, useFormState } from 'react-hook-form';
import { Conflict, FieldErrors } from '../provider/errors.js';
import { newIdempotencyKey } from '../provider/graphql.js';
import { ConflictDialog } from './ConflictDialog.js';
import { type Crumb, Page } from './Page.js';
import { ErrorState } from './refusals.js';
import { Loading } from './states.js';
import { useShortcut } from './useShortcut.js';

/** The meta keeps the short records of lists, which react-admin offers to every page, out of the pages of whole records. */
const quiet = { retry: false, onError: () => undefined, meta: { isWhole: true } } as const;

interface ShowPageProps {
  title: (record: RaRecord) => string;
  crumbs?: (record: RaRecord) => Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}

/** A record's own page with its states; the record is in context for the fields, actions and sections inside. */
export function ShowPage(props: ShowPageProps) {
  return (
    <ShowBase disableAuthentication redirectOnError={false} queryOptions={quiet}>
      <ShowBody {...props} />
    </ShowBase>
  );
}

function ShowBody({ title, crumbs, actions, children }: ShowPageProps) {
  const { record, error, isPending, refetch } = useShowContext();
  const name = useName();
  if (error) return <Failed name={name} error={error} retry={refetch} />;
  if (isPending || !record) return <Waiting name={name} />;
  return (
    <Page title={title(record)} crumbs={crumbs?.(record)} actions={actions}>
      {children}
    </Page>
  );
}

interface FormPageProps {
  /** The fields of the form in order: what a conflict compares. */
  fields: string[];
  title: (record?: RaRecord) => string;
  crumbs?: (record?: RaRecord) => Crumb[];
  /** Shows a field's value in the conflict view where plain text does not say enough. */
  show?: (field: string, value: unknown) => string | undefined;
  defaultValues?: Record<string, unknown>;
  /** Where to go once saved; the record's show page unless said otherwise. */
  redirect?: string | false;
  onSaved?: (record: RaRecord) => void;
  /** Another way to save than the resource's update, by its name in `Source.acts`. */
  act?: string;
  children: ReactNode;
}

/** An edit page: server errors on their fields, a draft that survives a conflict or an ended session, Ctrl+S saves. */
export function EditPage(props: FormPageProps) {
  const [conflict, setConflict] = useState<Conflict>();
  const failed = useFailure(setConflict);
  return (
    <EditBase
      disableAuthentication
      redirectOnError={false}
      mutationMode="pessimistic"
      redirect={props.redirect ?? 'show'}
      queryOptions={quiet}
      mutationOptions={{ onError: failed, meta: { act: props.act } }}
    >
      <EditBody {...props} conflict={conflict} settle={() => setConflict(undefined)} />
    </EditBase>
  );
}

function EditBody(props: FormPageProps & { conflict?: Conflict; settle: () => void }) {
  const { record, error, isPending, refetch, resource } = useEditContext();
  const { title, crumbs, children, conflict, settle, fields, show } = props;
  const name = useName();
  if (error) return <Failed name={name} error={error} retry={refetch} />;
  if (isPending || !record) return <Waiting name={name} />;
  return (
    <Page title={title(record)} crumbs={crumbs?.(record)}>
      <Form sanitizeEmptyValues={false} warnWhenUnsavedChanges>
        <Fields>{children}</Fields>
        <FormFoot />
        {conflict && <Settle {...{ conflict, fields, show, resource, settle }} />}
      </Form>
    </Page>
  );
}

/** A page that makes a record; an idempotency key per opened form keeps a doubled click from making two. */
export function CreatePage(props: FormPageProps) {
  const [idempotencyKey] = useState(newIdempotencyKey);
  const failed = useFailure();
  const { onSaved } = props;
  return (
    <CreateBase
      disableAuthentication
      redirect={props.redirect ?? 'show'}
      mutationOptions={{ onError: failed, meta: { idempotencyKey }, ...(onSaved && { onSuccess: onSaved }) }}
    >
      <Page title={props.title()} crumbs={props.crumbs?.()}>
        <Form defaultValues={props.defaultValues} warnWhenUnsavedChanges>
          <Fields>{props.children}</Fields>
          <FormFoot />
        </Form>
      </Page>
    </CreateBase>
  );
}

/** The sticky foot of a form: save, go back, and at the far side what is dangerous. */
export function FormFoot({ danger }: { danger?: ReactNode }) {
  const translate = useTranslate();
  const { saving } = useSaveContext();
  const { isDirty } = useFormState();
  const record = useRecordContext();
  const resource = useResourceContext();
  const redirect = useRedirect();
  useShortcut('mod+s', () => (document.querySelector('form [type=submit]') as HTMLElement | null)?.click());
  const back = () => (record?.id ? redirect('show', resource, record.id) : redirect('list', resource));
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: 56, md: 0 },
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
        py: 1,
        mt: 2,
        zIndex: 1,
      }}
    >
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" disabled={saving || (Boolean(record?.id) && !isDirty)}>
          {translate('ra.action.save')}
        </Button>
        <Button color="secondary" onClick={back}>
          {translate('ra.action.cancel')}
        </Button>
        <Box sx={{ flexGrow: 1 }} />
        {danger}
      </Stack>
    </Box>
  );
}

/** The grid of a form's fields: two columns from 900 px. */
export function Fields({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 3,
        rowGap: 1,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' },
        maxWidth: 960,
      }}
    >
      {children}
    </Box>
  );
}

function Settle(
  props: { conflict: Conflict; resource: string; settle: () => void } & Pick<FormPageProps, 'fields' | 'show'>,
) {
  const { conflict, settle } = props;
  const { reset, setValue } = useFormContext();
  const choose = (values: Record<string, unknown>) => {
    reset(conflict.theirs);
    for (const field of props.fields) setValue(field, values[field], { shouldDirty: true });
    setValue('version', conflict.theirs.version);
    settle();
  };
  return <ConflictDialog {...props} onChoose={choose} onClose={settle} />;
}

function useFailure(onConflict?: (conflict: Conflict) => void): (error: unknown) => void {
  const notify = useNotify();
  return (error) => {
    if (error instanceof Conflict && onConflict) return onConflict(error);
    if (error instanceof FieldErrors && !error.errors.some(({ path }) => !path?.length)) return;
    const id = (error as { requestId?: string }).requestId;
    const { message } = error as Error;
    notify(id ? 'lianxin.notice.failed' : message, { type: 'error', messageArgs: { _: message, message, id } });
  };
}

function useName(): string {
  const translate = useTranslate();
  return translate(`resources.${useResourceContext()}.name`, { smart_count: 1 });
}

function Failed({ name, error, retry }: { name: string; error: unknown; retry: () => void }) {
  return (
    <Page title={name}>
      <ErrorState error={error} retry={retry} />
    </Page>
  );
}

function Waiting({ name }: { name: string }) {
  return (
    <Page title={name}>
      <Loading shape="form" />
    </Page>
  );
}
