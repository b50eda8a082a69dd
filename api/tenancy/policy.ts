import { policy, Role } from '../access/index.js';

const everyone = Object.values(Role).filter((role) => role !== Role.PLATFORM_OPERATOR);

/** Who may see and manage the county's tree, people, grants and keys. */
policy({
  'tenant.read': { says: { zh: '查看各县', en: 'see the counties of the platform' }, roles: [Role.PLATFORM_OPERATOR] },
  'tenant.create': { says: { zh: '开通县', en: 'open a county' }, roles: [Role.PLATFORM_OPERATOR] },
  'station.read': {
    says: { zh: '查看阵地', en: 'see the station tree' },
    roles: everyone,
    isCountyWide: true,
    scopes: ['STATIONS'],
  },
  'station.edit': { says: { zh: '维护阵地', en: 'change the station tree' }, roles: [Role.TENANT_ADMIN] },
  'user.read': {
    says: { zh: '查看用户', en: 'see people and their grants' },
    roles: [Role.TENANT_ADMIN, Role.CENTRE_DIRECTOR, Role.OFFICE_DIRECTOR, Role.STATION_LEAD, Role.INSPECTOR],
  },
  'user.edit': {
    says: { zh: '维护用户', en: 'add people and reset their passwords' },
    roles: [Role.TENANT_ADMIN, Role.OFFICE_DIRECTOR, Role.STATION_LEAD],
  },
  'grant.edit': {
    says: { zh: '授予和终止任职', en: 'give and end grants' },
    roles: [Role.TENANT_ADMIN, Role.OFFICE_DIRECTOR, Role.STATION_LEAD],
  },
  'apiKey.edit': { says: { zh: '管理接口密钥', en: 'manage partner keys' }, roles: [Role.TENANT_ADMIN] },
});
