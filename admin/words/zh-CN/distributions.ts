/** Labels of the enums of distributions, intentions and livestock. */
export const distributionEnums = {
  LivestockMode: {
    GROUP_PURCHASE: '团购自养',
    AGENT_RAISE: '代养分红',
  },
  Species: {
    SHEEP: '羊',
    CATTLE: '牛',
    PIG: '猪',
    DONKEY: '驴',
  },
  ContractState: {
    WILLING: '有意愿',
    CHECKED: '圈舍已查验',
    SIGNED: '已签约',
    RUNNING: '履行中',
    COMPLETED: '已完成',
    BREACHED: '已违约',
  },
  InstalmentKind: {
    DIVIDEND: '年度分红',
    PRINCIPAL: '返还本金',
  },
  DeliveryKind: {
    IN_KIND: '实物',
    AT_VALUE: '折价',
  },
  SpecialtyState: {
    PLANNED: '拟定',
    ADOPTED: '已确定',
  },
};

/** Labels of the permissions over what is entered of distributions and intentions. */
export const distributionPermissions = {
  INDUSTRY_ENROL: '登记发放、成活和种养意愿',
};
