import { Autocomplete, Dialog, DialogContent, TextField } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useLogout, useTheme, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { needed } from '../parts/area.js';
import { may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { useMenu } from './Menu.js';

interface Command {
  label: string;
  run: () => void;
}

/** The command box (Ctrl or ⌘ and K): type a few characters, Enter does it. Only what this person may do is in it. */
export default function CommandBox({ close }: { close: () => void }) {
  const translate = useTranslate();
  const commands = useCommands();
  const [typed, setTyped] = useState('');
  const label = translate('lianxin.command.open');
  const run = (command: Command | null) => {
    if (!command) return;
    close();
    command.run();
  };
  return (
    <Dialog
      open
      onClose={close}
      slotProps={{ paper: { 'aria-label': label, 'aria-labelledby': undefined } }}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <DialogContent sx={{ minHeight: 320 }}>
        <Autocomplete
          open
          disablePortal
          autoHighlight
          options={commands}
          inputValue={typed}
          onInputChange={(_, text) => setTyped(text)}
          onChange={(_, command) => run(command)}
          getOptionLabel={(command) => command.label}
          noOptionsText={translate('lianxin.command.none')}
          forcePopupIcon={false}
          renderInput={(params) => <TextField {...params} label={label} autoFocus />}
        />
      </DialogContent>
    </Dialog>
  );
}

function useCommands(): Command[] {
  const translate = useTranslate();
  const navigate = useNavigate();
  const logout = useLogout();
  const me = useMe();
  const areas = useMenu();
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = useLocaleState();
  const go = (name: string, to: string) => ({
    label: translate('lianxin.command.go', { name }),
    run: () => navigate(to),
  });
  return [
    go(translate('ra.page.dashboard'), '/'),
    ...areas.map(({ name }) => go(translate(`resources.${name}.menu`), `/${name}`)),
    ...areas
      .filter((area) => area.create && may(me, needed(area, 'create')))
      .map(({ name }) => ({
        label: translate('lianxin.command.create', { name: translate(`resources.${name}.name`, { smart_count: 1 }) }),
        run: () => navigate(`/${name}/create`),
      })),
    go(translate('lianxin.account.title'), '/account'),
    {
      label: translate(`lianxin.shell.${theme === 'dark' ? 'light' : 'dark'}`),
      run: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    { label: locale === 'en' ? '中文' : 'English', run: () => setLocale(locale === 'en' ? 'zh-CN' : 'en') },
    { label: translate('ra.auth.logout'), run: () => logout({ isAsked: true }) },
  ];
}
