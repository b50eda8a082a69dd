import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { type Language, type Message, masked } from '../kernel/index.js';
import type { ListQuestion } from './export.question.js';
import { enumLabel, filterLabel, yesOrNo } from './export.words.js';

type Values = Readonly<Record<string, unknown>>;

/** A filter in words, a line for each of its fields; `nameOf` names the station of `within`. */
export function filterFacts(
  { where }: ListQuestion,
  asked: Values | null,
  language: Language,
  within: string | null,
): [name: string, value: string][] {
  const type = where && getNullableType(where.type);
  if (!type || !isInputObjectType(type)) return [];
  return Object.entries(asked ?? {}).flatMap(([name, value]) => {
    const field = type.getFields()[name];
    if (!field || value === null || value === undefined) return [];
    const said = name === 'within' && within ? within : inWords(field, value, language);
    return [[filterLabel(field)[language], said] as [string, string]];
  });
}

function inWords(field: GraphQLInputField, value: unknown, language: Language): string {
  if (typeof value !== 'object' || value === null) return worded(field.name, field.type, value, language);
  const type = getNamedType(field.type);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const parts = Object.entries(value as Values).flatMap(([name, one]) => {
    if (one === null || one === undefined) return [];
    const of = fields[name]?.type ?? field.type;
    const values = (Array.isArray(one) ? one : [one]).map((each) => worded(field.name, of, each, language));
    const said = values.join(language === 'zh' ? '、' : ', ');
    return [comparators[name] ? `${comparators[name][language]} ${said}` : said];
  });
  return parts.join(language === 'zh' ? '，' : '; ');
}

const comparators: Readonly<Record<string, Message>> = {
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  startsWith: { zh: '开头是', en: 'begins with' },
};

function worded(name: string, type: GraphQLInputType, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return yesOrNo(value)[language];
  const named = getNamedType(type);
  if (isEnumType(named)) return enumLabel(named, String(value))[language];
  return typeof value === 'string' ? withoutNumbers(name, value) : JSON.stringify(value);
}

/** The filter for the audit, in which no number of anybody may stand in full. */
export function filterTold(asked: Values | null): string {
  return JSON.stringify(asked ?? {}, (name, value: unknown) =>
    typeof value === 'string' ? withoutNumbers(name, value) : value,
  );
}

/** Whoever searches may type an identity number or a telephone. */
function withoutNumbers(name: string, text: string): string {
  const told = String(masked('Person', name, text));
  return told.replace(/(?<![\w-])\d{11,}[\dXx]?(?![\w-])/g, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`);
}
