/** The words of counties. */
export const tenants = {
  tenants: {
    name: '县（市、区）',
    menu: '县（市、区）',
    what: '开通的县（市、区）',
    empty: '还没有开通的县。',
  },
};
