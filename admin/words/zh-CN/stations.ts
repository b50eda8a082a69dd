/** The words of stations. */
export const stations = {
  stations: {
    name: '阵地',
    menu: '阵地',
    what: '县、镇乡、村居三级的组织树',
    empty: '还没有阵地。',
    fields: {
      name: '名称',
      code: '代码',
      level: '层级',
      settlement: '村或社区',
      parent: '上级',
      openedOn: '设立',
      closedOn: '撤销',
      isOpen: '在用',
    },
  },
};
