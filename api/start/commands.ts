import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Command } from 'commander';
import { openOrm } from '../database/index.js';
import { asPlatform } from '../database/seed/index.js';
import { packageRoot } from '../kernel/index.js';
import { printedSchema } from '../schema.js';
import { openCounty, parsePlaceFile } from '../tenancy/index.js';
import { readConfig } from './config.js';
import { openDatabase } from './database.js';
import { demoFile, demoWhereWanted } from './demo.js';
import { StartFailure, sentenceOf } from './failure.js';
import { createUser, type NewUser, resetPassword } from './people.js';
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

function commandLine(): Command {
  const program = new Command('lianxin').description('Lianxin 连心: assistance and civilization-practice work of counties.');
  program.helpCommand(false).showHelpAfterError('(--help shows how)');
  program
    .command('start')
    .description('Start the API and the console; without DATABASE_URL on the embedded PostgreSQL.')
    .option('--demo', 'load the five demo counties into the database at DATABASE_URL')
    .option('--no-build', 'do not build what has changed')
    .action((options: { demo?: boolean; build: boolean }) => start(readConfig(), { isDemo: options.demo ?? false, isBuild: options.build }, print));
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
  tenantCommands(program);
  userCommands(program);
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
    .action((options: CountyOptions) => createTenant(options));
}

interface CountyOptions {
  code: string;
  villages?: string;
  practiceLabel?: string;
  admin: string;
}

async function createTenant(options: CountyOptions): Promise<void> {
  const villages = options.villages === undefined ? null : parsePlaceFile(readText(options.villages), options.code);
  const plan = { code: options.code, villages, practiceLabel: options.practiceLabel ?? null, adminName: options.admin, enteredBy: 'installer@platform' };
  const county = await asInstaller((em, enter) => openCounty(em, enter, plan));
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
      printOnce(await asInstaller((em, enter) => createUser(em, enter, { tenant, account, name, role, station })));
    });
  user
    .command('reset-password')
    .description('Give an account a new password, print it once, and end its sessions.')
    .requiredOption('--account <account>', 'the whole account, such as admin@620981')
    .action(async ({ account }: { account: string }) => {
      printOnce(await asInstaller((em, enter) => resetPassword(em, enter, account)));
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

/** Work in the name of the installation, in one transaction. */
function asInstaller<T>(work: (em: EntityManager, enter: (tenantId: number) => Promise<EntityManager>) => Promise<T>): Promise<T> {
  return withDatabase(async (appUrl) => {
    const orm = await openOrm(appUrl);
    return asPlatform(orm, work).finally(() => orm.close(true));
  });
}
