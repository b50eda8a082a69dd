/** Why the embedded database cannot run, in one sentence that says what to do: show `message`, not the stack. */
export class EmbeddedFailure extends Error {
  override name = 'EmbeddedFailure';
}

const OTHER_SERVER = 'set DATABASE_URL to a PostgreSQL server of your own';

const REASONS: readonly (readonly [RegExp, (place: string) => string])[] = [
  [
    /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/,
    (place) => `The disk that holds ${place} is full: free some space and start again.`,
  ],
  [
    /database files are incompatible|was initialized by PostgreSQL version/,
    (place) =>
      `The data in ${place} was written by another major version of PostgreSQL: ` +
      `start it with the version of Lianxin that wrote it, or ${OTHER_SERVER}.`,
  ],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted|wrong ownership|EROFS|Read-only file system/,
    (place) =>
      `The data folder ${place} cannot be written by this user: ` +
      'start as the user who made it, or set DATA_DIR to a folder of your own.',
  ],
  [/EEXIST|ENOTDIR/, (place) => `${place} is, or lies in, a file: set DATA_DIR to a folder.`],
  [
    /shared memory segment|Cannot allocate memory|ENOMEM/,
    () =>
      'The machine has too little memory for the embedded PostgreSQL (about 300 MB): ' +
      `free some, or ${OTHER_SERVER}.`,
  ],
];

/**
 * Turns what initdb, postgres or the file system said into a sentence for the person who started Lianxin.
 * `said` is program output or an error message, `place` the folder or log file to name.
 */
export function explain(said: string, place: string): EmbeddedFailure {
  for (const [sign, sentence] of REASONS) {
    if (sign.test(said)) return new EmbeddedFailure(sentence(place), { cause: said });
  }
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  const sentence = `The embedded PostgreSQL did not start (${place}): ${telling.trim()} – mend it, or ${OTHER_SERVER}.`;
  return new EmbeddedFailure(sentence, { cause: said });
}
