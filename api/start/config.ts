import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { packageRoot } from '../kernel/index.js';
import type { ServerOptions } from '../server/index.js';
import { StartFailure } from './failure.js';

/** What the environment says, checked; README names every variable. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  /** The owner's URL of a real server; null to use the embedded database. */
  databaseUrl: string | null;
  /** The application's own role on a real server; null to have `lianxin_app` prepared by the owner. */
  appDatabaseUrl: string | null;
  /** What the application role's password follows from; null where the embedded database makes one of its own. */
  secret: string | null;
  /** The file with the keys of personal data; null to use the embedded database's own. */
  personalKeyFile: string | null;
  /** What such a file holds, given outright. */
  personalKeys: string | null;
  isProduction: boolean;
  publicUrl: string | null;
  trustProxy: ServerOptions['trustProxy'];
  logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration, or throws a StartFailure that names the variable and what it may be. */
export function readConfig(env: Environment = process.env): Config {
  const isProduction = text(env, 'NODE_ENV') === 'production';
  const databaseUrl = postgresUrl(env, 'DATABASE_URL');
  const appDatabaseUrl = postgresUrl(env, 'APP_DATABASE_URL');
  if (appDatabaseUrl && !databaseUrl) {
    throw new StartFailure(
      'APP_DATABASE_URL is set and DATABASE_URL is not: migrations need the owner of the database.',
    );
  }
  return {
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: portOf(env),
    dataDir: resolve(text(env, 'DATA_DIR') ?? join(packageRoot(), '.lianxin')),
    databaseUrl,
    appDatabaseUrl,
    secret: secretOf(env, isProduction, databaseUrl),
    personalKeyFile: pathOf(env, 'PII_KEY_FILE'),
    personalKeys: text(env, 'PII_KEYS'),
    isProduction,
    publicUrl: publicUrlOf(env),
    trustProxy: trustProxyOf(env),
    logLevel: logLevelOf(env),
  };
}

/** A variable that is set to nothing counts as not set, as compose files leave them. */
function text(env: Environment, name: string): string | null {
  return env[name]?.trim() || null;
}

function pathOf(env: Environment, name: string): string | null {
  const given = text(env, name);
  return given === null ? null : resolve(given);
}

function portOf(env: Environment): number {
  const given = text(env, 'PORT') ?? '4000';
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535)
    throw new StartFailure(`PORT is "${given}": it must be a number from 0 to 65535.`);
  return port;
}

function postgresUrl(env: Environment, name: string): string | null {
  const given = text(env, name);
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !['postgresql:', 'postgres:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new StartFailure(`${name} must look like postgresql://user:password@host:5432/database.`);
  }
  return given;
}

const shortestSecret = 16;
const wellKnown =
  /change.?me|^(?:the |my )?(?:secret|default|example|lianxin|password|development|placeholder|test)[\d!.]*$|^(.)\1*$/i;

/**
 * In production it must be given, be long, and be no word of a manual. On a real server elsewhere it follows from the
 * server's own credentials, so that all instances agree without being told.
 */
function secretOf(env: Environment, isProduction: boolean, databaseUrl: string | null): string | null {
  const given = text(env, 'LIANXIN_SECRET');
  if (isProduction) {
    const how = 'give all instances the same one, made for example by `openssl rand -base64 32`.';
    if (given === null) throw new StartFailure(`LIANXIN_SECRET is missing, which production needs: ${how}`);
    if (wellKnown.test(given)) throw new StartFailure(`LIANXIN_SECRET is a default that anybody could guess: ${how}`);
    if (given.length < shortestSecret)
      throw new StartFailure(`LIANXIN_SECRET is shorter than ${shortestSecret} characters: ${how}`);
  }
  if (given !== null || databaseUrl === null) return given;
  const { username, password, host } = new URL(databaseUrl);
  return createHash('sha256').update(`lianxin ${username} ${password} ${host}`).digest('base64url');
}

function publicUrlOf(env: Environment): string | null {
  const given = text(env, 'PUBLIC_URL');
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  const isPlain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!isPlain)
    throw new StartFailure(
      `PUBLIC_URL is "${given}": it must be the address that people type, such as https://lianxin.example.cn, without a path.`,
    );
  return url.origin;
}

/** true and false, a number of proxies, or the addresses and networks of those in front. */
function trustProxyOf(env: Environment): Config['trustProxy'] {
  const given = text(env, 'TRUST_PROXY');
  if (given === null || given === 'false') return false;
  if (given === 'true') return true;
  if (/^[1-9]$/.test(given)) return (_address, hop) => hop < Number(given);
  const parts = given.split(',').map((part) => part.trim());
  if (!parts.every(isProxy)) {
    throw new StartFailure(
      `TRUST_PROXY is "${given}": it must be true, false, the number of proxies, or their addresses and networks such as 127.0.0.1,10.0.0.0/8.`,
    );
  }
  return parts.join(',');
}

function isProxy(part: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
  const [address = '', bits, ...rest] = part.split('/');
  const version = isIP(address);
  const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
  return version > 0 && isNetwork && rest.length === 0;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function logLevelOf(env: Environment): string {
  const given = text(env, 'LOG_LEVEL') ?? 'info';
  if (!levels.includes(given))
    throw new StartFailure(`LOG_LEVEL is "${given}": it must be one of ${levels.join(', ')}.`);
  return given;
}
