import { AsyncLocalStorage } from 'node:async_hooks';
import type { Refused } from '../kernel/index.js';
import type { Assumed } from './assumed.js';
import type { OperationContext } from './context.js';
import type { Asked } from './journal.js';
import type { Rates } from './rates.js';

/** All that belongs to one GraphQL request while Apollo answers it. */
export interface OperationScene {
  readonly ctx: OperationContext;
  readonly isProduction: boolean;
  readonly rates: Rates;
  readonly asked: Asked;
  /** Spends further points of a partner key's minute; RATE_LIMITED when they are not there. Null for people. */
  readonly spend: ((points: number) => Promise<void>) | null;
  report(error: unknown): void;
  /** The account whose sign-in is under way. */
  signingIn: string | null;
  hasFailed: boolean;
  /** The operation's variables as GraphQL coerced them; null until then, or when they do not fit. */
  variables: Record<string, unknown> | null;
  /** What still has to be confirmed of who asks; null where nothing was assumed. */
  readonly assumed: Assumed | null;
  /** Set when it was not confirmed: the answer is thrown away and the question asked again. */
  isOutdated: boolean;
  /** Aborted when the client hangs up before it has its answer. */
  readonly signal: AbortSignal;
  /** The first refusal in the answer. */
  refused: Refused | null;
}

const scenes = new AsyncLocalStorage<OperationScene>();

export function inScene<T>(scene: OperationScene, work: () => Promise<T>): Promise<T> {
  return scenes.run(scene, work);
}

/** The scene of the request that is being answered. */
export function currentScene(): OperationScene {
  const scene = scenes.getStore();
  if (!scene) throw new Error('There is no GraphQL request under way.');
  return scene;
}
