import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { Conflict } from '../provider/errors.js';
import { day } from './dates.js';

type Values = Record<string, unknown>;
type Side = 'mine' | 'theirs';

interface ConflictProps {
  conflict: Conflict;
  resource: string;
  /** The fields of the form, in its order. */
  fields: string[];
  /** Shows a value of a field where the plain text would not say enough. */
  show?: (field: string, value: unknown) => string;
  /** Takes the chosen values over into the form, which then holds the server's version. */
  onChoose: (values: Values) => void;
  onClose: () => void;
}

/** Someone saved first: old, mine and theirs side by side, and a choice for each field that differs. */
export function ConflictDialog({ conflict, resource, fields, show, onChoose, onClose }: ConflictProps) {
  const translate = useTranslate();
  const id = useId();
  const rows = fields.filter((field) => differs(conflict.mine[field], conflict.theirs[field]));
  const [sides, setSides] = useState<Record<string, Side>>(() => firstChoice(conflict, rows));
  const choose = () => {
    const values: Values = { ...conflict.theirs };
    for (const field of rows) if (sides[field] === 'mine') values[field] = conflict.mine[field];
    onChoose(values);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>{translate('lianxin.conflict.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1 }}>{translate('lianxin.conflict.lead')}</Typography>
        <Sides
          {...{ conflict, resource, rows, show, sides }}
          onSide={(field, side) => setSides({ ...sides, [field]: side })}
        />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          {translate('lianxin.conflict.back')}
        </Button>
        <Button variant="contained" onClick={choose}>
          {translate('lianxin.conflict.take')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface SidesProps extends Pick<ConflictProps, 'conflict' | 'resource' | 'show'> {
  rows: string[];
  sides: Record<string, Side>;
  onSide: (field: string, side: Side) => void;
}

function Sides({ conflict, resource, rows, show, sides, onSide }: SidesProps) {
  const translate = useTranslate();
  const asText = useText();
  const text = (field: string, value: unknown) => show?.(field, value) ?? asText(value);
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('lianxin.conflict.title')}>
      <Table>
        <TableHead>
          <TableRow>
            {['field', 'base', 'mine', 'theirs'].map((column) => (
              <TableCell key={column}>{translate(`lianxin.conflict.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((field) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row">
                {translate(`resources.${resource}.fields.${field}`, { _: field })}
              </TableCell>
              <TableCell>{text(field, conflict.base[field])}</TableCell>
              {(['mine', 'theirs'] as const).map((side) => (
                <TableCell key={side}>
                  <RadioGroup value={sides[field] ?? 'theirs'} onChange={() => onSide(field, side)}>
                    <FormControlLabel
                      value={side}
                      control={<Radio size="small" />}
                      label={text(field, conflict[side][field])}
                    />
                  </RadioGroup>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function firstChoice({ base, mine }: Conflict, rows: string[]): Record<string, Side> {
  return Object.fromEntries(rows.map((field) => [field, differs(mine[field], base[field]) ? 'mine' : 'theirs']));
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) !== JSON.stringify(other ?? null);
}

function useText(): (value: unknown) => string {
  const [locale] = useLocaleState();
  return (value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return day(value, locale);
    if (typeof value === 'object' && 'name' in value) return String(value.name);
    return typeof value === 'object' ? Object.values(value).join(' ') : String(value);
  };
}
