/** What the file of a household shows of dividends, loans and courses. */
export const householdFile = {
  householdShares: {
    yuan: '%{amount} 元',
    plan: '分红方案',
    payee: '受益人',
    paid: '已发放（元）',
    event: '%{payee}领取分红 %{amount} 元',
  },
  householdLoans: {
    amount: '贷款 %{amount} 元，未还 %{outstanding} 元',
    overdue: '已逾期',
    event: '%{lender}发放小额信贷 %{amount} 元',
  },
  householdCourses: {
    attended: '到课 %{smart_count} 次',
    person: '姓名',
    course: '课程',
    attendedHead: '到课次数',
  },
};
