import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { useShortcut } from '../parts/useShortcut.js';
import { act } from '../provider/graphql.js';
import type { Enrolment, Roster } from './course.js';
import { ROSTER_TAKE } from './courses.documents.js';
import { PasteDialog } from './PasteDialog.js';
import { RosterLine } from './RosterLine.js';
import { RosterRows } from './RosterRows.js';
import type { WholeSession } from './SessionPage.js';
import { useRoster } from './useRoster.js';
import { useRosterKeys } from './useRosterKeys.js';

interface SheetProps {
  session: WholeSession;
  people: Enrolment[];
  isOpen: boolean;
  reload: () => Promise<unknown>;
}

/** The sheet on which attendance is ticked: by keyboard a line at a time, by touch, or pasted from a list. */
export function RosterSheet({ session, people, isOpen, reload }: SheetProps) {
  const translate = useTranslate();
  const roster = useRoster(session, people, reload);
  const { markOf, mark, save, unsaved, isBusy } = roster;
  const keys = useRosterKeys(people, mark, isOpen);
  const [pasted, setPasted] = useState<string>();
  const open = people.filter((one) => markOf(one) === undefined);
  useShortcut('mod+s', () => void save(), isOpen && unsaved > 0 && !isBusy);
  if (people.length === 0) return <Typography>{translate('resources.courses.nobody')}</Typography>;
  return (
    <>
      <Counts people={people} markOf={markOf} isOpen={isOpen} />
      <Tools keys={keys} isOpen={isOpen} open={open} mark={mark} paste={() => setPasted('')} />
      <Box
        component="ul"
        ref={keys.listRef}
        aria-label={translate('resources.courses.roster')}
        onKeyDown={keys.onKey}
        onPaste={(event) => isOpen && setPasted(event.clipboardData.getData('text'))}
        sx={{ listStyle: 'none', p: 0, m: 0, maxWidth: 720 }}
      >
        {keys.shown.map((one) => (
          <RosterLine
            key={one.id}
            enrolment={one}
            mark={markOf(one)}
            isOpen={isOpen}
            isAt={one.id === keys.at}
            onMark={(isPresent) => mark([one], isPresent)}
            onAt={() => keys.setAt(one.id)}
          />
        ))}
      </Box>
      {isOpen && <Foot {...roster} />}
      {pasted !== undefined && (
        <Paste session={session} start={pasted} close={() => setPasted(undefined)} reload={reload} />
      )}
    </>
  );
}

type Kept = ReturnType<typeof useRoster>;

function Counts({ people, markOf, isOpen }: Pick<SheetProps, 'people' | 'isOpen'> & Pick<Kept, 'markOf'>) {
  const translate = useTranslate();
  const count = (mark: boolean | undefined) => people.filter((one) => markOf(one) === mark).length;
  const counts = { present: count(true), absent: count(false), open: count(undefined) };
  return (
    <>
      <Typography role="status" sx={{ mb: 1 }}>
        {translate('lianxin.roster.counts', counts)}
      </Typography>
      {isOpen && <Typography sx={{ mb: 1.5 }}>{translate('lianxin.roster.keys')}</Typography>}
    </>
  );
}

interface ToolsProps extends Pick<Kept, 'mark'> {
  keys: ReturnType<typeof useRosterKeys>;
  isOpen: boolean;
  open: Enrolment[];
  paste: () => void;
}

function Tools({ keys, isOpen, open, mark, paste }: ToolsProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1.5, alignItems: 'center' }}>
      <TextField
        label={translate('lianxin.roster.find')}
        value={keys.search}
        onChange={(event) => keys.setSearch(event.target.value)}
        onKeyDown={keys.onSearchKey}
        sx={{ width: { xs: '100%', sm: 220 } }}
        slotProps={{ htmlInput: { ref: keys.searchRef, autoComplete: 'off', spellCheck: false } }}
      />
      {isOpen && (
        <>
          <Button variant="outlined" color="secondary" onClick={paste}>
            {translate('lianxin.roster.paste')}
          </Button>
          <Button variant="outlined" color="secondary" disabled={open.length === 0} onClick={() => mark(open, false)}>
            {translate('lianxin.roster.othersAbsent')}
          </Button>
        </>
      )}
    </Stack>
  );
}

function Foot({ save, saved, error, isBusy, unsaved }: Kept) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: 56, md: 0 },
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
        py: 1,
        mt: 2,
        zIndex: 1,
      }}
    >
      {saved && <RosterRows roster={saved} />}
      {error !== undefined && <Refusal error={error} />}
      <Button variant="contained" disabled={unsaved === 0 || isBusy} onClick={() => void save()}>
        {translate('lianxin.roster.save', { count: unsaved })}
      </Button>
    </Box>
  );
}

function Paste(props: { session: WholeSession; start: string; close: () => void; reload: () => Promise<unknown> }) {
  const { session, start, close, reload } = props;
  const translate = useTranslate();
  const send = async (presentNames: string[], isTrial: boolean) => {
    const input = { sessionId: session.id, presentNames, isTrial };
    return (await act<{ roster: Roster }>(ROSTER_TAKE, 'rosterTake', { input })).roster;
  };
  return (
    <PasteDialog
      title={translate('lianxin.roster.paste')}
      help={translate('lianxin.roster.pasteHelp')}
      verb={translate('lianxin.roster.take')}
      start={start}
      send={send}
      onClose={close}
      onWritten={() => void reload()}
    />
  );
}
