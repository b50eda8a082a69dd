/**
 * What reading does not plan, and why: where a selection holds one of these fields, resolvers answer its root field. The list stands
 * among the house's rules, and not in the API, because nothing at run time reads it; the aim is that it is empty.
 */
export const fallbacks: Readonly<Record<string, string>> = {
  'AuditEntry.byKind': 'AuditEntry.byKind does not say how it is read',
  'AuditEntry.changes': 'AuditEntry.changes does not say how it is read',
  'AuditEntry.sealNo': 'AuditEntry.sealNo does not say how it is read',
  'AuditEntry.station': 'AuditEntry.station does not say how it is read',
  'IndustryProgramme.nextSteps': 'IndustryProgramme.nextSteps does not say how it is read',
  'IndustryProgramme.plannedQuantity': 'IndustryProgramme.plannedQuantity does not say how it is read',
  'JobProgramme.nextSteps': 'JobProgramme.nextSteps does not say how it is read',
  'ProgrammeRevision.changes': 'ProgrammeRevision.changes does not say how it is read',
  'Query.apiKeys': 'Query.apiKeys does not say how it is read',
  'Query.auditCheck': 'Query.auditCheck does not say how it is read',
  'Query.crossTownReport': 'Query.crossTownReport does not say how it is read',
  'Query.explainAccess': 'Query.explainAccess does not say how it is read',
  'Query.grantableRoles': 'Query.grantableRoles does not say how it is read',
  'Query.me': 'Query.me does not say how it is read',
  'Query.mySessions': 'Query.mySessions does not say how it is read',
  'Query.stationActPreview': 'Query.stationActPreview does not say how it is read',
  'Query.stations': 'Query.stations does not say how it is read',
  'Query.tenants': 'Query.tenants does not say how it is read',
  'SecurityEvent.station': 'SecurityEvent.station does not say how it is read',
  'Station.history': 'Station.history does not say how it is read',
  'TrainingProgramme.nextSteps': 'TrainingProgramme.nextSteps does not say how it is read',
  'User.grants': 'User.grants does not say how it is read',
  'User.lastSignInAt': 'User.lastSignInAt does not say how it is read',
};
