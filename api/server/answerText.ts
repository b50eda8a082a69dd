import type { FormattedExecutionResult } from 'graphql';

/** The data of an answer as JSON text that PostgreSQL wrote; it goes to the socket as it is. */
export class DataText {
  constructor(readonly text: string) {}
}

/** One line of JSON in Apollo's order of keys: errors, data, extensions. Data that is text already is not looked into. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof DataText)) return `${JSON.stringify(result)}\n`;
  const errors = result.errors ? `"errors":${JSON.stringify(result.errors)},` : '';
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : '';
  return `{${errors}"data":${data.text}${extensions}}\n`;
}
