import CloseIcon from '@mui/icons-material/Close';
import { Box, Drawer, IconButton, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { type RaRecord, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';

/** The address that opens a row of the list beside it; page, order and filters stay, so it can be sent to a colleague. */
export function useOpening(): (record: RaRecord) => string {
  const { pathname, search } = useLocation();
  return ({ id }) => {
    const params = new URLSearchParams(search);
    params.set('open', String(id));
    return `${pathname}?${params}`;
  };
}

/** The panel of the row that the address opens; nothing while none is open or the page does not hold it. */
export function OpenedRow({ title, children }: { title: string; children: ReactNode }) {
  const { data } = useListContext();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  const record = data?.find(({ id }) => id === params.get('open'));
  const close = () => {
    params.delete('open');
    void navigate(`${pathname}?${params}`);
  };
  if (!record) return null;
  return (
    <Panel title={title} close={close}>
      <RecordContextProvider value={record}>{children}</RecordContextProvider>
    </Panel>
  );
}

function Panel({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Drawer
      open
      anchor="right"
      onClose={close}
      slotProps={{
        paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': id, sx: { width: { xs: '100%', sm: 560 } } },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={id} variant="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        <IconButton onClick={close} aria-label={translate('ra.action.close')} autoFocus>
          <CloseIcon />
        </IconButton>
      </Stack>
      <Box sx={{ p: 2, overflowY: 'auto' }}>{children}</Box>
    </Drawer>
  );
}
