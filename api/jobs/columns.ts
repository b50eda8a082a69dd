import { programmeColumns } from '../programmes/index.js';
import { listColumns } from '../reading/index.js';

const programmes = programmeColumns('jobProgrammes', { zh: '就业项目清单', en: 'Jobs programmes' }, [
  ['jobKind', '就业类型', 'Kind of work'],
  ['employer', '用工单位', 'Employer'],
  ['postsOffered', '岗位数', 'Posts offered'],
  ['wageFrom', '月工资下限（元）', 'Lowest wage (yuan a month)'],
  ['wageTo', '月工资上限（元）', 'Highest wage (yuan a month)'],
  ['transport', '交通', 'Transport'],
]);

const openings = listColumns('openings', { zh: '岗位清单', en: 'Openings' }, [
  ['title', '岗位名称', 'Name'],
  ['kind', '就业类型', 'Kind'],
  ['work', '工种', 'Work'],
  ['programme.title', '就业项目', 'Jobs programme'],
  ['employer.name', '用工单位', 'Employer'],
  ['station.name', '所在单位', 'Station'],
  ['headcount', '名额（人）', 'Places'],
  ['taken', '已上岗人数', 'Taken'],
  ['monthlyPay', '月补贴（元）', 'Monthly pay (yuan)'],
  ['skills', '技能要求', 'Skills asked for'],
  ['isClosed', '已关闭', 'Closed'],
]);

/** Holders of posts and workers of workshops. */
const placements = listColumns('placements', { zh: '上岗人员清单', en: 'People in posts' }, [
  ['person.name', '姓名', 'Name'],
  ['person.idNumberMasked', '身份证号', 'Identity number'],
  ['title', '岗位', 'Post'],
  ['kind', '就业类型', 'Kind'],
  ['station.name', '村居', 'Village'],
  ['validFrom', '上岗日期', 'Since'],
  ['validTo', '期满日期', 'End of term'],
  ['wage', '月工资（元）', 'Monthly wage (yuan)'],
  ['reason', '离岗原因', 'Why it ends'],
]);

const batches = listColumns('dispatchBatches', { zh: '输出批次清单', en: 'Batches' }, [
  ['number', '批次', 'Batch'],
  ['employer.name', '用工单位', 'Employer'],
  ['opening.title', '岗位', 'Opening'],
  ['day', '出发日期', 'Day of departure'],
  ['transport', '交通', 'Transport'],
  ['state', '状态', 'State'],
  ['station.name', '所属单位', 'Station'],
  ['reason', '取消原因', 'Why it was called off'],
]);

const seekers = listColumns('jobSeekers', { zh: '求职登记清单', en: 'Looking for work' }, [
  ['person.name', '姓名', 'Name'],
  ['person.idNumberMasked', '身份证号', 'Identity number'],
  ['station.name', '村居', 'Village'],
  ['skills', '技能', 'Skills'],
  ['distance', '可接受的远近', 'How far'],
  ['wageWished', '期望月工资（元）', 'Wage wished (yuan)'],
  ['state', '状态', 'State'],
]);

/** The lists of jobs as files. */
export const jobColumns = [programmes, openings, placements, batches, seekers] as const;
