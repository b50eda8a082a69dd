/** The words of counties. */
export const tenants = {
  tenants: {
    name: 'County |||| Counties',
    menu: 'Counties',
    what: 'The counties on this platform',
    empty: 'There are no counties yet.',
    open: 'Open a county',
    lead: 'A county is opened by its national code: its townships become stations from the national list; villages are entered or imported by the county later.',
    fields: {
      code: 'National code',
      name: 'Name',
      kind: 'Kind',
      above: 'Above',
      practiceLabel: 'Practice label',
      levelNames: 'Names of levels',
      adminAccount: 'Administrator’s account',
      adminName: 'Administrator’s name',
    },
    help: {
      code: 'Six digits, such as 620981 (Yumen)',
      practiceLabel: 'Such as 新时代文明实践, with levels 中心, 所, 站; left out, they are 县级, 镇, 村',
      adminAccount: 'The part before the @, such as admin; to sign in: admin@ and the code',
    },
    opened: {
      title: '%{name} is open',
      once: 'The first password is shown this once and cannot be seen again. Hand it to the administrator in person or by a way you trust; it must be changed at the first sign-in.',
      account: 'Account',
      password: 'First password',
    },
  },
};
