/** The words of reports. */
export const reports = {
  reports: {
    name: 'Report |||| Reports',
    menu: 'Reports',
    what: 'Programmes across towns',
    empty: 'There are no programmes in this period.',
  },
};
