/** The words of stations. */
export const stations = {
  stations: {
    name: 'Station |||| Stations',
    menu: 'Stations',
    what: 'The tree of county, townships and villages',
    empty: 'There are no stations yet.',
    fields: {
      name: 'Name',
      code: 'Code',
      level: 'Level',
      settlement: 'Village or community',
      parent: 'Parent',
      openedOn: 'Opened',
      closedOn: 'Closed',
      isOpen: 'Open',
    },
  },
};
