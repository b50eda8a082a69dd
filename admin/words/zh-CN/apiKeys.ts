/** The words of API keys. */
export const apiKeys = {
  apiKeys: {
    name: '接口密钥',
    menu: '接口密钥',
    what: '给合作系统的只读密钥',
    empty: '还没有接口密钥。',
  },
};
