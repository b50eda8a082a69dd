/** The words of the audit log. */
export const audit = {
  auditEntries: {
    name: '审计记录',
    menu: '审计',
    what: '谁在何时改了什么',
    empty: '还没有审计记录。',
  },
};
