import type { SimpleTreeViewApiRef } from '@mui/x-tree-view/SimpleTreeView';
import { type KeyboardEvent, useRef } from 'react';
import type { TreeStation } from './stations.js';
import { isComposing } from './useShortcut.js';

const PAUSE_MS = 700;

interface Keys {
  /** The stations that can be seen, from top to bottom. */
  shown: TreeStation[];
  api: SimpleTreeViewApiRef;
  choose: (station: TreeStation) => void;
  onRename?: (station: TreeStation) => void;
}

/**
 * The keys of the tree that its pattern does not know: letters go to the next station whose name, pinyin, initials or code
 * begins so (a repeated letter to the one after), Enter and Space choose, F2 renames. To be called while the event is captured.
 */
export function useTreeKeys({ shown, api, choose, onRename }: Keys): (event: KeyboardEvent) => void {
  const word = useRef({ text: '', at: 0 });
  return (event) => {
    const here = stationOf(event, shown);
    if (!here || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(here);
    else if (event.key === 'F2' && onRename) onRename(here);
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const next = nextOf(shown, here, typedSoFar(word.current, event.key));
      if (next) api.current?.focusItem?.(event, next.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function typedSoFar(word: { text: string; at: number }, key: string): string {
  const isOn = Date.now() - word.at < PAUSE_MS;
  word.text = (isOn ? word.text : '') + key.toLowerCase();
  word.at = Date.now();
  return word.text;
}

function nextOf(shown: TreeStation[], here: TreeStation, typed: string): TreeStation | undefined {
  const isRepeated = typed.length > 1 && [...typed].every((letter) => letter === typed[0]);
  const at = shown.indexOf(here);
  const step = typed.length === 1 ? 1 : 0;
  const inOrder = [...shown.slice(at + step), ...shown.slice(0, at + step)];
  const found = inOrder.find((station) => beginsWith(station, typed));
  if (found || !isRepeated) return found;
  const after = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
  return after.find((station) => beginsWith(station, typed.charAt(0)));
}

function beginsWith({ name, pinyin, initials, code }: TreeStation, typed: string): boolean {
  return [name.toLowerCase(), pinyin, initials, code].some((text) => text.startsWith(typed));
}

/** The station of the tree item that has the focus; the item's own id ends with the station's. */
function stationOf(event: KeyboardEvent, shown: TreeStation[]): TreeStation | undefined {
  const item = (event.target as HTMLElement).closest('[role="treeitem"]');
  return shown.find(({ id }) => item?.id.endsWith(id));
}
