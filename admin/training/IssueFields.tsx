import { Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

interface Given {
  issuedOn: string;
  issuedBy: string;
}

interface IssueFieldsProps {
  count: number;
  given: Given;
  put: (given: Given) => void;
  wrong: (field: string) => string | undefined;
}

/** How many certificates are issued, on which day and by whom. */
export function IssueFields({ count, given, put, wrong }: IssueFieldsProps) {
  const translate = useTranslate();
  const word = (field: string) => translate(`resources.trainingCertificates.fields.${field}`);
  return (
    <Stack spacing={1.5}>
      <Typography>{translate('resources.trainingCertificates.willIssue', { smart_count: count })}</Typography>
      <TextField
        label={word('issuedBy')}
        value={given.issuedBy}
        onChange={(event) => put({ ...given, issuedBy: event.target.value })}
        error={Boolean(wrong('issuedBy'))}
        helperText={wrong('issuedBy')}
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
      <TextField
        type="date"
        label={word('issuedOn')}
        value={given.issuedOn}
        onChange={(event) => put({ ...given, issuedOn: event.target.value })}
        error={Boolean(wrong('issuedOn'))}
        helperText={wrong('issuedOn')}
      />
    </Stack>
  );
}
