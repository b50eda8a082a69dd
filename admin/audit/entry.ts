import type { RaRecord } from 'react-admin';

/** One changed field, as the server words it for people. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** One change of one record, as the list asks for it. */
export interface AuditEntry extends RaRecord<string> {
  at: string;
  by: string;
  byKind: string;
  act: string;
  /** The type of the record, as the schema names it. */
  record: string;
  recordId: string | null;
  reason: string | null;
  requestId: string;
  client: string;
  /** The seal that covers it; null until the next sealing. */
  sealNo: number | null;
  station: { id: string; name: string } | null;
  changes: FieldChange[];
}

/** A sign-in, its refusal, or the refusal of an act. */
export interface SecurityEvent extends RaRecord<string> {
  at: string;
  kind: string;
  account: string | null;
  detail: string | null;
  requestId: string;
  client: string;
  station: { id: string; name: string } | null;
}

/** Which resource's words name the fields of a type of record, and whether it has a page of its own. */
const RESOURCES: Record<string, { name: string; hasPage: boolean }> = {
  Station: { name: 'stations', hasPage: true },
  StationName: { name: 'stations', hasPage: false },
  StationParent: { name: 'stations', hasPage: false },
  User: { name: 'users', hasPage: true },
  Account: { name: 'users', hasPage: true },
  Grant: { name: 'grants', hasPage: false },
  ApiKey: { name: 'apiKeys', hasPage: false },
  Tenant: { name: 'tenants', hasPage: false },
  TrainingProgramme: { name: 'trainingProgrammes', hasPage: true },
  JobProgramme: { name: 'jobProgrammes', hasPage: true },
  IndustryProgramme: { name: 'industryProgrammes', hasPage: true },
  Distribution: { name: 'distributions', hasPage: false },
  Intention: { name: 'intentions', hasPage: false },
  LivestockContract: { name: 'livestockContracts', hasPage: true },
};

/** The resource of a type of record; undefined for one that the console does not know. */
export function resourceOf(record: string): string | undefined {
  return RESOURCES[record]?.name;
}

/** The address of a record's own page; undefined where there is none. */
export function pageOf({ record, recordId }: Pick<AuditEntry, 'record' | 'recordId'>): string | undefined {
  const resource = RESOURCES[record];
  return resource?.hasPage && recordId ? `/${resource.name}/${recordId}/show` : undefined;
}

/** What a changed record is called, where one of its changed fields says so. */
export function subjectOf({ changes }: AuditEntry): string | undefined {
  for (const field of ['title', 'name', 'account']) {
    const change = changes.find((candidate) => candidate.field === field);
    const text = change?.after ?? change?.before;
    if (text) return text;
  }
  return undefined;
}

/** The kinds of security event in the order of the filter. */
export const EVENTS = [
  'SIGNED_IN',
  'SIGN_IN_REFUSED',
  'SIGN_IN_LOCKED',
  'SIGNED_OUT',
  'SESSION_ENDED',
  'SESSIONS_ENDED',
  'PASSWORD_CHANGED',
  'PASSWORD_REFUSED',
  'PASSWORD_RESET',
  'FORBIDDEN',
  'KEY_REFUSED',
  'RATE_LIMITED',
  'EXPORTED',
] as const;
