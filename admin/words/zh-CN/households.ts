/** Labels of the enums of the register. */
export const householdEnums = {
  BeneficiaryStatus: {
    REGISTERED: '建档立卡户',
    EXITED: '脱贫户',
    MONITORED_RELAPSE: '脱贫不稳定户',
    MONITORED_MARGINAL: '边缘易致贫户',
    MONITORED_HARDSHIP: '突发严重困难户',
    FIVE_GUARANTEES: '五保户（特困）',
    SUBSISTENCE: '低保户',
  },
  HouseholdChangeKind: {
    SPLIT: '分户',
    MERGE: '合户',
    CLOSE: '注销',
  },
  PersonNumber: {
    ID_NUMBER: '身份证号',
    PHONE: '电话',
  },
  Sex: {
    MALE: '男',
    FEMALE: '女',
  },
  Relation: {
    HEAD: '户主',
    SPOUSE: '配偶',
    CHILD: '子女',
    CHILD_IN_LAW: '女婿、儿媳',
    GRANDCHILD: '孙子女',
    PARENT: '父母',
    GRANDPARENT: '祖父母',
    SIBLING: '兄弟姐妹',
    OTHER: '其他',
  },
};

/** Labels of the permissions over the register. */
export const householdPermissions = {
  HOUSEHOLD_READ: '查看户和人',
  HOUSEHOLD_EDIT: '维护户和人',
  HOUSEHOLD_MOVE: '整户迁移',
  HOUSEHOLD_REVEAL: '查看隐去的号码',
};

/** What the audit calls the acts and records of the register. */
export const householdAudit = {
  acts: {
    householdCreate: '新建户',
    householdUpdate: '修改户信息',
    householdHeadChange: '变更户主',
    householdMove: '整户迁移',
    householdSplit: '分户',
    householdMerge: '合户',
    householdClose: '注销户',
    householdChangeUndo: '撤销户变更',
    householdStatusGive: '认定户类别',
    householdStatusEnd: '终止户类别',
    personCreate: '新增人员',
    personUpdate: '修改人员信息',
    personReveal: '查看号码原文',
    membershipMove: '成员迁入',
    membershipEnd: '成员迁出',
    personalKeysRotate: '更换个人信息密钥',
  },
  records: {
    Household: '户',
    HouseholdPlace: '户所在村居',
    HouseholdStatus: '户类别',
    HouseholdChange: '户变更',
    Person: '人员',
    Membership: '户籍成员',
  },
};
