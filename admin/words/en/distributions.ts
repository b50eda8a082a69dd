/** Labels of the enums of distributions, intentions and livestock. */
export const distributionEnums = {
  LivestockMode: {
    GROUP_PURCHASE: 'Raised by the household',
    AGENT_RAISE: 'Entrusted for a dividend',
  },
  Species: {
    SHEEP: 'Sheep',
    CATTLE: 'Cattle',
    PIG: 'Pigs',
    DONKEY: 'Donkeys',
  },
  ContractState: {
    WILLING: 'Willing',
    CHECKED: 'Pen checked',
    SIGNED: 'Signed',
    RUNNING: 'Running',
    COMPLETED: 'Completed',
    BREACHED: 'Broken off',
  },
  InstalmentKind: {
    DIVIDEND: 'Dividend',
    PRINCIPAL: 'Principal',
  },
  DeliveryKind: {
    IN_KIND: 'In kind',
    AT_VALUE: 'At value',
  },
  SpecialtyState: {
    PLANNED: 'Proposed',
    ADOPTED: 'Settled',
  },
};

/** Labels of the permissions over what is entered of distributions and intentions. */
export const distributionPermissions = {
  INDUSTRY_ENROL: 'Enter distributions, survival checks and intentions',
};
