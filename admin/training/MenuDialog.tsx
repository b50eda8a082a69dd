import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { StationPicker } from '../parts/StationPicker.js';
import { act } from '../provider/graphql.js';
import { CATEGORIES, type MenuItem as Item, useMenu, useReloadDemands } from './demand.js';
import { MENU_CLOSE, MENU_CREATE } from './demands.documents.js';

/** The menu: what is on it, what comes off, and something new. */
export function MenuDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReloadDemands();
  const [title, setTitle] = useState('');
  const [category, setCategory] = useState<string>('TECHNIQUE');
  const [stationId, setStationId] = useState<string | null>(null);
  const submit = async () => {
    await act(MENU_CREATE, 'trainingMenuItemCreate', { input: { title, category, stationId } });
    notify(translate('resources.trainingDemands.menuAdded', { title }));
    await reload();
  };
  const word = (key: string) => translate(`resources.trainingDemands.menuFields.${key}`);
  return (
    <FormDialog
      title={translate('resources.trainingDemands.editMenu')}
      verb={translate('resources.trainingDemands.addToMenu')}
      fields={['title', 'stationId']}
      isReady={Boolean(title.trim() && stationId)}
      onClose={onClose}
      onSubmit={submit}
    >
      {(wrong) => (
        <Stack spacing={1.5}>
          <OnMenu />
          <TextField
            label={word('title')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            error={Boolean(wrong('title'))}
            helperText={wrong('title')}
            slotProps={{ htmlInput: { maxLength: 60 } }}
          />
          <Category label={word('category')} value={category} put={setCategory} />
          <StationPicker
            label={word('station')}
            value={stationId}
            onChange={setStationId}
            isBarred={({ level }) => level === 'VILLAGE'}
            error={wrong('stationId')}
          />
        </Stack>
      )}
    </FormDialog>
  );
}

function Category({ label, value, put }: { label: string; value: string; put: (value: string) => void }) {
  const translate = useTranslate();
  return (
    <TextField select label={label} value={value} onChange={(event) => put(event.target.value)}>
      {CATEGORIES.map((one) => (
        <MenuItem key={one} value={one}>
          {translate(`enums.TrainingCategory.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function OnMenu() {
  const { data: items = [] } = useMenu();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {items.map((item) => (
        <OneItem key={item.id} item={item} />
      ))}
    </Box>
  );
}

function OneItem({ item }: { item: Item }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReloadDemands();
  const close = async () => {
    try {
      await act(MENU_CLOSE, 'trainingMenuItemClose', { id: item.id, version: item.version });
      await reload();
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  };
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography sx={{ flexGrow: 1 }}>
        {item.title}
        <Typography component="span" color="textSecondary">
          {' · '}
          {item.station?.name}
        </Typography>
      </Typography>
      <Button
        color="secondary"
        onClick={close}
        aria-label={translate('resources.trainingDemands.takeOff', { title: item.title })}
      >
        {translate('resources.trainingDemands.off')}
      </Button>
    </Box>
  );
}
