/** The words of reports. */
export const reports = {
  reports: {
    name: 'Report |||| Reports',
    menu: 'Reports',
    what: 'Programmes across towns',
    empty: 'There are no programmes in this period.',
  },
};

/** The words of the cross-town report. */
export const report = {
  report: {
    title: 'Cross-town report',
    period: 'Period',
    unit: { month: 'Month', quarter: 'Quarter', year: 'Year', free: 'Days' },
    named: {
      month: '%{month}/%{year}',
      quarter: 'Quarter %{quarter}, %{year}',
      year: '%{year}',
      free: '%{from} – %{to}',
    },
    earlier: 'Earlier',
    later: 'Later',
    asOf: 'As of (today if empty)',
    asOfDay: 'as of %{day}',
    kind: 'Kind',
    allKinds: 'All kinds',
    allStates: 'All states',
    scope: 'Scope (and below)',
    print: 'Print',
    chart: 'Programmes by town',
    chartAlt: 'Bars of the programmes of each town, parted by stage; the table below has the figures.',
    table: 'Figures',
    town: 'Town',
    all: 'Total',
    units: 'count / yuan',
    cardSum: '%{count} · %{budget} yuan',
    definition:
      'Counted: programmes whose own period overlaps this one; state, budget and town as of the day. Drafts without a budget are counted only. A figure opens its programmes.',
    sumsOnly: 'You may see the sums; the programmes behind them are not within your permissions.',
    signatures: 'Drawn up by:                    Checked by:                    Date:',
    rowsCount: '%{count} in all; what follows is each programme as it is today.',
    rowsHidden: 'Of %{count} of them you may not see the details.',
    rowsCut: 'Only %{count} are listed; narrow the scope to see the others.',
    group: {
      BEFORE: 'Before approval',
      APPROVED: 'Approved',
      RUNNING: 'Under way',
      FINISHED: 'Finished',
      ACCEPTED: 'Accepted',
      STOPPED: 'Stopped',
    },
    column: {
      title: 'Title',
      kind: 'Kind',
      station: 'Station',
      state: 'State',
      period: 'Period',
      budget: 'Budget (yuan)',
    },
    says: {
      total: '%{count} in all with a budget of %{budget} yuan; %{running} under way.',
      most: 'The most: %{label} with %{count}.',
      dearest: 'The largest budget: %{label} with %{budget} yuan.',
      waiting: '%{count} waiting for approval or acceptance, most of them in %{label}: %{there}.',
      waitingHere: '%{count} waiting for approval or acceptance.',
      idle: '%{count} without any programme: %{names}.',
    },
  },
};
