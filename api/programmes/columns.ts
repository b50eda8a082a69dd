import { type ListColumns, listColumns } from '../reading/index.js';

type Line = Parameters<typeof listColumns>[2][number];

/** Programmes as a file: what all kinds share, around what a kind has of its own. */
export function programmeColumns(list: string, says: ListColumns['says'], own: readonly Line[]): ListColumns {
  return listColumns(list, says, [
    ['title', '名称', 'Title'],
    ['station.name', '所属阵地', 'Station'],
    ['state', '状态', 'State'],
    ['startsOn', '开始日期', 'Starts on'],
    ['endsOn', '结束日期', 'Ends on'],
    ...own,
    ['budget', '预算（元）', 'Budget (yuan)'],
    ['fundSource', '资金来源', 'Fund source'],
    ['responsible', '负责人', 'Responsible'],
    ['createdBy', '录入', 'Entered by'],
  ]);
}

/** Programmes of all kinds that one may read. */
export const allProgrammeColumns = programmeColumns('programmes', { zh: '项目清单', en: 'Programmes' }, [
  ['kind', '类别', 'Kind'],
]);
