import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableRow,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useMenu } from './Menu.js';

const KEYS = ['mod+k', '/', '?', 'n', 'e', 'mod+s', 'Esc'] as const;

/** The sheet of all keys, opened by `?`. */
export default function HelpSheet({ close }: { close: () => void }) {
  const translate = useTranslate();
  const id = useId();
  const areas = useMenu();
  const rows = [
    ...KEYS.map((keys) => [keys.replace('mod+', 'Ctrl / ⌘ '), translate(`lianxin.keys.${keys}`)]),
    ['g h', translate('ra.page.dashboard')],
    ...areas
      .filter(({ letter }) => letter)
      .map(({ letter, name }) => [`g ${letter}`, translate(`resources.${name}.menu`)]),
  ];
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="xs">
      <DialogTitle id={id}>{translate('lianxin.keys.title')}</DialogTitle>
      <DialogContent>
        <Table>
          <TableBody>
            {rows.map(([keys, what]) => (
              <TableRow key={keys}>
                <TableCell component="th" scope="row">
                  <kbd>{keys}</kbd>
                </TableCell>
                <TableCell>{what}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={close} autoFocus>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
