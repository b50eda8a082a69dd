import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from '../parts/dates.js';
import { useKind } from './kind.js';
import type { Revision } from './programme.js';
import { useFieldText } from './useFieldText.js';

/** Every revision, the latest on top: from when it counts or what became of it, and each field that it changes. */
export function Revisions({ revisions }: { revisions: Revision[] }) {
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {revisions.toReversed().map((revision) => (
        <Box component="li" key={revision.id} sx={{ py: 1, '& + li': { borderTop: 1, borderColor: 'divider' } }}>
          <Head revision={revision} />
          {revision.reason && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{revision.reason}</Typography>}
          {revision.no > 1 && <Changes revision={revision} />}
        </Box>
      ))}
    </Box>
  );
}

function Head({ revision }: { revision: Revision }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { no, state, inForceFrom, enteredBy, enteredAt } = revision;
  const isPending = state === 'PENDING';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <Typography component="span" sx={{ fontWeight: 600 }} color={isPending ? 'primary' : undefined}>
        {translate('lianxin.programme.revisionNo', { no })}
      </Typography>
      <span>
        {translate(`enums.RevisionState.${state}`)}
        {inForceFrom && ` · ${translate('lianxin.since', { day: day(inForceFrom, locale) })}`}
      </span>
      <Typography component="span" color="textSecondary">
        {[enteredBy, moment(enteredAt, locale)].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}

function Changes({ revision }: { revision: Revision }) {
  const translate = useTranslate();
  const { name } = useKind();
  const text = useFieldText();
  const title = translate('lianxin.programme.changes', { no: revision.no });
  if (!revision.changes.length) return null;
  return (
    <Box role="region" tabIndex={0} aria-label={title} sx={{ overflowX: 'auto', mt: 0.5 }}>
      <Table sx={{ maxWidth: 960 }}>
        <TableHead>
          <TableRow>
            {['field', 'before', 'after'].map((column) => (
              <TableCell key={column}>{translate(`lianxin.programme.change.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {revision.changes.map(({ field, before, after }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {translate(`resources.${name}.fields.${field}`, { _: field })}
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
