import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { checkSeals, openOrm } from '../database/index.js';
import { asPlatform, type PlatformWork } from '../database/seed/index.js';
import { packageRoot, today } from '../kernel/index.js';
import { printedSchema } from '../schema.js';
import { enterCounty, parsePlaceFile } from '../tenancy/index.js';
import { readConfig } from './config.js';
import { openDatabase } from './database.js';
import { demoFile, demoWhereWanted } from './demo.js';
import { StartFailure, sentenceOf } from './failure.js';
import { createUser, type NewUser, resetPassword } from './people.js';
import { piiCommands } from './personalKeys.commands.js';
import { start } from './start.js';

/** What a person reads goes to standard output, progress to standard error, so that output can be piped. */
const print = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Runs one command; an error is one sentence on standard error and exit code 1. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await commandLine().parseAsync([...args], { from: 'user' });
  } catch (error) {
    tell(sentenceOf(error));
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) tell(error.stack ?? '');
    process.exit(1);
  }
}

/** Every command with its options and help. */
export function commandLine(): Command {
  const program = new Command('lianxin').description(
    'Lianxin 连心: assistance and civilization-practice work of counties.',
  );
  program.helpCommand(false).showHelpAfterError('(--help shows how)');
  program
    .command('start')
    .description('Start the API and the console; without DATABASE_URL on the embedded PostgreSQL.')
    .option('--demo', 'load the five demo counties into the database at DATABASE_URL')
    .option('--no-build', 'do not build what has changed')
    .action((options: { demo?: boolean; build: boolean }) =>
      start(readConfig(), { isDemo: options.demo ?? false, isBuild: options.build }, print),
    );
  program
    .command('migrate')
    .description('Prepare the application role and bring the database to the newest step.')
    .action(() => withDatabase(async () => void print('The database is at the newest step.')));
  program
    .command('schema')
    .description('Print the GraphQL schema.')
    .option('--write', 'write it to schema.graphql instead')
    .action((options: { write?: boolean }) => schema(options.write ?? false));
  program
    .command('demo')
    .description('The five demo counties.')
    .command('load')
    .description('Load them, with invented people, into the database.')
    .action(loadDemo);
  program
    .command('audit')
    .description('The audit log.')
    .command('check')
    .description('Recompute the seals of the audit log; fails if any row was changed or is missing.')
    .action(checkAudit);
  tenantCommands(program);
  userCommands(program);
  piiCommands(program, { print, tell, withDatabase });
  return program;
}

function schema(isWritten: boolean): void {
  if (!isWritten) return void process.stdout.write(printedSchema());
  writeFileSync(join(packageRoot(), 'schema.graphql'), printedSchema());
  print('Wrote schema.graphql');
}

async function loadDemo(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config, tell, demoWhereWanted(config, true, tell));
  await database.stop();
  print(`The demo accounts are in ${demoFile(config)}`);
}

function tenantCommands(program: Command): void {
  program
    .command('tenant')
    .description('Counties.')
    .command('create')
    .description('Open a county with its townships from the national place codes, and its first administrator.')
    .requiredOption('--code <code>', 'national code of the county, six digits')
    .option('--villages <file>', 'its villages: one a line, "code,name", UTF-8')
    .option('--practice-label <label>', 'what it calls its practice centres, such as 新时代文明实践')
    .option('--admin <name>', 'name of the first administrator', '县级管理员')
    .option('--admin-account <account>', 'what they sign in as, without the code', 'admin')
    .action((options: CountyOptions) => createTenant(options));
}

interface CountyOptions {
  code: string;
  villages?: string;
  practiceLabel?: string;
  admin: string;
  adminAccount: string;
}

async function createTenant(options: CountyOptions): Promise<void> {
  const villages = options.villages === undefined ? null : parsePlaceFile(readText(options.villages), options.code);
  const { code, practiceLabel = null, admin: adminName, adminAccount } = options;
  const plan = { code, practiceLabel, adminName, adminAccount, villages };
  const county = await asInstaller('tenantCreate', ({ em, enter }) =>
    enterCounty({ em, enter, today: today(), enteredBy: 'installer@platform' }, plan),
  );
  print(`Opened ${county.tenant.name} (${county.tenant.code}) with ${county.stations} stations.`);
  printOnce(county);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartFailure(`The file ${file} cannot be read.`);
  }
}

function userCommands(program: Command): void {
  const user = program.command('user').description('People who sign in.');
  user
    .command('create')
    .description('Enter a person and print the first password once.')
    .requiredOption('--tenant <code>', 'national code of the county, or platform')
    .requiredOption('--account <account>', 'what the person signs in as, such as li.wei')
    .requiredOption('--name <name>', 'name of the person')
    .option('--role <role>', 'role to give, such as TENANT_ADMIN')
    .option('--station <code>', 'code of the station where the role is held; the county unless given')
    .action(async (options: { [K in keyof NewUser]: NewUser[K] | undefined }) => {
      const { tenant = '', account = '', name = '', role = null, station = null } = options;
      printOnce(await asInstaller('userCreate', (work) => createUser(work, { tenant, account, name, role, station })));
    });
  user
    .command('reset-password')
    .description('Give an account a new password, print it once, and end its sessions.')
    .requiredOption('--account <account>', 'the whole account, such as admin@620981')
    .action(async ({ account }: { account: string }) => {
      printOnce(await asInstaller('userResetPassword', (work) => resetPassword(work, account)));
    });
}

function printOnce({ account, password }: { account: string; password: string }): void {
  print(`Account   ${account}\nPassword  ${password}`);
  print('It is shown this once and must be changed at the first sign-in.');
}

/** Opens the database, prepared and migrated, for one piece of work; the embedded one is ended again if nobody else uses it. */
async function withDatabase<T>(work: (appUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), tell);
  try {
    return await work(database.appUrl);
  } finally {
    await database.stop();
  }
}

/** Work in the name of the installation, in one transaction; the audit calls it by `act`. */
function asInstaller<T>(act: string, work: (session: PlatformWork) => Promise<T>): Promise<T> {
  return withDatabase(async (appUrl) => {
    const orm = await openOrm(appUrl);
    return asPlatform(orm, work, { act }).finally(() => orm.close(true));
  });
}

/** Says of every county whether its audit is as it was sealed; one that is not makes the command fail. */
async function checkAudit(): Promise<void> {
  const checks = await withDatabase(async (appUrl) => {
    const orm = await openOrm(appUrl);
    return checkSeals(orm).finally(() => orm.close(true));
  });
  for (const { code, isIntact, entries, unsealed, seals, broken } of checks) {
    const state = isIntact ? 'intact' : `BROKEN at seal ${broken?.no} (${broken?.why})`;
    print(`${code.padEnd(9)} ${state}: ${entries} rows under ${seals} seals, ${unsealed} not yet sealed`);
  }
  if (checks.some(({ isIntact }) => !isIntact))
    throw new StartFailure('The audit log is not as it was sealed: keep a copy of the database and look into it.');
}
