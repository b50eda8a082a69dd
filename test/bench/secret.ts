/** The secret of the generated installation; nothing but the bench ever runs on it. */
export const secret = 'generated-data-without-a-person-in-it';
