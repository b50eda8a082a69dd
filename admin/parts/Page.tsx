import { Box, Breadcrumbs, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useLocation } from 'react-router-dom';

/** One step of the path above a title; without `to` it is only named. */
export interface Crumb {
  label: string;
  to?: string;
}

interface PageProps {
  title: string;
  /** What the browser's window is called where that is more than the title. */
  windowTitle?: string;
  crumbs?: Crumb[];
  actions?: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  children: ReactNode;
}

/** The page that led here with a name of its own, such as the rows of a report: the first crumb goes back to it. */
function useCameFrom(): Crumb[] {
  const translate = useTranslate();
  const { cameFrom } = (useLocation().state ?? {}) as { cameFrom?: Required<Crumb> };
  return cameFrom ? [{ label: translate('lianxin.shell.backTo', { name: cameFrom.label }), to: cameFrom.to }] : [];
}

/** Every page's frame: breadcrumbs, the title as the page's only h1, its actions, and the browser's title. */
export function Page({ title, windowTitle = title, crumbs = [], actions, lead, children }: PageProps) {
  const translate = useTranslate();
  const product = translate('lianxin.product');
  const trail = [...useCameFrom(), ...crumbs];
  useEffect(() => {
    document.title = `${windowTitle} · ${product}`;
  }, [windowTitle, product]);
  return (
    <Box sx={{ px: { xs: 2, md: 3 }, py: 2, maxWidth: 1440, width: '100%' }}>
      {trail.length > 0 && <Trail crumbs={trail} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
        <Typography variant="h1" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {actions}
      </Stack>
      {lead && (
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {lead}
        </Typography>
      )}
      {children}
    </Box>
  );
}

/** A section of a page under its own h2. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {actions}
      </Stack>
      {children}
    </Box>
  );
}

/** The crumbs of a station's path (root first), each a link to the station's page. */
export function stationCrumbs(path: { id: string; name: string }[]): Crumb[] {
  return path.map(({ id, name }) => ({ label: name, to: `/stations/${id}` }));
}

const CRUMB = { '@media (pointer: coarse)': { display: 'inline-block', py: 1.25 } } as const;

/** The path above a title, each step a link but those that are only named. */
export function Trail({ crumbs }: { crumbs: Crumb[] }) {
  const translate = useTranslate();
  return (
    <Breadcrumbs aria-label={translate('lianxin.shell.breadcrumbs')} sx={{ mb: 0.5 }}>
      {crumbs.map(({ label, to }) =>
        to ? (
          <Link key={to} component={RouterLink} to={to} color="textSecondary" sx={CRUMB}>
            {label}
          </Link>
        ) : (
          <Typography key={label} color="textSecondary">
            {label}
          </Typography>
        ),
      )}
    </Breadcrumbs>
  );
}
