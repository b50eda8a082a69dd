/** The tree of the asker's county on a day (today if none is given): the county, its townships, their villages. */
export const STATION_TREE = /* GraphQL */ `
  query StationTree($asOf: Date) {
    stationTree(asOf: $asOf) {
      station { ...TreeStation }
      children {
        station { ...TreeStation }
        children {
          station { ...TreeStation }
        }
      }
    }
  }
  fragment TreeStation on Station { id code name pinyin initials level settlement version closedOn }
`;
