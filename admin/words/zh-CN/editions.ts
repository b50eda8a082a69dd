/** What editions, briefs and forms leave in the audit, and the rights to them. */
export const editionAudit = {
  acts: {
    editionFreeze: '报告定稿',
    editionComment: '批注定稿',
    briefCreate: '新增简报模板',
    briefUpdate: '修改简报模板',
    reportFormCreate: '新增报表',
    reportFormUpdate: '修改报表',
    briefRetire: '停用简报模板',
    briefReinstate: '恢复使用简报模板',
    reportFormRetire: '停用报表',
    reportFormReinstate: '恢复使用报表',
  },
  records: {
    Edition: '报告定稿',
    EditionFigures: '定稿内容',
    EditionComment: '定稿批注',
    Brief: '简报模板',
    ReportForm: '报表',
  },
};

export const editionPermissions = {
  REPORT_FREEZE: '报告定稿',
  EDITION_READ: '查看定稿',
  BRIEF_READ: '查看简报',
  BRIEF_EDIT: '编写简报模板',
  REPORT_FORM_READ: '查看和填报报表',
  REPORT_FORM_EDIT: '设计报表',
};

/** The words of frozen reports. */
export const editions = {
  editions: {
    name: '报告定稿',
    menu: '报告定稿',
    what: '定稿的报告、校验与变动、批注',
    empty: '还没有定稿。在“统计”里选好指标和期间，按“定稿”。',
    fields: {
      title: '标题',
      station: '单位',
      period: '期间',
      asOf: '截至日',
      metrics: '指标',
      by: '统计到',
      split: '细分',
      compare: '对比',
      frozenByName: '定稿人',
      createdAt: '定稿时间',
      hash: '校验码',
    },
    filters: { within: '单位（含下级）' },
    freeze: '定稿',
    freezeTitle: '报告定稿',
    freezeEffect: '当前报表的条件和全部数字将原样保存，以后不能修改；数据更正后可以再定稿一次。',
    frozen: '已定稿',
    live: '打开现数报表',
    intact: '校验相符',
    broken: '校验不符：保存的内容与定稿时不同',
    paper: '定稿信息：',
    rowsOfToday: '表中数字为定稿数；点开看到的明细是现在的。',
    drift: '与现数的变动',
    noDrift: '没有变动：按同样的条件和截至日重新计算，各数与定稿一致。',
    drifted: '按同样的条件和截至日重新计算，有 %{count} 个数与定稿不同（含合计）：',
    driftColumns: { line: '单位名称', metric: '指标', was: '定稿数', now: '现数' },
    comments: '批注',
    noComments: '还没有批注。',
    comment: '写批注',
    addComment: '添加批注',
  },
};

/** The words of briefs. */
export const briefs = {
  briefs: {
    name: '简报',
    menu: '简报',
    what: '按模板写成的简报，文中每个数点开看明细',
    empty: '还没有简报。',
    create: '新增简报',
    edit: '修改：%{title}',
    fields: {
      title: '标题',
      titleZh: '中文标题',
      titleEn: '英文标题',
      textZh: '中文正文',
      textEn: '英文正文',
      station: '单位',
      stationId: '单位',
      period: '期间',
      asOf: '截至日',
      createdAt: '创建时间',
    },
    filters: { within: '单位（含下级）', isRetired: '已停用的' },
    periodHelp: '写成 2020-03、2020-Q1、2020、2020-01-01..2020-03-23 或 ..2020-03-23',
    asOfHelp: '不填为阅读当天',
    textHelp: '数写在花括号里，如 {households.count split=STATUS:REGISTERED}；两种语言写同样的数。',
    outside: '文中有的数不在您的权限内；请把范围改为您任职的单位。',
    preview: '预览',
    faults: '有 %{count} 处要改：',
  },
};

/** The words of forms. */
export const reportForms = {
  reportForms: {
    name: '报表',
    menu: '报表',
    what: '上级要求的固定报表，按期填好，下载 Excel',
    empty: '还没有报表。',
    fields: { title: '名称', station: '填报单位', period: '期间', createdAt: '创建时间' },
    filters: { within: '单位（含下级）', isRetired: '已停用的' },
    download: '下载 Excel',
  },
};
