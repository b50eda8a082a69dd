import type { Command } from 'commander';
import { openOrm } from '../database/index.js';
import { readConfig } from './config.js';
import { StartFailure } from './failure.js';
import { addKey, keyFileOf, openKeys, writeNewKeyFile } from './personalKeys.js';
import { keysInUse, resealAll } from './reseal.js';

/** What the commands are given by the command line. */
interface Given {
  print(line: string): void;
  tell(line: string): void;
  withDatabase<T>(work: (appUrl: string) => Promise<T>): Promise<T>;
}

/** The commands for the keys of personal data. */
export function piiCommands(program: Command, given: Given): void {
  const pii = program.command('pii').description('The keys of personal data.');
  pii
    .command('init')
    .description('Make the key file that PII_KEY_FILE names, for this user alone to read.')
    .action(() => init(given));
  pii
    .command('status')
    .description('How many values lie sealed under which key, county by county.')
    .action(() => status(given));
  pii
    .command('rotate')
    .description(
      'Add a key to the key file and seal every value anew with it, while people work; it can be broken off and run again.',
    )
    .option('--no-new', 'add no key: only go on where an earlier rotation was broken off')
    .action((options: { new: boolean }) => rotate(given, options.new));
}

function init({ print }: Given): void {
  const { personalKeyFile } = readConfig();
  if (personalKeyFile === null) throw new StartFailure('PII_KEY_FILE is missing: it says where the key file is to be.');
  try {
    writeNewKeyFile(personalKeyFile);
  } catch (error) {
    const isThere = (error as { code?: string }).code === 'EEXIST';
    throw new StartFailure(
      isThere ? `${personalKeyFile} is there already and stays as it is.` : `${personalKeyFile} cannot be written.`,
    );
  }
  print(`Made ${personalKeyFile}. Keep it safe, and a second one away from the database: without it no number can be read again.`);
}

async function status({ print, withDatabase }: Given): Promise<void> {
  const found = await withDatabase(async (appUrl) => {
    const orm = await openOrm(appUrl);
    return keysInUse(orm).finally(() => orm.close(true));
  });
  for (const { code, record, property, key, values } of found)
    print(`${code}  ${record}.${property}  ${key}  ${values}`);
  if (found.length === 0) print('No value lies sealed.');
}

async function rotate({ print, tell, withDatabase }: Given, isNew: boolean): Promise<void> {
  const config = readConfig();
  if (config.personalKeys !== null) {
    throw new StartFailure(
      'PII_KEYS gives the keys outright: put the new one there as current, restart all instances, then run "pii rotate --no-new".',
    );
  }
  const file = keyFileOf(config);
  if (file === null)
    throw new StartFailure('The keys follow from the secret here: there is no file to put a new key in.');
  await withDatabase(async (appUrl) => {
    if (isNew) tell(`Added the key ${addKey(file)} to ${file}`);
    openKeys(config);
    const orm = await openOrm(appUrl);
    const resealed = await resealAll(orm, tell).finally(() => orm.close(true));
    print(`Sealed ${resealed} records anew. The old keys stay in ${file} for backups.`);
  });
}
