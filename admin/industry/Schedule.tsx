import { Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';
import { DeliverDialog, ReverseDeliveryDialog } from './DeliverDialog.js';

/** A delivery of an instalment. */
export interface Delivery {
  id: string;
  kind: string;
  head: number;
  value: string | null;
  onDay: string;
  isReversed: boolean;
  reverses: { id: string } | null;
}

/** One line of a schedule. */
export interface Instalment {
  id: string;
  no: number;
  kind: string;
  dueOn: string;
  headDue: number;
  headDelivered: number;
  isOverdue: boolean;
  deliveries: Delivery[];
}

/** A contract as its page reads it. */
export interface Contract {
  id: string;
  version: number;
  state: string;
  mode: string;
  head: number;
  household: { code: string; headName: string } | null;
  station: { id: string; name: string; path: { id: string }[] } | null;
  cooperative: { name: string } | null;
  programme: { title: string } | null;
  ratioEntrusted: number;
  ratioReturned: number;
  years: number;
  isHalfCarried: boolean;
  isPrincipalReturned: boolean;
  note: string | null;
  instalments: Instalment[];
}

/** What is due when, what was delivered of it, and the way to enter more. */
export function Schedule({ contract, mayDeliver }: { contract: Contract; mayDeliver: boolean }) {
  const translate = useTranslate();
  if (!contract.instalments.length)
    return (
      <Typography color="textSecondary">
        {translate(`lianxin.livestock.noSchedule.${contract.mode === 'AGENT_RAISE' ? 'unsigned' : 'own'}`)}
      </Typography>
    );
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {contract.instalments.map((one) => (
        <Line key={one.id} instalment={one} mayDeliver={mayDeliver} />
      ))}
    </Box>
  );
}

function Line({ instalment, mayDeliver }: { instalment: Instalment; mayDeliver: boolean }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const [isDelivering, setDelivering] = useState(false);
  const { no, kind, dueOn, headDue, headDelivered, isOverdue, deliveries } = instalment;
  const isOpen = headDelivered < headDue;
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>
          {no}. {day(dueOn, locale)} · {translate(`enums.InstalmentKind.${kind}`)}
        </Typography>
        <Typography>{translate('lianxin.livestock.delivered', { due: headDue, delivered: headDelivered })}</Typography>
        {isOverdue && (
          <Chip size="small" color="error" variant="outlined" label={translate('lianxin.livestock.isOverdue')} />
        )}
        <Box sx={{ flexGrow: 1 }} />
        {mayDeliver && isOpen && (
          <Button variant="outlined" color="secondary" onClick={() => setDelivering(true)}>
            {translate('lianxin.livestock.deliver')}
          </Button>
        )}
      </Box>
      {deliveries.map((one) => (
        <DeliveryLine key={one.id} delivery={one} mayReverse={mayDeliver} />
      ))}
      {isDelivering && <DeliverDialog instalment={instalment} close={() => setDelivering(false)} />}
    </Box>
  );
}

function DeliveryLine({ delivery, mayReverse }: { delivery: Delivery; mayReverse: boolean }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const [isReversing, setReversing] = useState(false);
  const { kind, head, value, onDay, isReversed, reverses } = delivery;
  const mark = reverses ? 'reversal' : isReversed ? 'reversed' : null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', pl: 2 }}>
      <Typography color="textSecondary">
        {day(onDay, locale)} · {translate(`enums.DeliveryKind.${kind}`)} · {reverses && '−'}
        {translate('lianxin.livestock.headCount', { smart_count: head })}
        {value && ` · ${yuan(value)} ${translate('lianxin.yuan')}`}
        {mark && ` · ${translate(`lianxin.distribution.${mark}`)}`}
      </Typography>
      {mayReverse && !mark && (
        <Button size="small" color="secondary" onClick={() => setReversing(true)}>
          {translate('lianxin.distribution.reverse')}
        </Button>
      )}
      {isReversing && <ReverseDeliveryDialog id={delivery.id} close={() => setReversing(false)} />}
    </Box>
  );
}
