import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useGetOne, useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, moment } from '../parts/dates.js';
import { type AuditEntry, resourceOf } from './entry.js';

/** Which enum's words a field's values are in. */
const ENUMS: Record<string, string> = {
  role: 'Role',
  level: 'StationLevel',
  settlement: 'Settlement',
  closedAs: 'StationChangeKind',
  state: 'ProgrammeState',
  from: 'ProgrammeState',
  to: 'ProgrammeState',
  act: 'ProgrammeAct',
  fundSource: 'FundSource',
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The changed fields with their values before and after. */
export function Changes({ entry }: { entry: AuditEntry }) {
  const translate = useTranslate();
  const label = useFieldLabel(entry.record);
  const title = translate('resources.auditEntries.changes');
  if (!entry.changes.length) return <Typography>{translate('resources.auditEntries.noChanges')}</Typography>;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={title}>
      <Table>
        <TableHead>
          <TableRow>
            {['field', 'before', 'after'].map((column) => (
              <TableCell key={column}>{translate(`resources.auditEntries.columns.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {entry.changes.map(({ field, before, after }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row">
                {label(field)}
              </TableCell>
              <TableCell>
                <Value field={field} value={before} />
              </TableCell>
              <TableCell>
                <Value field={field} value={after} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Value({ field, value }: { field: string; value: string | null }) {
  const text = useValueText();
  if (field === 'user' && value && ID.test(value)) return <UserName id={value} />;
  return <>{text(field, value)}</>;
}

/** A person by name where the reader may look them up, else by id. */
function UserName({ id }: { id: string }) {
  const { data } = useGetOne('users', { id }, { retry: false });
  if (!data) return <>{id}</>;
  return (
    <Link component={RouterLink} to={`/users/${id}/show`} color="inherit">
      {data.name}
    </Link>
  );
}

function useFieldLabel(record: string): (field: string) => string {
  const translate = useTranslate();
  const resource = resourceOf(record);
  return (field) => {
    const shared = translate(`resources.auditEntries.changed.${field}`, { _: field });
    return resource ? translate(`resources.${resource}.fields.${field}`, { _: shared }) : shared;
  };
}

function useValueText(): (field: string, value: string | null) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (field, value) => {
    if (value === null || value === '') return '—';
    if (value === 'true' || value === 'false') return translate(`ra.boolean.${value}`);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value, locale);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return moment(value, locale);
    return ENUMS[field] ? translate(`enums.${ENUMS[field]}.${value}`, { _: value }) : value;
  };
}
