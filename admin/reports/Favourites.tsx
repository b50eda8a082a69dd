import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import StarIcon from '@mui/icons-material/StarBorder';
import { Box, Button, IconButton, Link, Popover, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useMe } from '../provider/useMe.js';

interface Favourite {
  name: string;
  /** The parameters of the report. */
  search: string;
}

/**
 * Reports that a person comes back to. They are kept in this browser under the person's id, for the server has no place for
 * preferences of people yet; to bring one to another machine or person, its link is copied.
 */
export function Favourites({ params }: { params: URLSearchParams }) {
  const translate = useTranslate();
  const id = useId();
  const me = useMe();
  const [kept, keep] = useStore<Favourite[]>(`reports.favourites.${me?.user.id ?? ''}`, []);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const add = (name: string) => keep([...kept.filter((one) => one.name !== name), { name, search: String(params) }]);
  return (
    <>
      <Button
        variant="outlined"
        color="secondary"
        startIcon={<StarIcon />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('lianxin.report.favourites')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { p: 2, width: 320 } } }}
      >
        <Typography id={id} variant="h3" sx={{ mb: 1 }}>
          {translate('lianxin.report.favourites')}
        </Typography>
        <Kept kept={kept} keep={keep} close={() => setAnchor(null)} />
        <Add add={add} />
        <Typography color="textSecondary" sx={{ mt: 1, fontSize: 13 }}>
          {translate('lianxin.report.favouritesWhere')}
        </Typography>
      </Popover>
    </>
  );
}

interface KeptProps {
  kept: readonly Favourite[];
  keep: (kept: Favourite[]) => void;
  close: () => void;
}

function Kept({ kept, keep, close }: KeptProps) {
  const translate = useTranslate();
  if (!kept.length) return <Typography sx={{ mb: 1 }}>{translate('lianxin.report.noFavourite')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mb: 1 }}>
      {kept.map(({ name, search }) => (
        <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', minHeight: 40 }}>
          <Box sx={{ flexGrow: 1 }}>
            <Link component={RouterLink} to={`/reports?${search}`} color="inherit" onClick={close}>
              {name}
            </Link>
          </Box>
          <IconButton
            size="small"
            aria-label={translate('lianxin.report.forget', { name })}
            onClick={() => keep(kept.filter((one) => one.name !== name))}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
    </Box>
  );
}

function Add({ add }: { add: (name: string) => void }) {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    add(name.trim());
    setName('');
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={submit} sx={{ alignItems: 'end' }}>
      <TextField
        label={translate('lianxin.report.favouriteName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
      <Button type="submit" variant="contained" disabled={!name.trim()} sx={{ flexShrink: 0 }}>
        {translate('lianxin.report.keep')}
      </Button>
    </Stack>
  );
}
