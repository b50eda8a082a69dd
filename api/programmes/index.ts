import './policy.js';
import { Programme } from './programme.js';
import { ProgrammeResolver, ProgrammeRevisionResolver } from './programme.resolver.js';
import { ProgrammeRevision } from './revision.js';
import { StationProgrammesResolver } from './stationProgrammes.resolver.js';
import { ProgrammeStep } from './step.js';

export { type ProgrammeAsOf, programmesAsOf, programmesOn } from './asOf.js';
export { allProgrammeColumns, programmeColumns } from './columns.js';
export { type Content, checkCount, contentOf, needed } from './content.js';
export { FundSource, ProgrammeAct, ProgrammeKind, ProgrammeState } from './enums.js';
export { findForChange, findRuled } from './find.js';
export { ruledOf } from './judge.js';
export { allKinds, defineKind, factsOf, type KindFacts, type KindNeeds, type OwnFields, readReach } from './kind.js';
export { programmeResolver } from './kind.resolver.js';
export { isOfReadableKind, kindList, programmeList } from './list.js';
export { enterPast, type Past, type PastStep } from './past.js';
export { KindFilter, ProgrammeCreateInput, ProgrammeFilter, ProgrammeUpdateInput } from './programme.input.js';
export { Programme } from './programme.js';
export { ProgrammeConnection } from './programme.resolver.js';
export { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from './rights.js';
export { programmesPort } from './stationPort.js';
export { ProgrammeStep } from './step.js';

export const entities = [Programme, ProgrammeStep, ProgrammeRevision] as const;
export const resolvers = [ProgrammeResolver, ProgrammeRevisionResolver, StationProgrammesResolver] as const;
