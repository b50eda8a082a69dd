/** The words of accounts. */
export const users = {
  users: {
    name: 'Account |||| Accounts',
    menu: 'Accounts',
    what: 'Accounts, roles and why',
    empty: 'There are no accounts yet.',
    fields: {
      account: 'Account',
      name: 'Name',
      station: 'Station',
      isDisabled: 'Disabled',
      lastSignInAt: 'Last sign-in',
      role: 'Role',
    },
  },
};
