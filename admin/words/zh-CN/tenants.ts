/** The words of counties. */
export const tenants = {
  tenants: {
    name: '县（市、区）',
    menu: '县（市、区）',
    what: '开通的县（市、区）',
    empty: '还没有开通的县。',
    open: '开通县（市、区）',
    lead: '按国家行政区划代码开通：乡镇按国家区划名录自动设为单位，村居由该县以后导入或新设。',
    fields: {
      code: '行政区划代码',
      name: '名称',
      kind: '类别',
      above: '上级',
      practiceLabel: '实践称谓',
      levelNames: '层级名称',
      adminAccount: '管理员账号',
      adminName: '管理员姓名',
    },
    help: {
      code: '六位数字，如 620981（玉门市）',
      practiceLabel: '如“新时代文明实践”，层级即称中心、所、站；不填则称县级、镇、村',
      adminAccount: '@ 之前的部分，如 admin；登录时写 admin@行政区划代码',
    },
    opened: {
      title: '%{name}已开通',
      once: '初始密码只显示这一次，关闭后无法再看到。请当面或通过可靠的方式交给管理员，首次登录须修改。',
      account: '账号',
      password: '初始密码',
    },
  },
};
