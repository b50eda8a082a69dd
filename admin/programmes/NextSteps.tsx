import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useShortcut } from '../parts/useShortcut.js';
import { useKind } from './kind.js';
import { type NextStep, type Programme, turnOf } from './programme.js';
import { StepDialog } from './StepDialog.js';

const FORWARD = ['SUBMIT', 'APPROVE', 'START', 'FINISH', 'ACCEPT'];
const ENDING = ['STOP', 'DISCARD'];

/** The steps that are open as buttons, the one that moves the programme on first; the others with the server's reason. */
export function NextSteps({ programme }: { programme: Programme }) {
  const translate = useTranslate();
  const [act, setAct] = useState<string>();
  const open = programme.nextSteps.filter(({ isOpen }) => isOpen).map((step) => step.act);
  const turn = turnOf(programme);
  const awaited = programme.nextSteps.find(({ act: one, isOpen }) => one === turn?.act && !isOpen);
  const rank = (one: string) => (FORWARD.includes(one) ? 0 : ENDING.includes(one) ? 2 : 1);
  const ordered = [...open].sort((one, other) => rank(one) - rank(other));
  return (
    <Box component="section" aria-label={translate('lianxin.programme.next')} sx={{ mt: 2 }}>
      {ordered.length > 0 && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1 }}>
          {ordered.map((one) => (
            <StepButton key={one} act={one} programme={programme} choose={() => setAct(one)} />
          ))}
        </Stack>
      )}
      {awaited && (
        <Typography sx={{ mb: 0.5 }}>
          <strong>{translate(`enums.ProgrammeAct.${awaited.act}`)}</strong> · {awaited.reason}
        </Typography>
      )}
      <Closed steps={programme.nextSteps.filter((step) => !step.isOpen && step !== awaited)} />
      {act && <StepDialog key={act} act={act} programme={programme} close={() => setAct(undefined)} />}
    </Box>
  );
}

function StepButton({ act, programme, choose }: { act: string; programme: Programme; choose: () => void }) {
  const { name } = useKind();
  const translate = useTranslate();
  const navigate = useNavigate();
  const form = { UPDATE: `/${name}/${programme.id}`, AMEND: `/${name}/${programme.id}/amend` }[act];
  useShortcut('e', () => form && navigate(form), Boolean(form));
  const isAmendment = programme.pendingRevision && ['APPROVE', 'RETURN'].includes(act);
  const label = translate(isAmendment ? `lianxin.programme.amendment.${act}` : `enums.ProgrammeAct.${act}`);
  if (form) {
    return (
      <Button component={Link} to={form} variant="outlined" color="secondary">
        {label}
      </Button>
    );
  }
  const isForward = FORWARD.includes(act);
  return (
    <Button
      variant={isForward ? 'contained' : 'outlined'}
      color={isForward ? 'primary' : ENDING.includes(act) ? 'error' : 'secondary'}
      onClick={choose}
    >
      {label}
    </Button>
  );
}

/** Closed steps under the reason that they share, so that a reader who may nothing reads one line and not ten. */
function Closed({ steps }: { steps: NextStep[] }) {
  const translate = useTranslate();
  const byReason = new Map<string, string[]>();
  for (const { act, reason } of steps) byReason.set(reason ?? '', [...(byReason.get(reason ?? '') ?? []), act]);
  if (!byReason.size) return null;
  return (
    <Box component="details" sx={{ color: 'text.secondary', '& summary': { cursor: 'pointer', py: 0.5 } }}>
      <summary>{translate('lianxin.programme.closed')}</summary>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' } }}>
        {[...byReason].map(([reason, acts]) => (
          <Box key={reason} sx={{ display: 'contents' }}>
            <Typography component="dt" sx={{ fontWeight: 600, maxWidth: { sm: 280 } }}>
              {acts.map((act) => translate(`enums.ProgrammeAct.${act}`)).join(translate('lianxin.comma'))}
            </Typography>
            <Typography component="dd" sx={{ m: 0 }}>
              {reason}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
