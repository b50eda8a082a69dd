/** The home page's words. */
export const home = {
  home: {
    hello: 'Welcome, %{name}',
    waiting: 'Waiting for me',
    nothingWaits: 'Nothing is waiting for you now.',
    figures: 'Main figures',
    figuresLead:
      'So far in %{year}, or as it stands today; beneath it the change since the end of last month (%{day}). A figure opens its report.',
    toReport: 'Reports',
    change: '%{change} since last month',
    same: 'as at the end of last month',
    areas: 'Go to',
  },
};
