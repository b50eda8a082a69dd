import { policy, Role } from '../access/index.js';

/** Who sees sums. */
const readers = [
  Role.TENANT_ADMIN,
  Role.CENTRE_DIRECTOR,
  Role.COUNTY_LEADER,
  Role.TRAINING_EDITOR,
  Role.JOBS_EDITOR,
  Role.INDUSTRY_EDITOR,
  Role.FINANCE_REVIEWER,
  Role.OFFICE_DIRECTOR,
  Role.INSPECTOR,
];

/** The centre words what the county says. */
const centre = [Role.TENANT_ADMIN, Role.CENTRE_DIRECTOR];

/** Who sees sums over stations; the rows behind a sum need the reading right of their kind besides. */
policy({
  'report.read': { says: { zh: '查看统计', en: 'see reports' }, roles: readers, scopes: ['REPORTS'] },
});

/**
 * What is made of reports. Whoever sees sums reads it; partners' keys do not, for small cells are hidden from them and a frozen or
 * worded figure has none hidden. Templates hold no figure, so the whole county reads them and each counts what they may see.
 */
policy({
  'report.freeze': {
    says: { zh: '报告定稿', en: 'freeze reports' },
    roles: readers.filter((role) => role !== Role.INSPECTOR),
  },
  'edition.read': { says: { zh: '查看定稿', en: 'read frozen reports and comment on them' }, roles: readers },
  'brief.read': { says: { zh: '查看简报', en: 'read briefs' }, roles: readers, isCountyWide: true },
  'brief.edit': { says: { zh: '编写简报模板', en: 'write templates of briefs' }, roles: centre },
  'reportForm.read': { says: { zh: '查看和填报报表', en: 'fill in forms' }, roles: readers, isCountyWide: true },
  'reportForm.edit': { says: { zh: '设计报表', en: 'lay out forms' }, roles: centre },
});
