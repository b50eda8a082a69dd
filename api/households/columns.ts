import { inForceToday, listColumns } from '../reading/index.js';

/** Households as a file. */
export const householdColumns = listColumns('households', { zh: '户清单', en: 'Households' }, [
  ['code', '户编号', 'Number'],
  ['headName', '户主', 'Head'],
  ['station.parent.name', '所属乡镇', 'Town'],
  ['station.name', '所在村居', 'Village'],
  ['size', '人口', 'Members'],
  ['statuses.status', '户类别', 'Status', inForceToday],
  ['address', '住址', 'Address'],
  ['isClosed', '已注销', 'Struck off'],
]);

/** People as a file; numbers as every list shows them, masked. */
export const personColumns = listColumns('persons', { zh: '人员清单', en: 'People' }, [
  ['name', '姓名', 'Name'],
  ['sex', '性别', 'Sex'],
  ['birthDay', '出生日期', 'Day of birth'],
  ['idNumberMasked', '身份证号', 'Identity number'],
  ['phoneMasked', '电话', 'Telephone'],
  ['household.code', '户编号', 'Number of the household'],
  ['household.headName', '户主', 'Head'],
  ['station.parent.name', '上级单位', 'Above'],
  ['station.name', '所在村居或单位', 'Village or station'],
  ['canWork', '有劳动能力', 'Able to work'],
  ['isStudent', '在校生', 'At school'],
  ['isCadre', '干部', 'Cadre'],
]);
