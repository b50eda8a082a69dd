/** The home page's words. */
export const home = {
  home: {
    hello: '%{name}，您好',
    waiting: '今天要办',
    nothingWaits: '现在没有等您办理的事。',
    figures: '%{year} 年项目数',
    toReport: '跨镇统计',
    kind: '类别',
    change: '小字为比上月末的增减。',
    areas: '前往',
  },
};
