import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useShortcut } from './useShortcut.js';

const PAUSE_MS = 250;

interface SearchProps {
  value: string;
  onSearch: (typed: string) => void;
  label?: string;
  placeholder?: string;
  /** True where `/` focuses this box. */
  isPageSearch?: boolean;
  autoFocus?: boolean;
  onKeyDown?: (event: React.KeyboardEvent) => void;
}

/** A search box that waits for the end of an input method's word and for a pause of 250 ms before it searches. */
export function SearchInput(props: SearchProps) {
  const { value, onSearch, label, placeholder, isPageSearch = false, autoFocus, onKeyDown } = props;
  const translate = useTranslate();
  const box = useRef<HTMLInputElement>(null);
  const { typed, take, compose, clear } = useTyped(value, onSearch);
  useShortcut('/', () => box.current?.focus(), isPageSearch);
  const name = label ?? translate('ra.action.search');
  return (
    <TextField
      inputRef={box}
      type="search"
      value={typed}
      placeholder={placeholder ?? name}
      autoFocus={autoFocus}
      onChange={(event) => take(event.target.value)}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={(event) => compose(false, (event.target as HTMLInputElement).value)}
      onKeyDown={onKeyDown}
      sx={{ maxWidth: 360, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: { 'aria-label': name, maxLength: 60, autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed && (
            <IconButton size="small" onClick={clear} aria-label={translate('ra.action.clear_input_value')}>
              <ClearIcon fontSize="small" />
            </IconButton>
          ),
        },
      }}
    />
  );
}

function useTyped(value: string, onSearch: (typed: string) => void) {
  const [typed, setTyped] = useState(value);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string, pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text.trim()), pause);
  };
  return {
    typed,
    take: (text: string) => {
      setTyped(text);
      if (!isComposing.current) search(text, PAUSE_MS);
    },
    compose: (isOn: boolean, text?: string) => {
      isComposing.current = isOn;
      if (text !== undefined) search(text, PAUSE_MS);
    },
    clear: () => {
      setTyped('');
      search('', 0);
    },
  };
}
