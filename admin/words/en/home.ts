/** The home page's words. */
export const home = {
  home: {
    hello: 'Welcome, %{name}',
    waiting: 'Waiting for me',
    nothingWaits: 'Nothing is waiting for you now.',
    figures: 'Programmes in %{year}',
    toReport: 'Cross-town report',
    kind: 'Kind',
    change: 'Small figures: the change since the end of last month.',
    areas: 'Go to',
  },
};
