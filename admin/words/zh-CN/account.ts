/** The words of one's own account. */
export const account = {
  account: {
    title: '我的账号',
    password: '修改密码',
    current: '当前密码',
    next: '新密码',
    again: '再输一次新密码',
    unlike: '两次输入的新密码不一样',
    rule: '至少 12 个字符，不要用账号或常见密码',
    change: '修改密码',
    changed: '密码已修改，其他登录已退出',
    mustChange: '首次登录请先修改密码，修改后才能使用其他页面。',
    sessions: '登录中的设备',
    seen: '%{from} 登录，最近使用 %{last}',
    thisOne: '本机',
    end: '退出',
    endOthers: '退出其他全部设备',
  },
};
