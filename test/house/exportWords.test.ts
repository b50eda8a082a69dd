import { describe, expect, it } from '@jest/globals';
import { type GraphQLEnumType, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { words as en } from '../../admin/words/en/index.js';
import { words as zh } from '../../admin/words/zh-CN/index.js';
import { enumLabel, exportLists, questionOf } from '../../api/exchange/index.js';
import { schema } from '../../api/schema.js';

type Tree = { [key: string]: Tree | string };

const wordIn = (tree: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Tree | undefined)?.[step], tree);

/** The enums that a file shows, or whose values its filter names; of a report's, the two that its headings say. */
function enumsOfFiles(): GraphQLEnumType[] {
  const found = new Map<string, GraphQLEnumType>();
  const see = (type: Parameters<typeof getNamedType>[0]): void => {
    const named = getNamedType(type);
    if (isEnumType(named)) found.set(named.name, named);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) see(field.type);
  };
  for (const list of exportLists.values()) {
    const { types, where } = questionOf(schema(), list);
    for (const type of [...types, ...(where ? [where.type] : [])]) see(type);
  }
  for (const name of ['ReportSplit', 'StationLevel']) see(schema().getType(name) as GraphQLEnumType);
  return [...found.values()];
}

describe('a file says what the screen says', () => {
  it('in every value of every enum, in both languages', () => {
    const enums = enumsOfFiles();
    expect(enums.length).toBeGreaterThan(20);
    const pairs = enums.flatMap((type) =>
      type.getValues().map(({ name }) => {
        const path = ['enums', type.name, name];
        return {
          at: path.join('.'),
          file: enumLabel(type, name),
          screen: { zh: wordIn(zh, path), en: wordIn(en, path) },
        };
      }),
    );
    expect(pairs.filter(({ file, screen }) => file.zh !== screen.zh || file.en !== screen.en)).toEqual([]);
  });

  it('in every heading of a column that the list on the screen has too', () => {
    const differing = [...exportLists.values()].flatMap(({ list, columns }) =>
      columns.flatMap(({ field, says }) => {
        const path = ['resources', list, 'fields', field];
        const [chinese, english] = [wordIn(zh, path), wordIn(en, path)];
        return chinese && (chinese !== says.zh || english !== says.en) ? [`${list}.${field}`] : [];
      }),
    );
    // The screen shows two figures in one cell, or a state of which the file says yes or no.
    expect(differing).toEqual(['courses.enrolledCount', 'openings.taken', 'users.isDisabled']);
  });
});
