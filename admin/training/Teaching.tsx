import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page, Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { useMay } from '../provider/useMe.js';
import { ProviderDialog, TeacherDialog } from './TeachingDialogs.js';
import { type Provider, type Teacher, useTeaching } from './teaching.js';

type Opened = { what: 'teacher'; record?: Teacher } | { what: 'provider'; record?: Provider };

/** Who teaches and who gives trainings: lists that the whole county shares. */
export default function Teaching() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useTeaching();
  return (
    <Page
      title={translate('resources.courses.teaching')}
      crumbs={[{ label: translate('resources.courses.menu'), to: '/courses' }]}
      lead={translate('resources.courses.teachingLead')}
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={6} />
      ) : (
        <Lists teachers={data.teachers} providers={data.providers} />
      )}
    </Page>
  );
}

function Lists({ teachers, providers }: { teachers: Teacher[]; providers: Provider[] }) {
  const translate = useTranslate();
  const may = useMay('TRAINING_EDIT');
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  const add = (what: Opened['what']) => may && <Add what={what} onClick={() => setOpen({ what })} />;
  return (
    <>
      <Section title={translate('resources.courses.teachers', { count: teachers.length })} actions={add('teacher')}>
        <Names
          rows={teachers.map((record) => ({
            record,
            more: [record.speciality, record.provider?.name].filter(Boolean).join(' · '),
          }))}
          empty={translate('resources.courses.noTeacher')}
          edit={may ? (record) => setOpen({ what: 'teacher', record }) : undefined}
        />
      </Section>
      <Section title={translate('resources.courses.providers', { count: providers.length })} actions={add('provider')}>
        <Names
          rows={providers.map((record) => ({ record, more: '' }))}
          empty={translate('resources.courses.noProvider')}
          edit={may ? (record) => setOpen({ what: 'provider', record }) : undefined}
        />
      </Section>
      {open?.what === 'teacher' && <TeacherDialog record={open.record} providers={providers} close={close} />}
      {open?.what === 'provider' && <ProviderDialog record={open.record} close={close} />}
    </>
  );
}

function Add({ what, onClick }: { what: Opened['what']; onClick: () => void }) {
  const translate = useTranslate();
  return (
    <Button variant="outlined" onClick={onClick}>
      {translate(`resources.courses.add.${what}`)}
    </Button>
  );
}

interface NamesProps<T> {
  rows: { record: T; more: string }[];
  empty: string;
  edit: ((record: T) => void) | undefined;
}

function Names<T extends Provider>({ rows, empty, edit }: NamesProps<T>) {
  const translate = useTranslate();
  if (rows.length === 0) return <EmptyNothing why={empty} />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {rows.map(({ record, more }) => (
        <Box
          component="li"
          key={record.id}
          sx={{ display: 'flex', gap: 1, alignItems: 'center', borderBottom: 1, borderColor: 'divider', minHeight: 48 }}
        >
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>
            {record.name}{' '}
            <Typography component="span" color="textSecondary">
              {more}
            </Typography>
          </Box>
          {edit && (
            <Button
              color="secondary"
              onClick={() => edit(record)}
              aria-label={translate('resources.courses.edit', { title: record.name })}
              sx={{ minHeight: 44 }}
            >
              {translate('ra.action.edit')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}
