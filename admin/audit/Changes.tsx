import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from '../parts/dates.js';
import { type AuditEntry, resourceOf } from './entry.js';

/** Which enum's words a field's values are in. */
const ENUMS: Record<string, string> = {
  role: 'Role',
  level: 'StationLevel',
  settlement: 'Settlement',
  closedAs: 'StationChangeKind',
  state: 'ProgrammeState',
  fromState: 'ProgrammeState',
  toState: 'ProgrammeState',
  fundSource: 'FundSource',
};

/** The changed fields with their values before and after. */
export function Changes({ entry }: { entry: AuditEntry }) {
  const translate = useTranslate();
  const label = useFieldLabel(entry.record);
  const text = useValueText();
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
              <TableCell>{text(field, before)}</TableCell>
              <TableCell>{text(field, after)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
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
