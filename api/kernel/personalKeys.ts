import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * The keys of personal data: by id, of which the newest seals and every one unseals, so that a rotation can go on while people work.
 * The index key never changes with them: what is looked up must be found again.
 */
export interface PersonalKeys {
  /** 32 bytes each, by a short id such as `k1`. */
  keys: ReadonlyMap<string, Buffer>;
  /** The id of the key that seals. */
  current: string;
  /** 32 bytes. */
  index: Buffer;
}

let opened: PersonalKeys | null = null;
let readAgain: (() => PersonalKeys) | null = null;
let readAt = 0;

/** How long a process may go on sealing with a key that is no longer the newest. */
export const keysHoldMs = 10_000;

/** Makes the keys known to this process, once at its start; `again` reads them anew, for they may be rotated while it runs. */
export function openPersonalKeys(keys: PersonalKeys, again: (() => PersonalKeys) | null = null): void {
  if (!keys.keys.has(keys.current)) throw new Error(`There is no key ${keys.current} among the keys of personal data.`);
  opened = keys;
  readAgain = again;
  readAt = Date.now();
}

function readKeysAgain(): void {
  if (readAgain) openPersonalKeys(readAgain(), readAgain);
}

/** A fresh key, in the form in which key files hold it. */
export function newPersonalKey(): string {
  return randomBytes(32).toString('base64');
}

function keysOpened(): PersonalKeys {
  if (!opened) throw new Error('The keys of personal data are not opened.');
  return opened;
}

/** Seals a text with the newest key (AES-256-GCM): `k1.<nonce>.<text>.<tag>`, each in base64url. */
export function sealed(text: string): string {
  if (Date.now() - readAt > keysHoldMs) readKeysAgain();
  const { current, keys } = keysOpened();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.get(current) as Buffer, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [current, ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** The text that was sealed; throws when it was tampered with or its key is not here. */
export function unsealed(value: string): string {
  const [id = '', ...parts] = value.split('.');
  if (!keysOpened().keys.has(id)) readKeysAgain();
  const key = keysOpened().keys.get(id);
  if (!key || parts.length !== 3) throw new Error(`A sealed value names the key ${id}, which is not here.`);
  const [nonce, body, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** The id of the key that seals now. */
export function currentKey(): string {
  return keysOpened().current;
}

const sealedProperties = new Map<string, readonly string[]>();

/** Says which properties of a record lie sealed, so that a rotation finds them: `keptSealed('Person', 'phone')`. */
export function keptSealed(record: string, ...properties: readonly string[]): void {
  sealedProperties.set(record, properties);
}

/** The properties that lie sealed, by record. */
export function allSealed(): ReadonlyMap<string, readonly string[]> {
  return sealedProperties;
}

/** The id of the key that sealed a value. */
export function sealedWith(value: string): string {
  return value.slice(0, value.indexOf('.'));
}

/**
 * What a value is looked up by without being readable: an HMAC under a key of the county's own, so that equal values of two
 * counties cannot be told to be equal. `what` keeps phones and identity numbers apart.
 */
export function blindIndex(tenantId: number, what: string, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', keysOpened().index, String(tenantId), `lianxin ${what}`, 32));
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Keys that follow from a secret, for databases that hold no real people: development on a server, and tests. */
export function personalKeysFrom(secret: string): PersonalKeys {
  const derive = (what: string) => Buffer.from(hkdfSync('sha256', secret, '', `lianxin ${what}`, 32));
  return { keys: new Map([['d1', derive('personal data')]]), current: 'd1', index: derive('index') };
}
