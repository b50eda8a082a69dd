/** The home page's words. */
export const home = {
  home: {
    hello: '%{name}，您好',
    waiting: '今天要办',
    nothingWaits: '现在没有等您办理的事。',
    figures: '主要数字',
    figuresLead: '%{year}年累计或现状，截至今天；下面是比上月末（%{day}）的增减。点数字看报表。',
    toReport: '统计报表',
    change: '比上月末 %{change}',
    same: '与上月末持平',
    areas: '前往',
  },
};
