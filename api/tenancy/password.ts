import { hash, verify } from '@node-rs/argon2';
import { ErrorCode, type Message, mistake, Refused } from '../kernel/index.js';

/** argon2id, 19 MiB, two passes (design: security, sessions). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const mostAtOnce = 2;
const mostWaiting = 40;
let running = 0;
const waiting: (() => void)[] = [];

/** Hashing takes a core for tens of milliseconds: a few at a time, and a bounded queue, so that guessing never starves the API. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) {
      throw new Refused('UNAVAILABLE', {
        zh: '登录的人太多，请稍后再试。',
        en: 'Too many people are signing in; please try again shortly.',
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** What the database keeps of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

let decoy: Promise<string> | null = null;

/** Whether a password fits; an unknown account is checked against a decoy, so that it takes the same time. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = stored ?? (await decoy);
  const fits = await inTurn(() => verify(against, password));
  return fits && stored !== null;
}

const tooCommon = [
  '1234567890',
  'password',
  'qwertyuiop',
  'admin',
  'lianxin',
  '0123456789',
  'abcdefghij',
  '1q2w3e4r5t',
];

function weakness(password: string, account: string): Message | null {
  const lower = password.toLowerCase();
  const name = account.split('@')[0] ?? '';
  if ([...password].length < 10) return { zh: '至少 10 个字符。', en: 'At least 10 characters.' };
  if ([...password].length > 128) return { zh: '最多 128 个字符。', en: 'At most 128 characters.' };
  if (new Set(lower).size < 5) return { zh: '重复的字符太多。', en: 'Too many repeated characters.' };
  if (name.length > 2 && lower.includes(name))
    return { zh: '不能包含账号名。', en: 'It must not contain the account name.' };
  if (tooCommon.some((word) => lower.startsWith(word) && lower.length - word.length < 5)) {
    return { zh: '太常见，容易被猜到。', en: 'Too common, easily guessed.' };
  }
  return null;
}

/** Refuses a password that is easy to guess, with the reason at the field. */
export function demandStrong(password: string, account: string, path: readonly string[]): void {
  const says = weakness(password, account);
  if (says) throw mistake(path, ErrorCode.WEAK, says);
}
