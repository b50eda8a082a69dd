/** What editions, briefs and forms leave in the audit, and the rights to them. */
export const editionAudit = {
  acts: {
    editionFreeze: '报告定稿',
    editionComment: '批注定稿',
    briefCreate: '新增简报模板',
    briefUpdate: '修改简报模板',
    reportFormCreate: '新增报表',
    reportFormUpdate: '修改报表',
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
