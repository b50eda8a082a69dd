import { Alert, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useEnumLabel } from '../parts/fields.js';
import type { Roster } from './course.js';

/** What an act on many people did or would do: the count first, then every row that is not simply done. */
export function RosterRows({ roster }: { roster: Roster }) {
  const translate = useTranslate();
  const outcome = useEnumLabel('RosterOutcome');
  const state = useEnumLabel('EnrolmentState');
  const { doneCount, skippedCount, refusedCount, waitingCount, isWritten } = roster;
  const odd = roster.rows.filter((row) => row.outcome !== 'DONE' || row.state === 'WAITING');
  const severity = refusedCount > 0 ? 'warning' : isWritten ? 'success' : 'info';
  const said = refusedCount > 0 ? 'refused' : isWritten ? 'written' : 'tried';
  const label = (field: string) => translate(`lianxin.roster.${field}`);
  return (
    <>
      <Alert severity={severity} role="status" sx={{ mb: 1 }}>
        {translate(`lianxin.roster.${said}`, { doneCount, skippedCount, refusedCount, waitingCount })}
      </Alert>
      {odd.length > 0 && (
        <Table size="small" aria-label={label('rows')}>
          <TableHead>
            <TableRow>
              <TableCell>{label('no')}</TableCell>
              <TableCell>{label('name')}</TableCell>
              <TableCell>{label('outcome')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {odd.slice(0, 200).map((row) => (
              <TableRow key={row.no}>
                <TableCell>{row.no}</TableCell>
                <TableCell>{row.name}</TableCell>
                <TableCell>
                  {row.says
                    ? `${outcome(row.outcome)}：${row.says}`
                    : row.state
                      ? state(row.state)
                      : outcome(row.outcome)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}
