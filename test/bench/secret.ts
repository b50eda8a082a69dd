/** The secret of the generated installation; nothing but the bench ever runs on it. */
export const secret = 'generated-data-without-a-person-in-it';

const key = Buffer.alloc(32, secret).toString('base64');

/** Its keys of personal data, which production wants; the generated people have no number to seal. */
export const personalKeys = JSON.stringify({ current: 'k1', keys: { k1: key }, index: key });
