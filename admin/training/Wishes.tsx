import { Box, Button, Checkbox, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { type Batch, useReloadDemands, useWishes, type Wish } from './demand.js';
import { WISH_DECLINE, WISHES_MEET } from './demands.documents.js';
import { ScheduleDialog } from './ScheduleDialog.js';

/** The wishes behind a figure of the board: chosen ones are scheduled or marked as met, and each is answered for itself. */
export default function Wishes() {
  const translate = useTranslate();
  const [params] = useSearchParams();
  const [item, within, state] = ['item', 'within', 'state'].map((name) => params.get(name));
  const where = {
    ...(item && { item: { in: [item] } }),
    ...(within && { within }),
    ...(state && { state: { in: [state] } }),
  };
  const { data, error, refetch } = useWishes(where);
  const title = data?.nodes[0]?.item?.title ?? translate('resources.trainingDemands.wishes');
  return (
    <Page
      title={title}
      crumbs={[{ label: translate('resources.trainingDemands.menu'), to: '/trainingDemands' }]}
      lead={data && translate('resources.trainingDemands.found', { shown: data.nodes.length, count: data.totalCount })}
    >
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={6} />
      ) : data.nodes.length === 0 ? (
        <EmptyNothing why={translate('resources.trainingDemands.noWishes')} />
      ) : (
        <Chosen wishes={data.nodes} />
      )}
    </Page>
  );
}

function Chosen({ wishes }: { wishes: Wish[] }) {
  const translate = useTranslate();
  const mayEdit = useMay('TRAINING_EDIT');
  const { chosen, toggle, all, answers, take, meet } = useBatch(wishes);
  const [isScheduling, setScheduling] = useState(false);
  const people = wishes.filter(({ id }) => chosen.has(id)).reduce((sum, wish) => sum + wish.people, 0);
  return (
    <>
      {mayEdit && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
          <Button color="secondary" variant="outlined" onClick={all}>
            {translate('resources.trainingDemands.chooseAll')}
          </Button>
          <Button variant="contained" disabled={chosen.size === 0} onClick={() => setScheduling(true)}>
            {translate('resources.trainingDemands.schedule')}
          </Button>
          <Button color="secondary" variant="outlined" disabled={chosen.size === 0} onClick={meet}>
            {translate('resources.trainingDemands.meet')}
          </Button>
          <Typography role="status">
            {translate('resources.trainingDemands.chosen', { count: chosen.size, people })}
          </Typography>
        </Stack>
      )}
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {wishes.map((wish) => (
          <Row
            key={wish.id}
            wish={wish}
            isChosen={chosen.has(wish.id)}
            toggle={mayEdit ? () => toggle(wish.id) : undefined}
            answer={answers.get(wish.id)}
          />
        ))}
      </Stack>
      {isScheduling && (
        <ScheduleDialog ids={[...chosen]} people={people} onClose={() => setScheduling(false)} onDone={take} />
      )}
    </>
  );
}

function useBatch(wishes: Wish[]) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReloadDemands();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? without(before, id) : new Set([...before, id])));
  const all = () => setChosen(new Set(wishes.map(({ id }) => id)));
  const take = async ({ done, rows }: Batch) => {
    const said = rows.map(({ demand, isDone, message }) => [
      demand.id,
      isDone ? translate('resources.trainingDemands.done') : (message ?? ''),
    ]);
    setAnswers(new Map(said as [string, string][]));
    setChosen(new Set());
    notify(translate('resources.trainingDemands.batch', { done, left: rows.length - done }));
    await reload();
  };
  const meet = async () => {
    try {
      const { result } = await act<{ result: Batch }>(WISHES_MEET, 'trainingDemandsMeet', { ids: [...chosen] });
      await take(result);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  };
  return { chosen, toggle, all, answers, take, meet };
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id));
}

interface RowProps {
  wish: Wish;
  isChosen: boolean;
  toggle?: () => void;
  answer?: string;
}

function Row({ wish, isChosen, toggle, answer }: RowProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const who = wish.person?.name ?? wish.station?.name ?? '—';
  const session = wish.session && `${day(wish.session.heldOn, locale)} ${wish.session.topic}`;
  const people = translate('resources.trainingDemands.people', { smart_count: wish.people });
  const [state, priority] = [`enums.TrainingDemandState.${wish.state}`, `enums.TrainingPriority.${wish.priority}`];
  const facts = [wish.person && wish.station?.name, people, translate(priority), day(wish.askedOn, locale), session];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: 1,
      }}
    >
      {toggle && (
        <Checkbox
          checked={isChosen}
          onChange={toggle}
          slotProps={{ input: { 'aria-label': translate('resources.trainingDemands.choose', { who }) } }}
        />
      )}
      <Box sx={{ flexGrow: 1, minWidth: 0, py: 0.5 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {who} · {translate(state)}
        </Typography>
        <Typography color="textSecondary">{facts.filter(Boolean).join(' · ')}</Typography>
        {wish.reason && <Typography>{wish.reason}</Typography>}
        {answer && <Typography role="status">{answer}</Typography>}
      </Box>
      {toggle && <Decline wish={wish} />}
    </Box>
  );
}

function Decline({ wish }: { wish: Wish }) {
  const translate = useTranslate();
  const reload = useReloadDemands();
  const [isOpen, setOpen] = useState(false);
  if (wish.state === 'MET' || wish.state === 'DECLINED') return null;
  const verb = translate('resources.trainingDemands.decline');
  const decline = async (reason: string) => {
    await act(WISH_DECLINE, 'trainingDemandDecline', { id: wish.id, version: wish.version, reason });
    await reload();
  };
  return (
    <>
      <Button color="secondary" onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <ReasonDialog title={verb} verb={verb} isOpen={isOpen} onClose={() => setOpen(false)} onConfirm={decline} />
    </>
  );
}
