import type { RaThemeOptions } from 'react-admin';

const TOUCH = '@media (pointer: coarse)';

/** The asterisk of required fields, said in words, for every input of react-admin alike. */
const REQUIRED_IN_WORDS = {
  '& > span > span[aria-hidden]': { fontSize: 0 },
  '& > span > span[aria-hidden]::after': { fontSize: 14, content: '"（必填）"' },
  'html:lang(en) & > span > span[aria-hidden]::after': { content: '" (required)"' },
};

const CHINESE = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC"';

/** Chinese faces first in Chinese; in English last, for they set its quotes and apostrophes a full square wide. */
const FONTS = {
  ':root': { '--font': `${CHINESE},system-ui,sans-serif` },
  ':root:lang(en)': { '--font': `system-ui,-apple-system,"Segoe UI",Roboto,${CHINESE},sans-serif` },
};

/** What each kind of control looks like; `line` is the colour of the lines that part surfaces. */
export function components(line: string): RaThemeOptions['components'] {
  return { ...base(line), ...controls(), ...surfaces(line), ...tables(line) } as RaThemeOptions['components'];
}

function base(line: string) {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        ...FONTS,
        body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
        '#root': { minHeight: '100dvh' },
        ':focus-visible': { outline: '2px solid currentColor', outlineOffset: 2 },
        hr: { borderColor: line },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
        },
      },
    },
    MuiUseMediaQuery: { defaultProps: { noSsr: true } },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
  };
}

function controls() {
  return {
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { root: { minHeight: 36, [TOUCH]: { minHeight: 44 } }, sizeSmall: { minHeight: 32 } },
    },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 6, [TOUCH]: { minWidth: 44, minHeight: 44 } } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
    MuiFormControl: {
      defaultProps: { variant: 'outlined', size: 'small' },
      styleOverrides: { marginDense: { marginTop: 0, marginBottom: 0 } },
    },
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: ({ theme }: { theme: { palette: { text: { primary: string } } } }) => ({
          position: 'static',
          transform: 'none',
          maxWidth: 'none',
          marginBottom: 4,
          fontSize: 14,
          lineHeight: 1.6,
          whiteSpace: 'normal',
          color: theme.palette.text.primary,
          '&.Mui-focused': { color: theme.palette.text.primary },
          ...REQUIRED_IN_WORDS,
        }),
        asterisk: { display: 'none' },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { [TOUCH]: { minHeight: 44 } },
        notchedOutline: { top: 0, '& legend': { display: 'none' } },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0, fontSize: 13 } } },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 44, letterSpacing: 0 } } },
    MuiChip: { styleOverrides: { root: { borderRadius: 6 } } },
    MuiTooltip: { defaultProps: { enterDelay: 400 } },
    MuiLink: { defaultProps: { underline: 'always' } },
  };
}

function surfaces(line: string) {
  const lined = { border: `1px solid ${line}`, boxShadow: 'none', backgroundImage: 'none' };
  return {
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiAppBar: {
      defaultProps: { elevation: 0, color: 'inherit' },
      styleOverrides: { root: { borderBottom: `1px solid ${line}` } },
    },
    MuiDialog: { styleOverrides: { paper: lined } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600 } } },
    MuiMenu: { styleOverrides: { paper: lined } },
    MuiPopover: { styleOverrides: { paper: lined } },
    MuiAutocomplete: { styleOverrides: { paper: lined } },
    MuiDrawer: { styleOverrides: { paper: { boxShadow: 'none' } } },
    MuiAlert: { defaultProps: { variant: 'outlined' } },
    MuiSnackbarContent: { styleOverrides: { root: lined } },
  };
}

function tables(line: string) {
  return {
    MuiTableRow: { styleOverrides: { root: { 'tbody &:last-child > *': { borderBottom: 0 } } } },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { height: 40, padding: '4px 12px', borderBottom: `1px solid ${line}` },
        head: { fontWeight: 600 },
        sizeSmall: { padding: '4px 12px' },
        paddingCheckbox: { padding: 0 },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: 'inherit' } } } },
    MuiTablePagination: { styleOverrides: { root: { borderBottom: 0 } } },
    RaDataTable: {
      styleOverrides: {
        root: {
          '& .RaDataTable-tableWrapper': { overflowX: 'auto', border: `1px solid ${line}`, borderRadius: 6 },
          '& .RaDataTable-headerCell': { position: 'sticky', top: 0 },
        },
      },
    },
  };
}
