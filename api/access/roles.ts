import { registerEnumType } from 'type-graphql';
import type { Message } from '../kernel/index.js';

/** The sixteen roles of the product. A role is held at a station, from a day to a day, and reaches its subtree. */
export enum Role {
  PLATFORM_OPERATOR = 'PLATFORM_OPERATOR',
  TENANT_ADMIN = 'TENANT_ADMIN',
  CENTRE_DIRECTOR = 'CENTRE_DIRECTOR',
  COUNTY_LEADER = 'COUNTY_LEADER',
  TRAINING_EDITOR = 'TRAINING_EDITOR',
  JOBS_EDITOR = 'JOBS_EDITOR',
  INDUSTRY_EDITOR = 'INDUSTRY_EDITOR',
  FINANCE_REVIEWER = 'FINANCE_REVIEWER',
  OFFICE_DIRECTOR = 'OFFICE_DIRECTOR',
  OFFICE_CLERK = 'OFFICE_CLERK',
  STATION_LEAD = 'STATION_LEAD',
  HELPER = 'HELPER',
  TEAM_LEADER = 'TEAM_LEADER',
  VOLUNTEER = 'VOLUNTEER',
  SHOPKEEPER = 'SHOPKEEPER',
  INSPECTOR = 'INSPECTOR',
}

export type StationLevelName = 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

/** What a role is called, at which levels of the tree it may be held, and which roles its holder may give to others. */
export interface RoleFacts {
  says: Message;
  levels: readonly StationLevelName[];
  grants: readonly Role[];
}

const county = ['COUNTY'] as const;
const town = ['TOWNSHIP'] as const;
const everyCountyRole = Object.values(Role).filter((role) => role !== Role.PLATFORM_OPERATOR);
const townRoles = [Role.OFFICE_CLERK, Role.STATION_LEAD, Role.HELPER, Role.TEAM_LEADER, Role.SHOPKEEPER];

/** Who holds what where, and who grants what (domain: features, section 4). */
export const roles: Readonly<Record<Role, RoleFacts>> = {
  PLATFORM_OPERATOR: { says: { zh: '平台运维', en: 'platform operator' }, levels: [], grants: [Role.TENANT_ADMIN] },
  TENANT_ADMIN: { says: { zh: '县级管理员', en: 'county administrator' }, levels: county, grants: everyCountyRole },
  CENTRE_DIRECTOR: { says: { zh: '中心主任', en: 'centre director' }, levels: county, grants: [] },
  COUNTY_LEADER: { says: { zh: '县领导', en: 'county leader' }, levels: county, grants: [] },
  TRAINING_EDITOR: { says: { zh: '培训专干', en: 'training editor' }, levels: ['COUNTY', 'TOWNSHIP'], grants: [] },
  JOBS_EDITOR: { says: { zh: '就业专干', en: 'jobs editor' }, levels: ['COUNTY', 'TOWNSHIP'], grants: [] },
  INDUSTRY_EDITOR: { says: { zh: '产业专干', en: 'industry editor' }, levels: ['COUNTY', 'TOWNSHIP'], grants: [] },
  FINANCE_REVIEWER: { says: { zh: '财务审核', en: 'finance reviewer' }, levels: county, grants: [] },
  OFFICE_DIRECTOR: { says: { zh: '所长', en: 'office director' }, levels: town, grants: townRoles },
  OFFICE_CLERK: { says: { zh: '所办事员', en: 'office clerk' }, levels: town, grants: [] },
  STATION_LEAD: {
    says: { zh: '站长（第一书记、村支书）', en: 'station lead' },
    levels: ['VILLAGE'],
    grants: [Role.HELPER, Role.VOLUNTEER],
  },
  HELPER: { says: { zh: '帮扶责任人', en: 'helper' }, levels: ['TOWNSHIP', 'VILLAGE'], grants: [] },
  TEAM_LEADER: { says: { zh: '服务队队长', en: 'team leader' }, levels: ['COUNTY', 'TOWNSHIP', 'VILLAGE'], grants: [] },
  VOLUNTEER: { says: { zh: '志愿者', en: 'volunteer' }, levels: ['COUNTY', 'TOWNSHIP', 'VILLAGE'], grants: [] },
  SHOPKEEPER: { says: { zh: '积分超市管理员', en: 'shopkeeper' }, levels: ['TOWNSHIP', 'VILLAGE'], grants: [] },
  INSPECTOR: { says: { zh: '督查员', en: 'inspector' }, levels: county, grants: [] },
};

registerEnumType(Role, {
  name: 'Role',
  description:
    'What a person is appointed to （角色）. A role is held at a station, from a day to a day, and reaches its subtree.',
  valuesConfig: Object.fromEntries(
    Object.entries(roles).map(([name, { says }]) => [name, { description: `The ${says.en} （${says.zh}）.` }]),
  ),
});
