import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Message, Refused } from '../kernel/index.js';

/** How much is let through, per window; in memory, so each API process counts for itself. */
export interface RateOptions {
  /** Requests a minute of one session. Generous: it stops a runaway script, not a busy office. */
  perSession: number;
  /** Requests a minute of all strangers at one address. */
  perAddress: number;
  /** Refused sign-ins in five minutes from one address. */
  signInsPerAddress: number;
  /** Refused sign-ins in a quarter of an hour to one account, whether it exists or not. */
  signInsPerAccount: number;
  /** Refused keys a minute from one address. */
  refusedKeys: number;
}

export const usualRates: RateOptions = {
  perSession: 12_000,
  perAddress: 6_000,
  signInsPerAddress: 100,
  signInsPerAccount: 20,
  refusedKeys: 60,
};

/** Where a partner key stands in its minute: what the `RateLimit-*` headers say. */
export interface Budget {
  limit: number;
  remaining: number;
  /** Whole seconds until the minute is over. */
  reset: number;
}

/** The counters of one server. */
export class Rates {
  private readonly sessions: RateLimiterAbstract;
  private readonly strangers: RateLimiterAbstract;
  private readonly addresses: RateLimiterAbstract;
  private readonly accounts: RateLimiterAbstract;
  private readonly badKeys: RateLimiterAbstract;
  private readonly keys = new RateLimiterMemory({ keyPrefix: 'key', points: Number.MAX_SAFE_INTEGER, duration: 60 });

  constructor(options: RateOptions) {
    const counter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterMemory({ keyPrefix, points, duration });
    this.sessions = counter('session', options.perSession, 60);
    this.strangers = counter('stranger', options.perAddress, 60);
    this.addresses = counter('address', options.signInsPerAddress, 300);
    this.accounts = counter('account', options.signInsPerAccount, 900);
    this.badKeys = counter('badKey', options.refusedKeys, 60);
  }

  /** Counts one request of a session, or of a stranger's address; RATE_LIMITED when there were too many. */
  async visit(sessionId: string | null, address: string): Promise<void> {
    await take(sessionId ? this.sessions : this.strangers, sessionId ?? address, tooMany);
  }

  /** Counts a sign-in as refused before it is tried, so that many at once do not slip through; `signedIn` takes it back. */
  async signIn(account: string, address: string): Promise<void> {
    await take(this.addresses, address, tooManySignIns);
    await take(this.accounts, account, tooManySignIns);
  }

  async signedIn(account: string, address: string): Promise<void> {
    await this.addresses.reward(address);
    await this.accounts.delete(account);
  }

  /** Counts a refused key; RATE_LIMITED when an address tries many. */
  async keyRefused(address: string): Promise<void> {
    await take(this.badKeys, address, tooMany);
  }

  /** Spends points of a key's minute. `remaining` is negative when the budget is overdrawn. */
  async spend(keyId: string, points: number, limit: number): Promise<Budget> {
    const now = await this.keys.penalty(keyId, points);
    return { limit, remaining: limit - now.consumedPoints, reset: Math.max(1, Math.ceil(now.msBeforeNext / 1000)) };
  }
}

const tooMany = { zh: '请求太频繁', en: 'Too many requests' };
const tooManySignIns = { zh: '登录尝试太多', en: 'Too many attempts to sign in' };

/** RATE_LIMITED with the seconds to wait, which go into `Retry-After` as well. */
export function rateLimited(what: Message, seconds: number): Refused {
  const says = {
    zh: `${what.zh}，请在 ${seconds} 秒后再试。`,
    en: `${what.en}; please try again in ${seconds} seconds.`,
  };
  return new Refused('RATE_LIMITED', says, { retryAfter: seconds });
}

async function take(counter: RateLimiterAbstract, key: string, what: Message): Promise<void> {
  try {
    await counter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw rateLimited(what, Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}
