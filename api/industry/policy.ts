import { policy, Role, type Rule } from '../access/index.js';
import { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from '../programmes/index.js';

/** Who may read, edit and decide on industry programmes. */
policy<ProgrammeRuled>({
  'industry.read': {
    says: { zh: '查看产业项目', en: 'see industry programmes' },
    roles: [...readers, Role.FINANCE_REVIEWER],
    scopes: ['INDUSTRY'],
  },
  'industry.enrol': {
    says: { zh: '登记发放、成活和种养意愿', en: 'enter distributions, survival checks and intentions' },
    roles: [Role.INDUSTRY_EDITOR, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
  'industry.edit': { says: { zh: '编辑产业项目', en: 'edit industry programmes' }, roles: [Role.INDUSTRY_EDITOR] },
  'industry.approve': {
    says: { zh: '审批产业项目', en: 'decide on industry programmes' },
    roles: approvers,
    rules: [notOwnEntry, approverOfLevel],
  },
});

/** Nobody lets a dividend be paid that they entered, settled or published themselves. */
const notOwnDividend: Rule<ProgrammeRuled> = {
  name: 'ownEntry',
  refuses: (actor, plan) =>
    plan.authorIds?.includes(actor.id)
      ? {
          zh: '这个分红方案由您本人录入、确定或公示，须由他人审核。',
          en: 'You entered, settled or published this dividend yourself; somebody else has to approve its payment.',
        }
      : null,
};

/** Who lets a dividend be paid. */
policy<ProgrammeRuled>({
  'dividend.review': {
    says: { zh: '审核分红发放', en: 'approve the payment of a dividend' },
    roles: [Role.FINANCE_REVIEWER],
    rules: [notOwnDividend],
  },
});
