import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import english from 'ra-language-english';
import { words as en } from '../../admin/words/en/index.js';
import { words as zh } from '../../admin/words/zh-CN/index.js';

const SCHEMA = join(process.cwd(), 'schema.graphql');

/** Every leaf of a tree of words with its dotted key. */
function leaves(tree: object, under = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[under + key, value] as [string, string]] : leaves(value as object, `${under}${key}.`),
  );
}

const keys = (tree: object) =>
  leaves(tree)
    .map(([key]) => key)
    .sort();
const holes = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('the words of the console', () => {
  it('are the same keys in Chinese and English', () => {
    expect(keys(zh)).toEqual(keys(en));
  });

  it("hold every key of react-admin's own words in Chinese", () => {
    expect(keys({ ra: zh.ra })).toEqual(keys(english));
  });

  it('leave none empty, but for the blank that stands for neither yes nor no', () => {
    const empty = [...leaves(zh), ...leaves(en)].filter(([key, text]) => !text.trim() && key !== 'ra.boolean.null');
    expect(empty).toEqual([]);
  });

  it('name in Chinese no value that the English sentence does not know, and in our own words the same ones', () => {
    const english = new Map(leaves(en));
    const wrong = leaves(zh).filter(([key, text]) => {
      const known = holes(english.get(key) ?? '');
      const named = holes(text);
      return named.some((hole) => !known.includes(hole)) || (!key.startsWith('ra.') && named.length !== known.length);
    });
    expect(wrong).toEqual([]);
  });

  it('label every value of every enum of the schema in both languages, but for metrics, which the API names', () => {
    const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
    const wanted = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          isEnumType(type) && !type.name.startsWith('__') && !/(Order(Field|Direction)|^MetricKey)$/.test(type.name),
      )
      .flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : []));
    const labelled = new Set(keys(zh.enums));
    expect(wanted.filter((key) => !labelled.has(key))).toEqual([]);
  });
});
