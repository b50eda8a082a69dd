import { Role } from '../../access/index.js';

/** A demo account: its local name, its role, and where it is held: the county, or a town or village by code. */
export interface DemoAccount {
  local: string;
  role: Role;
  stationCode: string;
}

/** The towns that the articles tell of, with the word that their accounts carry and one village each. */
const towns: Readonly<Record<string, readonly { code: string; word: string; village: string }[]>> = {
  '620981': [
    { code: '620981102', word: 'chijin', village: '620981102200' },
    { code: '620981105', word: 'huangzhawan', village: '620981105202' },
  ],
  '653123': [{ code: '653123204', word: 'setili', village: '653123204203' }],
  '620702': [{ code: '620702202', word: 'longqu', village: '620702202203' }],
  '450481': [{ code: '450481108', word: 'daye', village: '450481108213' }],
  '141034': [{ code: '141034100', word: 'yongan', village: '141034100207' }],
};

const countyRoles: readonly [string, Role][] = [
  ['admin', Role.TENANT_ADMIN],
  ['director', Role.CENTRE_DIRECTOR],
  ['leader', Role.COUNTY_LEADER],
  ['training', Role.TRAINING_EDITOR],
  ['jobs', Role.JOBS_EDITOR],
  ['industry', Role.INDUSTRY_EDITOR],
  ['finance', Role.FINANCE_REVIEWER],
  ['inspector', Role.INSPECTOR],
];

const townRoles: readonly [string, Role][] = [
  ['office', Role.OFFICE_DIRECTOR],
  ['clerk', Role.OFFICE_CLERK],
  ['training', Role.TRAINING_EDITOR],
  ['jobs', Role.JOBS_EDITOR],
  ['industry', Role.INDUSTRY_EDITOR],
  ['shop', Role.SHOPKEEPER],
];

const villageRoles: readonly [string, Role][] = [
  ['station', Role.STATION_LEAD],
  ['helper', Role.HELPER],
  ['team', Role.TEAM_LEADER],
  ['volunteer', Role.VOLUNTEER],
];

/** Every demo account of a county: each county role at least once, and the towns' own people. */
export function demoAccounts(county: string): DemoAccount[] {
  const atCounty = countyRoles.map(([local, role]) => ({ local, role, stationCode: county }));
  const atTowns = (towns[county] ?? []).flatMap(({ code, word, village }) => [
    ...townRoles.map(([local, role]) => ({ local: `${local}.${word}`, role, stationCode: code })),
    ...villageRoles.map(([local, role]) => ({ local: `${local}.${word}`, role, stationCode: village })),
  ]);
  return [...atCounty, ...atTowns];
}

const familyNames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const givenNames = [
  '安',
  '和',
  '乐',
  '明',
  '清',
  '远',
  '芳',
  '宁',
  '春',
  '禾',
  '川',
  '晓',
  '辰',
  '岚',
  '林',
  '悦',
  '平',
];

/** An invented name that says that it is invented. */
export function inventedName(index: number): string {
  const family = familyNames[index % familyNames.length] ?? '某';
  const given = givenNames[(index * 7) % givenNames.length] ?? '某';
  return `${family}${given}（示例）`;
}
