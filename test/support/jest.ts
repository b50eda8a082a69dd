import { run } from 'jest';

// Jest refuses a flag that it does not know, and would take the words after `--` for names of tests.
const flags = process.argv.slice(2);
if (flags.includes('--long')) process.env.LONG = '1';
await run(flags.filter((flag) => flag !== '--long'));
