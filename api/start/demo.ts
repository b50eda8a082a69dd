import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type pg from 'pg';
import { Role, roles } from '../access/index.js';
import { openOrm } from '../database/index.js';
import { type DemoAccounts, demoEnteredBy, loadDemo } from '../database/seed/index.js';
import { passwordFits } from '../tenancy/index.js';
import type { Config } from './config.js';
import type { OpenDatabase, Preparation } from './database.js';
import { StartFailure } from './failure.js';

type Say = (line: string) => void;

/** Where the demo accounts are written, readable by this user alone. */
export function demoFile(config: Config): string {
  return join(config.dataDir, 'demo-accounts.json');
}

/** Loads the demo where it belongs: on the first start of an empty embedded database, or when asked; never in production. */
export function demoWhereWanted(config: Config, isAsked: boolean, say: Say): Preparation {
  return async (database, owner) => {
    if (config.isProduction) return refuseDemo(owner, isAsked);
    if (await hasDemo(owner)) {
      if (isAsked) say('The demo counties are there already');
    } else if (isAsked || (database.embedded && (await isEmpty(owner)))) {
      await load(config, database, say);
    }
  };
}

async function refuseDemo(owner: pg.Client, isAsked: boolean): Promise<void> {
  if (isAsked)
    throw new StartFailure(
      'The demo is not for production: its accounts are invented and their password is written to a file.',
    );
  if (!(await hasDemo(owner))) return;
  throw new StartFailure(
    'This database holds demo accounts, which production refuses: give DATABASE_URL a database without the demo.',
  );
}

async function hasDemo(owner: pg.Client): Promise<boolean> {
  return isAny(owner, `select from "grant" where granted_by = '${demoEnteredBy}' limit 1`);
}

async function isEmpty(owner: pg.Client): Promise<boolean> {
  return (
    !(await isAny(owner, 'select from tenant where id <> 0')) && !(await isAny(owner, 'select from "user" limit 1'))
  );
}

async function isAny(owner: pg.Client, sql: string): Promise<boolean> {
  return ((await owner.query(sql)).rowCount ?? 0) > 0;
}

async function load(config: Config, database: OpenDatabase, say: Say): Promise<void> {
  say('Loading the five demo counties');
  const orm = await openOrm(database.appUrl);
  try {
    writeAccounts(config, await loadDemo(orm));
  } finally {
    await orm.close(true);
  }
}

/** Writes the file whole or not at all; the accounts of another database, if any lie there, are kept beside it. */
function writeAccounts(config: Config, accounts: DemoAccounts): void {
  const file = demoFile(config);
  mkdirSync(config.dataDir, { recursive: true });
  if (existsSync(file)) renameSync(file, join(config.dataDir, 'demo-accounts.earlier.json'));
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

/** What to tell about the demo accounts once the server listens: who may sign in, or how to get in again. */
export async function demoNotice(config: Config, owner: pg.Client): Promise<string[]> {
  if (config.isProduction || !(await hasDemo(owner))) return [];
  const accounts = readAccounts(config);
  if (accounts && (await fits(owner, accounts))) return table(config, accounts);
  return [
    `This database has demo accounts whose password ${accounts ? 'is not the one in' : 'was in the lost file'} ${shown(config)}.`,
    'Get in again with: npm run lianxin -- user reset-password --account admin@620981',
  ];
}

function readAccounts(config: Config): DemoAccounts | null {
  try {
    return JSON.parse(readFileSync(demoFile(config), 'utf8')) as DemoAccounts;
  } catch {
    return null;
  }
}

async function fits(owner: pg.Client, { operator, accounts }: DemoAccounts): Promise<boolean> {
  for (const { account, password } of [operator, ...accounts.slice(0, 1)]) {
    const { rows } = await owner.query<{ hash: string }>('select password_hash as hash from account where login = $1', [
      account,
    ]);
    if (await passwordFits(rows[0]?.hash ?? null, password)) return true;
  }
  return false;
}

const shownCounty = '620981';

function table(config: Config, { operator, accounts }: DemoAccounts): string[] {
  const ofRole = (role: Role) => accounts.find((a) => a.tenant === shownCounty && a.role === role);
  const lines = Object.values(Role).flatMap((role) => {
    const account = role === Role.PLATFORM_OPERATOR ? operator.account : ofRole(role)?.account;
    return account ? [`  ${account.padEnd(28)} ${role.padEnd(18)} ${roles[role].says.zh}`] : [];
  });
  return [
    `Demo accounts; the password of all is  ${operator.password}`,
    ...lines,
    `All ${accounts.length + 1} of them, in five counties: ${shown(config)}`,
  ];
}

function shown(config: Config): string {
  const path = relative(process.cwd(), demoFile(config));
  return path.startsWith('..') ? demoFile(config) : path;
}
