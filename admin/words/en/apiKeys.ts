/** The words of API keys. */
export const apiKeys = {
  apiKeys: {
    name: 'API key |||| API keys',
    menu: 'API keys',
    what: 'Read-only keys for partner systems',
    empty: 'There are no API keys yet.',
  },
};
