import { useEffect, useSyncExternalStore } from 'react';
import { fetchMe, knownMe, type Me, may, meFailure, type Permission, watchMe } from './me.js';

/** The signed-in person, kept current; null for a stranger, undefined until the server has answered. */
export function useMe(): Me | null | undefined {
  const me = useSyncExternalStore(watchMe, knownMe);
  useEffect(() => {
    fetchMe().catch(() => undefined);
  }, []);
  return me;
}

/** Why the server could not say who is here; undefined while it can. */
export function useMeFailure(): unknown {
  return useSyncExternalStore(watchMe, meFailure);
}

/** Whether the server lets the signed-in person do this, at the path of stations if one is given (ids, root first). */
export function useMay(permissions: Permission | Permission[], path?: string[]): boolean {
  return may(useMe(), permissions, path);
}
