/** What the file of a household shows of dividends, loans and courses. */
export const householdFile = {
  householdShares: {
    yuan: '%{amount} yuan',
    plan: 'Dividend',
    payee: 'Who',
    paid: 'Paid (yuan)',
    event: '%{payee} was paid a dividend of %{amount} yuan',
  },
  householdLoans: {
    amount: 'Loan of %{amount} yuan, %{outstanding} yuan outstanding',
    overdue: 'Overdue',
    event: '%{lender} granted a micro-loan of %{amount} yuan',
  },
  householdCourses: {
    attended: 'came %{smart_count} times',
    person: 'Name',
    course: 'Course',
    attendedHead: 'Times present',
  },
};
