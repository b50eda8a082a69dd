import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newPersonalKey, openPersonalKeys, type PersonalKeys, personalKeysFrom } from '../kernel/index.js';
import type { Config } from './config.js';
import { StartFailure } from './failure.js';

/** What a key file holds; keys are 32 bytes in base64. */
export interface KeyFile {
  /** The id of the key that seals. */
  current: string;
  keys: Record<string, string>;
  index: string;
}

/**
 * Opens the keys of personal data: of PII_KEYS or PII_KEY_FILE; for the embedded database of a file in DATA_DIR, made on the first
 * start; elsewhere they follow from the secret, which production refuses.
 */
export function openKeys(config: Config): void {
  openPersonalKeys(keysOf(config), () => keysOf(config));
}

function keysOf(config: Config): PersonalKeys {
  if (config.personalKeys !== null) return parseKeys(config.personalKeys, 'PII_KEYS');
  const file = keyFileOf(config);
  if (file !== null) return readKeyFile(file);
  if (config.isProduction) {
    throw new StartFailure(
      'PII_KEY_FILE is missing, which production needs: the file with the keys of personal data, the same for all instances; `lianxin pii init` makes one.',
    );
  }
  return personalKeysFrom(config.secret ?? 'lianxin');
}

/** The file that holds the keys, made where it is the embedded database's own; null when they lie elsewhere. */
export function keyFileOf(config: Config): string | null {
  if (config.personalKeyFile !== null || config.databaseUrl !== null) return config.personalKeyFile;
  const file = join(config.dataDir, 'personal-keys.json');
  mkdirSync(config.dataDir, { recursive: true });
  try {
    writeNewKeyFile(file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return file;
}

/** Makes a key file that this user alone can read; fails when there is one. */
export function writeNewKeyFile(file: string): void {
  const made: KeyFile = { current: 'k1', keys: { k1: newPersonalKey() }, index: newPersonalKey() };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Puts a new key into a key file, which seals from now on; the old ones stay, for what they sealed and for backups. Answers its id. */
export function addKey(file: string): string {
  readKeyFile(file);
  const said = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  const numbers = Object.keys(said.keys).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const id = `k${Math.max(0, ...numbers) + 1}`;
  const next: KeyFile = { ...said, current: id, keys: { ...said.keys, [id]: newPersonalKey() } };
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(beside, file);
  return id;
}

/** The keys in a file, or a StartFailure that says what is wrong with it. */
export function readKeyFile(file: string): PersonalKeys {
  try {
    return parseKeys(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The keys of personal data cannot be read from ${file}: ${(error as Error).message}`);
  }
}

function parseKeys(text: string, where: string): PersonalKeys {
  const bytes = (key: unknown) => {
    const read = Buffer.from(String(key ?? ''), 'base64');
    if (read.length !== 32) throw new StartFailure(`${where} must hold keys of 32 bytes each, in base64.`);
    return read;
  };
  let said: Partial<KeyFile>;
  try {
    said = JSON.parse(text) as Partial<KeyFile>;
  } catch {
    throw new StartFailure(`${where} must hold JSON: { "current": "k1", "keys": { "k1": "…" }, "index": "…" }.`);
  }
  const keys = new Map(Object.entries(said.keys ?? {}).map(([id, key]) => [id, bytes(key)] as const));
  if (!said.current || !keys.has(said.current)) throw new StartFailure(`${where} names no current key that it holds.`);
  return { keys, current: said.current, index: bytes(said.index) };
}
