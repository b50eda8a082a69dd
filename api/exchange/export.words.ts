import type { GraphQLEnumType, GraphQLInputField } from 'graphql';
import type { Message } from '../kernel/index.js';
import { ownLabels } from './export.labels.js';

/** Yes or no, as a cell says it. */
export function yesOrNo(value: boolean): Message {
  return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' };
}

/** What an enum's value is called: the term in brackets of its description and its name, where the console says nothing shorter. */
export function enumLabel(type: GraphQLEnumType, name: string): Message {
  const own = ownLabels[`${type.name}.${name}`];
  const value = type.getValue(name);
  return { zh: own?.zh ?? termOf(value?.description) ?? name, en: own?.en ?? spelt(name.toLowerCase(), '_') };
}

/** What a field of a filter is called. */
export function filterLabel({ name, description }: GraphQLInputField): Message {
  if (name === 'within') return { zh: '范围（含下级）', en: 'Within' };
  return {
    zh: termOf(description) ?? name,
    en: spelt(
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      '_',
    ),
  };
}

/** The Chinese term at the end of a description: `Number of the household （户编号）.` */
function termOf(description: string | null | undefined): string | undefined {
  return /（(.+)）/.exec(description ?? '')?.[1];
}

function spelt(name: string, separator: string): string {
  const words = name.replaceAll(separator, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
