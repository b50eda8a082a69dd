/** What editions, briefs and forms leave in the audit, and the rights to them. */
export const editionAudit = {
  acts: {
    editionFreeze: 'Report frozen',
    editionComment: 'Edition commented on',
    briefCreate: 'Brief written',
    briefUpdate: 'Brief rewritten',
    reportFormCreate: 'Form laid out',
    reportFormUpdate: 'Form laid out anew',
    briefRetire: 'Brief retired',
    briefReinstate: 'Brief in use again',
    reportFormRetire: 'Form retired',
    reportFormReinstate: 'Form in use again',
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

/** The words of frozen reports. */
export const editions = {
  editions: {
    name: 'Edition |||| Editions',
    menu: 'Editions',
    what: 'Frozen reports, their hash, what changed since, and comments',
    empty: 'There is no edition yet. Choose metrics and a period under “Reports” and freeze the report.',
    fields: {
      title: 'Title',
      station: 'Station',
      period: 'Period',
      asOf: 'As of',
      metrics: 'Metrics',
      by: 'Lines',
      split: 'Split',
      compare: 'Compared with',
      frozenByName: 'Frozen by',
      createdAt: 'Frozen at',
      hash: 'Hash',
    },
    filters: { within: 'Station (and below)' },
    freeze: 'Freeze',
    freezeTitle: 'Freeze the report',
    freezeEffect:
      'What the report was asked for and all its figures are kept as they are and cannot be changed; once data are corrected it can be frozen again.',
    frozen: 'Frozen',
    live: 'Open live report',
    intact: 'Intact',
    broken: 'Not intact: what is kept is not what was frozen',
    paper: 'Of this edition:',
    rowsOfToday: 'The figures are those that were frozen; the rows that they open are those of today.',
    drift: 'Changed since',
    noDrift: 'Nothing has changed: counted anew for the same question and day, every figure is that of the edition.',
    drifted:
      'Counted anew for the same question and day, %{count} figures differ from the edition (totals among them):',
    driftColumns: { line: 'Station', metric: 'Metric', was: 'Frozen', now: 'Now' },
    comments: 'Comments',
    noComments: 'There is no comment yet.',
    comment: 'Comment',
    addComment: 'Add comment',
  },
};

/** The words of briefs. */
export const briefs = {
  briefs: {
    name: 'Brief |||| Briefs',
    menu: 'Briefs',
    what: 'Sentences from templates, each figure of which opens its rows',
    empty: 'There is no brief yet.',
    create: 'New brief',
    edit: 'Edit: %{title}',
    fields: {
      title: 'Title',
      titleZh: 'Title in Chinese',
      titleEn: 'Title in English',
      textZh: 'Text in Chinese',
      textEn: 'Text in English',
      station: 'Station',
      stationId: 'Station',
      period: 'Period',
      asOf: 'As of',
      createdAt: 'Written at',
    },
    filters: { within: 'Station (and below)', isRetired: 'Retired ones' },
    periodHelp: 'Written 2020-03, 2020-Q1, 2020, 2020-01-01..2020-03-23 or ..2020-03-23',
    asOfHelp: 'The day of reading where empty',
    textHelp:
      'Figures stand in braces, as in {households.count split=STATUS:REGISTERED}; both languages state the same ones.',
    outside: 'Some figures lie outside your rights; choose a station where you hold a grant.',
    preview: 'Preview',
    faults: '%{count} to be put right:',
  },
};

/** The words of forms. */
export const reportForms = {
  reportForms: {
    name: 'Form |||| Forms',
    menu: 'Forms',
    what: 'Sheets that higher levels ask for, filled in and taken as a workbook',
    empty: 'There is no form yet.',
    fields: { title: 'Name', station: 'Station', period: 'Period', createdAt: 'Laid out at' },
    filters: { within: 'Station (and below)', isRetired: 'Retired ones' },
    download: 'Download Excel',
  },
};
