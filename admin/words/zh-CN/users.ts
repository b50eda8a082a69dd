/** The words of accounts. */
export const users = {
  users: {
    name: '账号',
    menu: '账号',
    what: '账号、角色与权限说明',
    empty: '还没有账号。',
    fields: {
      account: '账号',
      name: '姓名',
      station: '所在阵地',
      isDisabled: '已停用',
      lastSignInAt: '最近登录',
      role: '角色',
    },
  },
};
