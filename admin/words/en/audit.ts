/** The words of the audit log. */
export const audit = {
  auditEntries: {
    name: 'Audit entry |||| Audit entries',
    menu: 'Audit log',
    what: 'Who changed what, and when',
    empty: 'There are no audit entries yet.',
  },
};
