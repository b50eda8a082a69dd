import { programmeColumns } from '../programmes/index.js';
import { listColumns } from '../reading/index.js';

const programmes = programmeColumns('industryProgrammes', { zh: '产业项目清单', en: 'Industry programmes' }, [
  ['category', '产业类别', 'Category'],
  ['plannedHouseholds', '计划户数', 'Planned households'],
  ['plannedQuantity.amount', '计划数量', 'Planned quantity'],
  ['plannedQuantity.unit', '单位', 'Unit'],
  ['isVillageProject', '村级项目', 'Village project'],
]);

const distributions = listColumns('distributions', { zh: '发放记录', en: 'Distributions' }, [
  ['onDay', '发放日期', 'Given on'],
  ['household.code', '户编号', 'Number of the household'],
  ['household.headName', '户主', 'Head'],
  ['station.name', '村居', 'Village'],
  ['programme.title', '产业项目', 'Industry programme'],
  ['item.name', '品目', 'Item'],
  ['quantity.amount', '数量', 'Quantity'],
  ['quantity.unit', '单位', 'Unit'],
  ['isSigned', '签字', 'Signed'],
  ['isReversed', '已冲销', 'Reversed'],
  ['enteredBy', '录入人', 'Entered by'],
  ['note', '备注', 'Remark'],
]);

const contracts = listColumns('livestockContracts', { zh: '养殖合同', en: 'Livestock contracts' }, [
  ['household.code', '户编号', 'Number of the household'],
  ['household.headName', '户主', 'Head of household'],
  ['station.name', '村居', 'Village'],
  ['programme.title', '产业项目', 'Programme'],
  ['cooperative.name', '合作社', 'Cooperative'],
  ['mode', '养殖方式', 'Way of raising'],
  ['species', '畜种', 'Animals'],
  ['head', '头只数', 'Head of animals'],
  ['startsOn', '起始日期', 'First day'],
  ['signedOn', '签约日期', 'Signed on'],
  ['state', '状态', 'State'],
  ['ratioEntrusted', '每代养（头只）', 'For so many entrusted'],
  ['ratioReturned', '年底分（头只）', 'So many at the year end'],
  ['years', '分红年数', 'Years'],
  ['note', '备注', 'Remark'],
]);

const intentions = listColumns('intentions', { zh: '种养意愿', en: 'Intentions' }, [
  ['year', '年度', 'Year'],
  ['household.code', '户编号', 'Number of the household'],
  ['household.headName', '户主', 'Head'],
  ['station.name', '村居', 'Village'],
  ['item.name', '品目', 'Item'],
  ['quantity.amount', '规模', 'Scale'],
  ['quantity.unit', '单位', 'Unit'],
  ['createdAt', '登记时间', 'Entered'],
  ['note', '备注', 'Remark'],
]);

const dividends = listColumns('dividendPlans', { zh: '分红方案', en: 'Dividends' }, [
  ['title', '名称', 'Title'],
  ['programme.title', '产业项目', 'Industry programme'],
  ['station.name', '所属单位', 'Station'],
  ['year', '年度', 'Year'],
  ['state', '状态', 'State'],
  ['total', '分红总额（元）', 'Total (yuan)'],
  ['expectedTotal', '预计总额（元）', 'Expected total (yuan)'],
  ['shareCount', '份数', 'Shares'],
  ['paid', '已发放（元）', 'Paid (yuan)'],
  ['unpaid', '未发放（元）', 'Unpaid (yuan)'],
  ['dueOn', '分红基准日', 'Day of the dividend'],
]);

const loans = listColumns('loans', { zh: '小额信贷', en: 'Micro-loans' }, [
  ['household.code', '户编号', 'Number of the household'],
  ['household.headName', '户主', 'Head'],
  ['station.name', '所在村居', 'Village'],
  ['lender', '放款机构', 'Lender'],
  ['amount', '金额（元）', 'Amount (yuan)'],
  ['outstanding', '余额（元）', 'Owed (yuan)'],
  ['state', '状态', 'State'],
  ['appliedOn', '申请日期', 'Asked for on'],
  ['grantedOn', '放款日期', 'Granted on'],
  ['dueOn', '到期日', 'Due on'],
  ['isOverdue', '逾期', 'Overdue'],
  ['purpose', '用途', 'Purpose'],
]);

/** The lists of industry as files. */
export const industryColumns = [programmes, distributions, contracts, intentions, dividends, loans] as const;
