import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import ScheduleIcon from '@mui/icons-material/ScheduleOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { Section } from '../parts/Page.js';
import { EmptyNothing } from '../parts/states.js';
import { reachPath } from '../provider/me.js';
import { useMay, useMe } from '../provider/useMe.js';
import { GrantAdd } from './GrantAdd.js';
import { GrantEnd } from './GrantEnd.js';
import { type Grant, type Phase, phaseOf, placeName, type User } from './user.js';

const PHASES: Phase[] = ['current', 'future', 'past'];
const ICONS = { current: CheckIcon, future: ScheduleIcon, past: HistoryIcon };

/** The roles of the person in context: those of today, those to come, those that ended. */
export function Grants() {
  const translate = useTranslate();
  const user = useRecordContext<User>();
  const me = useMe();
  const isGiver = useMay('GRANT_EDIT') && me?.user.id !== user?.id && !user?.isDisabled;
  const [isAdding, setAdding] = useState(false);
  if (!user) return null;
  const grants = user.grants ?? [];
  const add = isGiver && (
    <Button variant="contained" onClick={() => setAdding(true)}>
      {translate('resources.grants.add')}
    </Button>
  );
  return (
    <Section title={translate('resources.grants.title')} actions={add}>
      {grants.length === 0 && <EmptyNothing why={translate('resources.grants.empty')} />}
      {PHASES.map((phase) => (
        <PhaseOfGrants key={phase} phase={phase} grants={grants.filter((grant) => phaseOf(grant) === phase)} />
      ))}
      {isAdding && <GrantAdd user={user} close={() => setAdding(false)} />}
    </Section>
  );
}

function PhaseOfGrants({ phase, grants }: { phase: Phase; grants: Grant[] }) {
  const translate = useTranslate();
  if (!grants.length) return null;
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate(`resources.grants.phase.${phase}`)}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
        {grants.map((grant) => (
          <Line key={grant.id} grant={grant} phase={phase} />
        ))}
      </Box>
    </Box>
  );
}

function Line({ grant, phase }: { grant: Grant; phase: Phase }) {
  const translate = useTranslate();
  const user = useRecordContext<User>();
  const isGiver = useMay('GRANT_EDIT', reachPath(grant));
  const [isEnding, setEnding] = useState(false);
  const Icon = ICONS[phase];
  const role = translate(`enums.Role.${grant.role}`, { _: grant.role });
  const place = grant.station ? placeName(grant.station) : translate('lianxin.shell.platform');
  const isEndable = phase !== 'past' && isGiver;
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1.5}
      useFlexGap
      sx={{ p: 1.5, alignItems: 'flex-start', '& + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Icon fontSize="small" color={phase === 'current' ? 'success' : 'inherit'} aria-hidden sx={{ mt: 0.25 }} />
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {role} · {place}
        </Typography>
        <Typography>{useSpan()(grant)}</Typography>
        <Typography color="textSecondary">{useOrigin()(grant)}</Typography>
      </Box>
      {isEndable && (
        <Button
          variant="outlined"
          color="secondary"
          size="small"
          aria-label={`${translate('resources.grants.end')}: ${role} · ${place}`}
          onClick={() => setEnding(true)}
          sx={{ flexShrink: 0 }}
        >
          {translate('resources.grants.end')}
        </Button>
      )}
      {isEnding && <GrantEnd grant={grant} name={user?.name ?? ''} close={() => setEnding(false)} />}
    </Stack>
  );
}

/** From when to when a grant holds, as a sentence. */
export function useSpan(): (grant: Pick<Grant, 'validFrom' | 'validTo'>) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return ({ validFrom, validTo }) =>
    validTo
      ? translate('resources.grants.span', { from: day(validFrom, locale), to: day(validTo, locale) })
      : translate('resources.grants.open', { from: day(validFrom, locale) });
}

function useOrigin(): (grant: Grant) => string {
  const translate = useTranslate();
  return ({ grantedBy, reason }) => {
    const by = grantedBy ? translate('resources.grants.by', { by: grantedBy }) : '';
    return [by, reason ? translate('resources.grants.because', { reason }) : ''].filter(Boolean).join(' · ');
  };
}
