import { useEffect, useRef } from 'react';

const LEADER = 'g';
const LEADER_MS = 1200;
let leaderAt = 0;

/**
 * Calls `run` on a key: `n`, `?`, `mod+k` (Ctrl or ⌘), `mod+Enter`, or `g s` for `g` and then `s`.
 * Nothing fires while an input method composes; plain keys do not fire inside an input or while a dialog is open.
 */
export function useShortcut(keys: string, run: () => void, isEnabled = true): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isEnabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (!fits(keys, event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys, isEnabled]);
}

/** Whether a key event belongs to an input method that is composing a word. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Notes the leader key; the layout calls it once for the whole page. */
export function useLeaderKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === LEADER && isFree(event)) leaderAt = Date.now();
      else if (event.key.length === 1) queueMicrotask(() => (leaderAt = 0));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function fits(keys: string, event: KeyboardEvent): boolean {
  if (isComposing(event)) return false;
  if (keys.startsWith('mod+')) {
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    return isMod && event.key.toLowerCase() === keys.slice(4).toLowerCase();
  }
  if (!isFree(event)) return false;
  const isLed = Date.now() - leaderAt < LEADER_MS;
  if (keys.startsWith(`${LEADER} `)) {
    const isMine = isLed && event.key === keys.slice(2);
    if (isMine) leaderAt = 0;
    return isMine;
  }
  return !isLed && event.key === keys;
}

function isFree(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return false;
  const target = event.target as HTMLElement | null;
  return !target?.closest('input, textarea, select, [contenteditable="true"], [role="textbox"], [role="tree"]');
}
