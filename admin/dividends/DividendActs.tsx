import { Box, Button, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { plain, yuan } from '../parts/figures.js';
import { act as send } from '../provider/graphql.js';
import { may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { ACTS, type Act, type Dividend, pathOf } from './dividend.js';

/** What may be done with a dividend now, the way on first. */
export function DividendActs({ plan }: { plan: Dividend }) {
  const translate = useTranslate();
  const me = useMe();
  const [chosen, setChosen] = useState<Act>();
  const open = ACTS.filter((act) => act.isOpen(plan) && may(me, act.permission, pathOf(plan)));
  if (!open.length) return null;
  return (
    <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {open.map((act) => (
        <Button
          key={act.name}
          variant={act.name === 'Cancel' ? 'outlined' : 'contained'}
          color={act.name === 'Cancel' ? 'error' : 'primary'}
          onClick={() => setChosen(act)}
        >
          {translate(`resources.dividendPlans.acts.${act.name}`)}
        </Button>
      ))}
      {chosen && <ActDialog key={chosen.name} act={chosen} plan={plan} close={() => setChosen(undefined)} />}
    </Box>
  );
}

/** One act with its count and its sum, before it is done. */
function ActDialog({ act, plan, close }: { act: Act; plan: Dividend; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const client = useQueryClient();
  const [{ id, version }] = useState(plan);
  const [extra, setExtra] = useState(act.name === 'Pay' ? today() : '');
  const words = (key: string, options?: object) => translate(`resources.dividendPlans.${key}`, options);
  const { shareCount, unpaidCount, total, paid, unpaid } = plan;
  const count = act.name === 'Pay' ? unpaidCount : shareCount;
  const effect = { count, total: yuan(total), paid: yuan(paid), rest: yuan(unpaid) };
  const take = async (reason: string) => {
    const more = { Declare: { total: plain(extra) || null }, Pay: { on: extra || null }, Cancel: { reason } } as const;
    await send(act.document, `dividendPlan${act.name}`, { id, version, ...more[act.name as keyof typeof more] });
    notify(`resources.dividendPlans.done.${act.name}`, { type: 'success', messageArgs: { count } });
    void client.invalidateQueries({ queryKey: ['dividendShares', id] });
    refresh();
  };
  const verb = words(`acts.${act.name}`);
  return (
    <ReasonDialog
      isOpen
      title={`${verb}：${plan.title}`}
      verb={verb}
      reason={act.name === 'Cancel' ? 'required' : 'none'}
      isDangerous={act.name === 'Cancel'}
      onClose={close}
      onConfirm={take}
    >
      <Typography>{words(`effect.${act.name}`, effect)}</Typography>
      {act.name === 'Declare' && (
        <TextField label={words('actualTotal')} value={extra} onChange={(event) => setExtra(event.target.value)} />
      )}
      {act.name === 'Pay' && (
        <TextField
          type="date"
          label={words('paidOn')}
          value={extra}
          onChange={(event) => setExtra(event.target.value)}
        />
      )}
    </ReasonDialog>
  );
}
