export { DEMO_COUNTIES, demoStationPlaces } from './demo.js';
export { parentsOf, placeOf, townshipsOf, villagesOf } from './nation.js';
export {
  type CountyKind,
  countyKind,
  type Place,
  type PlaceLevel,
  type Settlement,
  settlementOf,
  shortName,
  type TownshipKind,
  townshipKind,
} from './place.js';
export { type FilePlace, PlaceFileError, type PlaceFileProblem, parsePlaceFile } from './placeFile.js';
