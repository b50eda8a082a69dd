import { Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { FieldErrors } from '../provider/errors.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import type { Batch } from './BatchShow.js';
import { Chosen, Figure, Typed } from './dialogFields.js';
import { MEMBERS_ADD } from './dispatch.documents.js';
import { type Found, PersonSearch } from './PersonSearch.js';
import { GRADES, useWords } from './words.js';

interface Line {
  name: string;
  birthDay?: string;
  wage?: string;
}

/** A pasted line: name, then a day of birth or a wage where they are given, parted by blanks, tabs or commas. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .split(/[\t,，;；]+|\s{1,}/)
        .filter(Boolean),
    )
    .filter((parts) => parts.length > 0)
    .map(([name = '', ...rest]) => {
      const birthDay = rest.find((part) => /^\d{4}-\d{2}-\d{2}$/.test(part));
      const wage = rest.find((part) => /^\d+(\.\d+)?$/.test(part));
      return { name, ...(birthDay && { birthDay }), ...(wage && { wage }) };
    });
}

interface Values {
  people: Found[];
  text: string;
  grade: string;
  wage: string;
}

/** Puts people into a batch, found one by one or pasted as a list; each wrong line is answered, and until none is nobody is added. */
export function MembersAdd({ batch, close }: { batch: Batch; close: () => void }) {
  const { translate } = useWords();
  const [key, setKey] = useState(newIdempotencyKey);
  const [values, setValues] = useState<Values>({ people: [], text: '', grade: 'GENERAL', wage: '' });
  const add = useAdd(batch.id, values, key);
  const set = (more: Partial<Values>) => {
    setValues({ ...values, ...more });
    setKey(newIdempotencyKey());
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.membersAdd')}
      verb={translate('lianxin.jobs.addCount', { count: add.count })}
      fields={['name', 'personIds', ...values.people.map((_, i) => String(i))]}
      isReady={add.count > 0}
      onClose={close}
      onSubmit={add.submit}
    >
      {() => (
        <>
          {add.wrongLines.length > 0 && <WrongLines lines={add.wrongLines} />}
          <Fields values={values} set={set} />
        </>
      )}
    </FormDialog>
  );
}

function useAdd(id: string, { people, text, grade, wage }: Values, idempotencyKey: string) {
  const { translate } = useWords();
  const [wrongLines, setWrongLines] = useState<string[]>([]);
  const refresh = useRefresh();
  const notify = useNotify();
  const names = linesOf(text);
  const count = people.length + names.length;
  const lineText = ([, list, index]: string[], message: string) =>
    list === 'names' ? translate('lianxin.jobs.line', { number: Number(index) + 1, message }) : message;
  const submit = async () => {
    const input = { personIds: people.map((person) => person.id), names, grade, wage: wage || null };
    setWrongLines([]);
    try {
      await act(MEMBERS_ADD, 'dispatchMembersAdd', { id, input, idempotencyKey });
    } catch (error) {
      if (error instanceof FieldErrors) setWrongLines(error.errors.map((one) => lineText(one.path ?? [], one.message)));
      throw error;
    }
    notify('lianxin.jobs.done.added', { type: 'info', messageArgs: { count } });
    refresh();
  };
  return { count, wrongLines, submit };
}

function Fields({ values, set }: { values: Values; set: (more: Partial<Values>) => void }) {
  const { translate, say } = useWords();
  const { people } = values;
  return (
    <>
      <PersonSearch chosen={people} onChoose={(person) => set({ people: [...people, person] })} />
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {people.map((person) => (
          <Chip
            key={person.id}
            label={person.name}
            variant="outlined"
            onDelete={() => set({ people: people.filter(({ id }) => id !== person.id) })}
          />
        ))}
      </Stack>
      <Typed
        label={translate('lianxin.jobs.paste')}
        value={values.text}
        onChange={(text) => set({ text })}
        help={translate('lianxin.jobs.pasteHelp')}
        rows={4}
      />
      <Chosen
        label={translate('lianxin.jobs.grade')}
        value={values.grade}
        choices={GRADES.map((value) => ({ value, label: say('WorkerGrade', value) }))}
        onChange={(grade) => set({ grade })}
      />
      <Figure label={translate('lianxin.jobs.memberWage')} value={values.wage} onChange={(wage) => set({ wage })} />
    </>
  );
}

function WrongLines({ lines }: { lines: readonly string[] }) {
  const { translate } = useWords();
  return (
    <div role="alert">
      <Typography color="error">{translate('lianxin.jobs.nobodyAdded', { count: lines.length })}</Typography>
      <ul style={{ margin: 0 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
