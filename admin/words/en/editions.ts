/** What editions, briefs and forms leave in the audit, and the rights to them. */
export const editionAudit = {
  acts: {
    editionFreeze: 'Report frozen',
    editionComment: 'Edition commented on',
    briefCreate: 'Brief written',
    briefUpdate: 'Brief rewritten',
    reportFormCreate: 'Form laid out',
    reportFormUpdate: 'Form laid out anew',
  },
  records: {
    Edition: 'Edition',
    EditionFigures: 'Figures of an edition',
    EditionComment: 'Comment on an edition',
    Brief: 'Brief',
    ReportForm: 'Form',
  },
};

export const editionPermissions = {
  REPORT_FREEZE: 'Freeze reports',
  EDITION_READ: 'Read frozen reports',
  BRIEF_READ: 'Read briefs',
  BRIEF_EDIT: 'Write templates of briefs',
  REPORT_FORM_READ: 'Fill in forms',
  REPORT_FORM_EDIT: 'Lay out forms',
};
