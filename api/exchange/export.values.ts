import { type GraphQLOutputType, getNamedType, getNullableType, isEnumType, isListType } from 'graphql';
import type { Day, Language } from '../kernel/index.js';
import type { ListColumn } from '../reading/index.js';
import { enumLabel, yesOrNo } from './export.words.js';
import type { ColumnKind, FileValue } from './fileOut.js';

const kinds: Readonly<Record<string, ColumnKind>> = {
  Int: 'number',
  Decimal: 'number',
  Money: 'money',
  Date: 'day',
  DateTime: 'moment',
};

/** What the values of a column are to a file. */
export function kindOf(column: ListColumn, type: GraphQLOutputType): ColumnKind {
  const isMany = column.only !== undefined || isListType(getNullableType(type));
  return isMany ? 'text' : (kinds[getNamedType(type).name] ?? 'text');
}

/** Reads a column's value out of a row as the API answers it, with enums and yes or no in words. */
export function valueReader(
  column: ListColumn,
  type: GraphQLOutputType,
  language: Language,
  today: Day,
): (row: unknown) => FileValue {
  const steps = column.field.split('.');
  const named = getNamedType(type);
  const worded = (value: unknown): FileValue => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return yesOrNo(value)[language];
    return isEnumType(named) ? enumLabel(named, String(value))[language] : (value as string | number);
  };
  return (row) => {
    const found = along(row, steps, (item) => !column.only || column.only.counts(item, today));
    const values = found.map(worded).filter((value) => value !== null);
    return values.length > 1 ? values.join(language === 'zh' ? '、' : ', ') : (values[0] ?? null);
  };
}

function along(
  value: unknown,
  steps: readonly string[],
  counts: (item: Readonly<Record<string, unknown>>) => boolean,
): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item !== 'object' || counts(item))
      .flatMap((item) => along(item, steps, counts));
  const [step, ...rest] = steps;
  return step === undefined ? [value] : along((value as Record<string, unknown>)[step], rest, counts);
}
