import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

const ADMIN = join(process.cwd(), 'dist', 'admin');

const modules = readdirSync(ADMIN, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.documents.js'));

const documents: [string, string][] = [];
for (const file of modules) {
  const exported = (await import(pathToFileURL(join(ADMIN, file)).href)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value === 'string') documents.push([`${file} ${name}`, value]);
  }
}

describe('the GraphQL documents of the console', () => {
  it('are found', () => {
    expect(documents.length).toBeGreaterThan(8);
  });

  it('stand in files of documents alone, so that none is missed here', () => {
    const elsewhere = readdirSync(join(process.cwd(), 'admin'), { recursive: true })
      .map(String)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.documents.ts'))
      .filter((file) =>
        /`\s*(query|mutation|fragment) \w+/.test(readFileSync(join(process.cwd(), 'admin', file), 'utf8')),
      );
    expect(elsewhere).toEqual([]);
  });

  it.each(documents)('%s is valid against schema.graphql', (_name, document) => {
    const schema = buildSchema(readFileSync(join(process.cwd(), 'schema.graphql'), 'utf8'));
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });
});
