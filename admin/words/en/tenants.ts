/** The words of counties. */
export const tenants = {
  tenants: {
    name: 'County |||| Counties',
    menu: 'Counties',
    what: 'The counties on this platform',
    empty: 'There are no counties yet.',
  },
};
