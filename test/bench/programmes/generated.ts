import { today } from '../../../api/kernel/day.js';
import { pinyinOf } from '../../../api/kernel/pinyin.js';
import { idOf } from '../newIds.js';
import type { Question } from '../operations.js';

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const inCamels = (input: Question['input']) =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [camel(name), value])) as Record<string, unknown>;

/** The insert by a function of the author's own, which PostGraphile offers as a mutation. */
export function ownFunction(answer: string): string {
  return `mutation Create($input: PeerTrainingDraftInput!) { made: peerTrainingDraft(input: $input) { result ${answer} } }`;
}

export function ownFunctionVariables({ input }: Question): object {
  return { input: { ...inCamels(input), budget: String(input.budget), ...pinyinOf(String(input.title)) } };
}

/** The insert by the mutations that PostGraphile makes of the tables, in one document: a row each, the answer by the last one's payload. */
export function generated(answer: string): string {
  const done = '{ clientMutationId }';
  return `mutation Create($tenant: Int!, $record: UUID!, $programme: ProgrammeInput!, $training: TrainingProgrammeInput!, $step: ProgrammeStepInput!, $revision: ProgrammeRevisionInput!,
      $programmeAudit: AuditEntryInput!, $stepAudit: AuditEntryInput!, $revisionAudit: AuditEntryInput!) {
    programme: createProgramme(input: { programme: $programme }) ${done}
    training: createTrainingProgramme(input: { trainingProgramme: $training }) ${done}
    step: createProgrammeStep(input: { programmeStep: $step }) ${done}
    revision: createProgrammeRevision(input: { programmeRevision: $revision }) ${done}
    programmeAudit: createAuditEntry(input: { auditEntry: $programmeAudit }) ${done}
    stepAudit: createAuditEntry(input: { auditEntry: $stepAudit }) ${done}
    revisionAudit: createAuditEntry(input: { auditEntry: $revisionAudit }) { query { result: trainingProgrammeByTenantIdAndRowId(tenantId: $tenant, rowId: $record) ${answer} } } }`;
}

/** Everything that a function would have found out by itself comes from the client: ids, the day, the author, the rows of audit. */
export function generatedVariables({ input, asker }: Question): object {
  const { station: stationId, category, form, audience, plannedSessions, plannedPlaces, ...shared } = inCamels(input);
  const own = { category, form, audience, plannedSessions, plannedPlaces };
  const { tenantId, userId, account, name } = asker;
  const [day, record] = [today(), idOf('record')];
  const content = { ...shared, budget: String(input.budget) };
  const history = { tenantId, programmeId: record, stationId };
  const step = { act: 'CREATE', to: 'DRAFT', onDay: day, by: name };
  const revision = { no: 1, state: 'IN_FORCE', validFrom: day };
  const audit = (word: string, row: string, id: string, after: object) => ({
    tenantId,
    rowId: idOf(word),
    actorKind: 'USER',
    actorId: userId,
    account,
    act: 'trainingProgrammeCreate',
    record: row,
    recordId: id,
    stationId,
    after,
    requestId: idOf('request'),
    client: 'bench',
  });
  const audited = { ...shared, station: stationId };
  const titled = { ...content, ...pinyinOf(String(input.title)) };
  const begun = { state: 'DRAFT', stateSince: day, createdBy: name, authorIds: [userId] };
  return {
    tenant: tenantId,
    record,
    programme: { tenantId, rowId: record, kind: 'TRAINING', stationId, ...titled, ...begun },
    training: { tenantId, rowId: record, ...own },
    step: { ...history, rowId: idOf('step'), ...step },
    revision: {
      ...history,
      rowId: idOf('revision'),
      kind: 'TRAINING',
      ...revision,
      ...content,
      details: own,
      enteredBy: name,
    },
    programmeAudit: audit('programmeAudit', 'TrainingProgramme', record, { ...audited, ...own }),
    stepAudit: audit('stepAudit', 'ProgrammeStep', idOf('step'), { ...step, programme: record }),
    revisionAudit: audit('revisionAudit', 'ProgrammeRevision', idOf('revision'), {
      ...audited,
      ...revision,
      details: own,
    }),
  };
}
