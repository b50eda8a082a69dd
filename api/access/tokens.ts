import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as text, for sessions and keys; only the hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token: 32 bytes. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password that can be read out over the telephone: four groups of four, about 79 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
