/** Properties that are personal wherever they stand; a room adds its own with `personalData`. */
const everywhere = new Set(['phone', 'idNumber', 'bankAccount']);

/** Properties that nobody may read again, whatever record they stand in. */
const secrets = new Set(['password', 'passwordHash', 'token', 'tokenHash', 'secret', 'secretHash', 'keyHash']);

const declared = new Map<string, Set<string>>();

/** Says that properties of a record are personal data, so that they are masked wherever a change is written down: `personalData('Person', 'homePhone')`. */
export function personalData(record: string, ...properties: readonly string[]): void {
  declared.set(record, new Set([...(declared.get(record) ?? []), ...properties]));
}

/** A value as it may be written down: secrets as `****`, personal data as `138****8829`, everything else as it is. */
export function masked(record: string, property: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (secrets.has(property)) return '****';
  if (!everywhere.has(property) && !declared.get(record)?.has(property)) return value;
  return typeof value === 'string' && value.length >= 11 ? `${value.slice(0, 3)}****${value.slice(-4)}` : '****';
}
