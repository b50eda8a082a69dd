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
import { useIsPhone } from './ResponsiveList.js';

type Values = Record<string, unknown>;
type Side = 'mine' | 'theirs';

const SIDES = ['mine', 'theirs'] as const;

interface ConflictProps {
  conflict: Conflict;
  resource: string;
  /** The fields of the form, in its order. */
  fields: string[];
  /** Shows a value of a field where the plain text would not say enough. */
  show?: (field: string, value: unknown) => string | undefined;
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
          {...{ conflict, resource, rows, show, chosen: sides }}
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
  chosen: Record<string, Side>;
  onSide: (field: string, side: Side) => void;
}

function Sides(props: SidesProps) {
  const isPhone = useIsPhone();
  return isPhone ? <SidesInTurn {...props} /> : <SidesAbreast {...props} />;
}

function SidesAbreast({ resource, rows, ...rest }: SidesProps) {
  const translate = useTranslate();
  const text = useSideText(rest);
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
              <TableCell>{text(field, 'base')}</TableCell>
              {SIDES.map((side) => (
                <TableCell key={side}>
                  <Choice field={field} sides={[side]} {...rest} label={() => text(field, side)} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** On a phone the sides of each field stand one beneath the other. */
function SidesInTurn({ resource, rows, ...rest }: SidesProps) {
  const translate = useTranslate();
  const text = useSideText(rest);
  const named = (field: string, side: Side | 'base') =>
    `${translate(`lianxin.conflict.${side}`)} · ${text(field, side)}`;
  return (
    <>
      {rows.map((field) => (
        <Box key={field} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
          <Typography sx={{ fontWeight: 600 }}>
            {translate(`resources.${resource}.fields.${field}`, { _: field })}
          </Typography>
          <Typography color="textSecondary">{named(field, 'base')}</Typography>
          <Choice field={field} sides={SIDES} {...rest} label={(side) => named(field, side)} />
        </Box>
      ))}
    </>
  );
}

interface ChoiceProps {
  field: string;
  sides: readonly Side[];
  chosen: Record<string, Side>;
  onSide: (field: string, side: Side) => void;
  label: (side: Side) => string;
}

function Choice({ field, sides, chosen, onSide, label }: ChoiceProps) {
  return (
    <RadioGroup value={chosen[field] ?? 'theirs'} onChange={(_, side) => onSide(field, side as Side)}>
      {sides.map((side) => (
        <FormControlLabel key={side} value={side} control={<Radio size="small" />} label={label(side)} />
      ))}
    </RadioGroup>
  );
}

function useSideText({ conflict, show }: Pick<ConflictProps, 'conflict' | 'show'>) {
  const asText = useText();
  return (field: string, side: Side | 'base') => {
    const value = conflict[side][field];
    return show?.(field, value) ?? asText(value);
  };
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
