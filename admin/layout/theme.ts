import type { RaThemeOptions } from 'react-admin';
import { components } from './themeComponents.js';

interface Colours {
  accent: string;
  onAccent: string;
  page: string;
  surface: string;
  text: string;
  quiet: string;
  line: string;
  grey: string;
  error: string;
  warning: string;
  success: string;
  info: string;
}

const LIGHT: Colours = {
  accent: '#B4232A',
  onAccent: '#FFFFFF',
  page: '#FFFFFF',
  surface: '#FFFFFF',
  text: '#1F1F21',
  quiet: '#5A5A60',
  line: '#DDDDE0',
  grey: '#4A4A50',
  error: '#9A3412',
  warning: '#7A5200',
  success: '#256029',
  info: '#2B5C86',
};

const DARK: Colours = {
  accent: '#F2777A',
  onAccent: '#1A1A1C',
  page: '#1A1A1C',
  surface: '#1F1F22',
  text: '#ECECEE',
  quiet: '#B4B4BA',
  line: '#3A3A3F',
  grey: '#C6C6CB',
  error: '#FDBA8C',
  warning: '#F0C36D',
  success: '#8FCB93',
  info: '#8FBCE6',
};

const typography = {
  fontFamily: 'var(--font)',
  fontSize: 14,
  h1: { fontSize: 20, lineHeight: 1.4, fontWeight: 600 },
  h2: { fontSize: 16, lineHeight: 1.5, fontWeight: 600 },
  h3: { fontSize: 14, lineHeight: 1.6, fontWeight: 600 },
  h6: { fontSize: 16, lineHeight: 1.5, fontWeight: 600 },
  subtitle1: { fontSize: 14, lineHeight: 1.6 },
  subtitle2: { fontSize: 14, lineHeight: 1.6, fontWeight: 600 },
  body1: { fontSize: 14, lineHeight: 1.6 },
  body2: { fontSize: 14, lineHeight: 1.6 },
  caption: { fontSize: 12, lineHeight: 1.5 },
  button: { fontSize: 14, textTransform: 'none', letterSpacing: 0 },
  overline: { textTransform: 'none', letterSpacing: 0 },
};

/** Motion of at most 150 ms. */
const duration = {
  shortest: 100,
  shorter: 100,
  short: 120,
  standard: 150,
  complex: 150,
  enteringScreen: 150,
  leavingScreen: 100,
};

function paletteOf(mode: 'light' | 'dark', colours: Colours) {
  const on = (main: string) => ({ main, light: main, dark: main, contrastText: colours.onAccent });
  return {
    mode,
    primary: on(colours.accent),
    secondary: on(colours.grey),
    error: on(colours.error),
    warning: on(colours.warning),
    success: on(colours.success),
    info: on(colours.info),
    background: { default: colours.page, paper: colours.surface },
    text: { primary: colours.text, secondary: colours.quiet, disabled: colours.quiet },
    divider: colours.line,
    action: {
      hover: mode === 'light' ? '#F5F5F6' : '#29292D',
      selected: mode === 'light' ? '#F6ECEC' : '#33282A',
      disabled: colours.quiet,
      disabledBackground: colours.line,
    },
  };
}

function themeOf(mode: 'light' | 'dark', colours: Colours): RaThemeOptions {
  return {
    palette: paletteOf(mode, colours),
    shape: { borderRadius: 6 },
    spacing: 8,
    typography,
    transitions: { duration },
    sidebar: { width: 208, closedWidth: 56 },
    components: components(colours.line),
  } as RaThemeOptions;
}

/** The light theme: greys on white, one cinnabar accent, surfaces parted by lines. */
export const lightTheme = themeOf('light', LIGHT);

/** The dark theme: the same instrument at night. */
export const darkTheme = themeOf('dark', DARK);
