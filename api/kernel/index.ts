import 'reflect-metadata';

export { Check } from './check.js';
export {
  type Connection,
  connectionType,
  decodeCursor,
  encodeCursor,
  OrderDirection,
  PageArgs,
  PageInfo,
  pageOf,
} from './connection.js';
export { addDays, type Day, isDay, today } from './day.js';
export {
  badInput,
  ErrorCode,
  forbidden,
  InputMistakes,
  type Language,
  type Message,
  type Mistake,
  mistake,
  notFound,
  Refused,
  stale,
  type ThrownCode,
  unauthenticated,
} from './errors.js';
export { FieldChange, fieldChanges, plainText, sideBySide } from './fieldChange.js';
export { DayFilter, type EnumFilter, enumFilter, IdFilter, PeriodInput, TextFilter } from './filter.js';
export { type OrderInput, orderType } from './order.js';
export { packageRoot } from './packageRoot.js';
export { type Attempting, attempt, type PayloadOf, payloadType, UserError } from './payload.js';
export { masked, personalData } from './personal.js';
export {
  allSealed,
  blindIndex,
  currentKey,
  keptSealed,
  keysHoldMs,
  newPersonalKey,
  openPersonalKeys,
  type PersonalKeys,
  personalKeysFrom,
  sealed,
  sealedWith,
  unsealed,
} from './personalKeys.js';
export { pinyinOf, pinyinOfPerson } from './pinyin.js';
export { Quantity, QuantityInput, Unit } from './quantity.js';
export { Node, newId, VersionedRecord, withinTenant } from './record.js';
export { DateScalar, DateTimeScalar, DecimalScalar, MoneyScalar, moneyText } from './scalars.js';
