/** The words of reports. */
export const reports = {
  reports: {
    name: '统计',
    menu: '统计',
    what: '跨镇的项目统计',
    empty: '这段期间没有项目。',
  },
};
