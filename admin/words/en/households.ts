/** Labels of the enums of the register. */
export const householdEnums = {
  BeneficiaryStatus: {
    REGISTERED: 'Registered as poor',
    EXITED: 'Out of poverty',
    MONITORED_RELAPSE: 'Not yet steady',
    MONITORED_MARGINAL: 'At the edge',
    MONITORED_HARDSHIP: 'Sudden hardship',
    FIVE_GUARANTEES: 'Destitute',
    SUBSISTENCE: 'Subsistence allowance',
  },
  HouseholdChangeKind: {
    SPLIT: 'split',
    MERGE: 'merger',
    CLOSE: 'struck off',
  },
  PersonNumber: {
    ID_NUMBER: 'identity number',
    PHONE: 'telephone',
  },
  Sex: {
    MALE: 'Male',
    FEMALE: 'Female',
  },
  Relation: {
    HEAD: 'Head',
    SPOUSE: 'Spouse',
    CHILD: 'Child',
    CHILD_IN_LAW: 'Child-in-law',
    GRANDCHILD: 'Grandchild',
    PARENT: 'Parent',
    GRANDPARENT: 'Grandparent',
    SIBLING: 'Sibling',
    OTHER: 'Other',
  },
};

/** Labels of the permissions over the register. */
export const householdPermissions = {
  HOUSEHOLD_READ: 'See households',
  HOUSEHOLD_EDIT: 'Keep households',
  HOUSEHOLD_MOVE: 'Move a household',
  HOUSEHOLD_REVEAL: 'See masked numbers',
};

/** What the audit calls the acts and records of the register. */
export const householdAudit = {
  acts: {
    householdCreate: 'Household entered',
    householdUpdate: 'Household corrected',
    householdHeadChange: 'Head changed',
    householdMove: 'Household moved',
    householdSplit: 'Household split',
    householdMerge: 'Households merged',
    householdClose: 'Household struck off',
    householdChangeUndo: 'Change of households undone',
    householdStatusGive: 'Status given',
    householdStatusEnd: 'Status ended',
    personCreate: 'Person entered',
    personUpdate: 'Person corrected',
    personReveal: 'Number looked at',
    membershipMove: 'Member joined',
    membershipEnd: 'Member left',
    personalKeysRotate: 'Keys of personal data rotated',
  },
  records: {
    Household: 'Household',
    HouseholdPlace: 'Place of a household',
    HouseholdStatus: 'Status of a household',
    HouseholdChange: 'Change of a household',
    Person: 'Person',
    Membership: 'Membership',
  },
};
