import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useLocaleState, useShowContext, useTranslate } from 'react-admin';
import { moment } from '../../parts/dates.js';
import { Refusal } from '../../parts/dialogs.js';
import { Section } from '../../parts/Page.js';
import { act, newIdempotencyKey } from '../../provider/graphql.js';
import type { Comment, Edition } from './edition.js';
import { EDITION_COMMENT } from './editions.documents.js';

/** What was said of an edition, in order, and a field to say more: whoever may read it may comment on it. */
export function Comments({ edition }: { edition: Edition }) {
  const translate = useTranslate();
  return (
    <Section title={translate('resources.editions.comments')}>
      {edition.comments.length ? (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mb: 2 }}>
          {edition.comments.map((comment) => (
            <Said key={comment.id} comment={comment} />
          ))}
        </Box>
      ) : (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {translate('resources.editions.noComments')}
        </Typography>
      )}
      <Add id={edition.id} />
    </Section>
  );
}

function Said({ comment: { text, writtenByName, createdAt } }: { comment: Comment }) {
  const [locale] = useLocaleState();
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      <Typography color="textSecondary">
        {writtenByName} · <time dateTime={createdAt}>{moment(createdAt, locale)}</time>
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
    </Box>
  );
}

/** The field of a new comment; its key stays the same while the text does, so that a doubled click says it once. */
function Add({ id }: { id: string }) {
  const translate = useTranslate();
  const { text, setText, error, isBusy, submit } = useAdd(id);
  return (
    <Stack component="form" spacing={1} onSubmit={submit} sx={{ maxWidth: 640, alignItems: 'flex-start' }}>
      <TextField
        label={translate('resources.editions.comment')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      {error !== undefined && <Refusal error={error} />}
      <Button type="submit" variant="contained" disabled={!text.trim() || isBusy}>
        {translate('resources.editions.addComment')}
      </Button>
    </Stack>
  );
}

function useAdd(id: string) {
  const { refetch } = useShowContext();
  const [typed, setTyped] = useState(() => ({ text: '', idempotencyKey: newIdempotencyKey() }));
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const setText = (text: string) => setTyped({ text, idempotencyKey: newIdempotencyKey() });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await act(EDITION_COMMENT, 'editionComment', { id, ...typed });
      setText('');
      await refetch();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { text: typed.text, setText, error, isBusy, submit };
}
