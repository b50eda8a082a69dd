import type { Foreign } from './load.js';
import type { Scope } from './scope.js';

/** What a loader is asked for: the objects that wait for one of their fields. */
export type Asked = { obj: Foreign }[];

/** One request's transaction, as resolvers see it. */
export interface Asking {
  scope: Scope;
  ask(name: string, values: unknown[]): Promise<Foreign[]>;
}

export const money = (fen: string | null) =>
  fen === null ? null : `${fen.slice(0, -2) || '0'}.${fen.slice(-2).padStart(2, '0')}`;
