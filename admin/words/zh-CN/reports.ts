/** The words of reports. */
export const reports = {
  reports: {
    name: '统计',
    menu: '统计',
    what: '跨镇的项目统计',
    empty: '这段期间没有项目。',
  },
};

/** The words of the cross-town report. */
export const report = {
  report: {
    title: '跨镇项目统计',
    period: '期间',
    unit: { month: '月', quarter: '季', year: '年', free: '自定' },
    named: {
      month: '%{year}年%{month}月',
      quarter: '%{year}年第%{quarter}季度',
      year: '%{year}年',
      free: '%{from} – %{to}',
    },
    earlier: '往前',
    later: '往后',
    asOf: '截至日（不填为今天）',
    asOfDay: '数据截至%{day}',
    kind: '类别',
    allKinds: '全部类别',
    allStates: '全部状态',
    scope: '范围（含下级）',
    print: '打印',
    chart: '各镇项目数',
    chartAlt: '各镇项目数的条形图，按办理阶段分段；数字见下表。',
    table: '明细表',
    town: '乡镇',
    all: '合计',
    units: '个 / 元',
    cardSum: '%{count} 个 · %{budget} 元',
    definition: '口径：期间与所选期间有重叠的项目；状态、预算和隶属按截至日。未填预算的草稿只计数。点数字看项目。',
    sumsOnly: '您可以看合计；项目明细不在您的权限内。',
    signatures: '制表人：　　　　　　　审核人：　　　　　　　日期：',
    rowsCount: '共 %{count} 个项目；下列内容为各项目今天的情况。',
    rowsHidden: '其中 %{count} 个项目的明细不在您的权限内。',
    rowsCut: '这里只列出 %{count} 个；请缩小范围查看其余。',
    group: {
      BEFORE: '审批前',
      APPROVED: '已批准',
      RUNNING: '实施中',
      FINISHED: '已完成',
      ACCEPTED: '已验收',
      STOPPED: '已终止',
    },
    column: { title: '名称', kind: '类别', station: '所属阵地', state: '状态', period: '期间', budget: '预算（元）' },
    says: {
      total: '共 %{count} 个项目，预算 %{budget} 元，其中实施中 %{running} 个。',
      most: '项目最多的是%{label}，%{count} 个。',
      dearest: '预算最多的是%{label}，%{budget} 元。',
      waiting: '等待审批或验收 %{count} 个，其中%{label}最多，%{there} 个。',
      waitingHere: '等待审批或验收 %{count} 个。',
      idle: '%{count} 个乡镇没有项目：%{names}。',
    },
  },
};
