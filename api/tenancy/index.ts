import './policy.js';
import { ApiKeyResolver } from './apiKey.resolver.js';
import { Grant } from './grant.js';
import { GrantResolver } from './grant.resolver.js';
import { MeResolver } from './me.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { Station, StationName, StationParent } from './station.js';
import { StationResolver } from './station.resolver.js';
import { StationActResolver } from './stationAct.resolver.js';
import { Tenant } from './tenant.js';
import { TenantResolver } from './tenant.resolver.js';
import { User } from './user.js';
import { UserResolver } from './user.resolver.js';

export { actorOfKey, type FoundKey, type KeyRefusal } from './apiKey.actor.js';
export { userColumns } from './columns.js';
export { enterCounty, type NewCounty, type OpenedCounty, openCounty } from './county.service.js';
export { Directory, directory, type Placed, withinReach } from './directory.js';
export { openRecordFinders, type RecordFinder } from './explain.js';
export { Grant } from './grant.js';
export { demandEntry, heldOrOffered, type Offer } from './offered.js';
export { hashPassword, passwordFits } from './password.js';
export { enterGrant, enterPeople, enterPerson, isLocalName, localNameRule } from './person.js';
export { DEMO_COUNTIES, demoStationPlaces, PlaceFileError, parsePlaceFile } from './places/places.js';
export { sessionCheck, sessionFind, sessionKey } from './session.lookUp.js';
export { actorOfFound, actorOfSession, idleMinutes, isTouchDue, mostHours } from './signIn.service.js';
export { findStanding, type Standing } from './standing.js';
export { renameSince } from './station.dates.js';
export { Settlement, Station, StationLevel } from './station.js';
export {
  heldWithin,
  idIn,
  isChild,
  isInForce,
  isOpen,
  isThereStation,
  named,
  needsStation,
  parentId,
  rootOfTree,
  stationField,
  subtreeIds,
  withinStation,
} from './station.reads.js';
export { openStationPorts, recordsPort, type StationPort } from './stationPort.js';
export { Tenant, TenantKind } from './tenant.js';
export { openTenant, plantTree } from './tenant.service.js';
export { User } from './user.js';

export const entities = [Tenant, Station, StationName, StationParent, User, Grant] as const;
export const resolvers = [
  MeResolver,
  StationResolver,
  StationActResolver,
  UserResolver,
  GrantResolver,
  SessionResolver,
  TenantResolver,
  ApiKeyResolver,
] as const;
