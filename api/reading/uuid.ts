const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a record at all; anything else is as if it did not exist. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
