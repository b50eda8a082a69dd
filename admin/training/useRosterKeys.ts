import { type KeyboardEvent, useRef, useState } from 'react';
import type { Enrolment } from './course.js';

type MarkAll = (marked: readonly Enrolment[], isPresent: boolean) => void;

/** Which lines of a sheet a search leaves, and on which the keyboard stands. */
function useLines(people: Enrolment[]) {
  const listRef = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState('');
  const [chosen, setAt] = useState<string>();
  const asked = search.trim();
  const fits = ({ no, person }: Enrolment) => String(no) === asked || (person?.name ?? '').includes(asked);
  const shown = asked === '' ? people : people.filter(fits);
  const at = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id;
  const go = (step: number) => {
    const next = shown[Math.min(Math.max(shown.findIndex(({ id }) => id === at) + step, 0), shown.length - 1)];
    if (!next) return;
    setAt(next.id);
    listRef.current?.querySelector<HTMLElement>(`[data-at="${next.id}"]`)?.focus();
  };
  return { listRef, search, setSearch, asked, shown, at, setAt, go };
}

/**
 * The keys of a sheet: arrows go up and down, space and Enter mark who is there and go down, 0 and Delete who is not; any other letter
 * goes to the search, whose Enter marks the first found.
 */
export function useRosterKeys(people: Enrolment[], mark: MarkAll, isOpen: boolean) {
  const lines = useLines(people);
  const { shown, at, go } = lines;
  const searchRef = useRef<HTMLInputElement>(null);
  const put = (isPresent: boolean) => {
    const one = shown.find(({ id }) => id === at);
    if (one && isOpen) mark([one], isPresent);
    go(1);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
      Home: () => go(-people.length),
      End: () => go(people.length),
      ' ': () => put(true),
      Enter: () => put(true),
      '0': () => put(false),
      Delete: () => put(false),
      Backspace: () => put(false),
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      step();
    } else if (event.key.length === 1 || event.key === 'Process') searchRef.current?.focus();
  };
  return { ...lines, searchRef, onKey, onSearchKey: searchKey(lines, mark, isOpen) };
}

/** In the search, Enter marks the first found, arrow down goes to it, and Escape empties the search. */
function searchKey({ shown, asked, setSearch, go }: ReturnType<typeof useLines>, mark: MarkAll, isOpen: boolean) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      go(0);
    }
    if (event.key === 'Escape') setSearch('');
    if (event.key !== 'Enter' || asked === '' || !shown[0] || !isOpen) return;
    event.preventDefault();
    mark([shown[0]], true);
    setSearch('');
  };
}
