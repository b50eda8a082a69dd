import { listColumns } from '../reading/index.js';

const inForce = {
  fields: ['isInForce'],
  counts: ({ isInForce }: Readonly<Record<string, unknown>>) => isInForce === true,
};

/** Accounts as a file. */
export const userColumns = listColumns('users', { zh: '账号清单', en: 'Accounts' }, [
  ['account', '账号', 'Account'],
  ['name', '姓名', 'Name'],
  ['station.name', '所在阵地', 'Station'],
  ['grants.role', '现任角色', 'Roles today', inForce],
  ['isDisabled', '停用', 'Disabled'],
  ['lastSignInAt', '最近登录', 'Last sign-in'],
  ['createdAt', '登记时间', 'Entered'],
]);
