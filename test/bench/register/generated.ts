import { today } from '../../../api/kernel/day.js';
import { idOf } from '../newIds.js';
import type { Question } from '../operations.js';

/** The insert by a function of the author's own, which PostGraphile offers as a mutation. */
export function ownFunction(answer: string): string {
  return `mutation Create($input: PeerHouseholdEnterInput!) { made: peerHouseholdEnter(input: $input) { result ${answer} } }`;
}

export function ownFunctionVariables({ input }: Question): object {
  return { input };
}

/** The insert by the mutations that PostGraphile makes of the tables, in one document: a row each, the answer by the last one's payload. */
export function generated(answer: string): string {
  const done = '{ clientMutationId }';
  return `mutation Create($tenant: Int!, $record: UUID!, $household: HouseholdInput!, $place: HouseholdPlaceInput!, $householdAudit: AuditEntryInput!, $placeAudit: AuditEntryInput!) {
    household: createHousehold(input: { household: $household }) ${done}
    place: createHouseholdPlace(input: { householdPlace: $place }) ${done}
    householdAudit: createAuditEntry(input: { auditEntry: $householdAudit }) ${done}
    placeAudit: createAuditEntry(input: { auditEntry: $placeAudit }) { query { result: householdByTenantIdAndRowId(tenantId: $tenant, rowId: $record) ${answer} } } }`;
}

/** Everything that a function would have found out by itself comes from the client: ids, the day, the author, the rows of audit. */
export function generatedVariables({ input, asker }: Question): object {
  const { station: stationId, code, address } = input;
  const { tenantId, userId, account } = asker;
  const [day, record, place] = [today(), idOf('record'), idOf('place')];
  const audit = (word: string, row: string, id: string, after: object) => ({
    tenantId,
    rowId: idOf(word),
    actorKind: 'USER',
    actorId: userId,
    account,
    act: 'householdCreate',
    record: row,
    recordId: id,
    stationId,
    after,
    requestId: idOf('request'),
    client: 'bench',
  });
  return {
    tenant: tenantId,
    record,
    household: { tenantId, rowId: record, stationId, code, address },
    place: { tenantId, rowId: place, householdId: record, stationId, placeId: stationId, validFrom: day },
    householdAudit: audit('householdAudit', 'Household', record, { code, address, station: stationId }),
    placeAudit: audit('placeAudit', 'HouseholdPlace', place, { household: record, place: stationId, validFrom: day }),
  };
}
