import { type ComponentType, createContext, useContext } from 'react';
import type { Permission } from '../provider/me.js';
import type { ProgrammeDocuments } from './documents.js';
import type { Programme } from './programme.js';

/** One field that a kind of programme has of its own. */
export interface OwnField {
  source: string;
  is: 'enum' | 'text' | 'whole' | 'money' | 'quantity';
  /** The enum's name in the schema and its values, in the order to show. */
  type?: string;
  values?: readonly string[];
  isRequired?: boolean;
  /** Whether the list shows it and, for enums, filters by it. */
  isListed?: boolean;
}

/** What sets one kind of programme apart from the others in the console. */
export interface KindFacts {
  /** The resource: `trainingProgrammes`. */
  name: string;
  /** The schema's root of one record: `trainingProgramme`. */
  one: string;
  /** The first word of its permissions: `TRAINING` of `TRAINING_EDIT`. */
  area: 'TRAINING' | 'JOBS' | 'INDUSTRY';
  documents: ProgrammeDocuments;
  own: readonly OwnField[];
  /** What hangs on a programme of this kind, as a section of its page. */
  Work?: ComponentType<{ programme: Programme }>;
}

/** The kind whose pages are shown. */
export const KindContext = createContext<KindFacts | null>(null);

/** The facts of the kind whose page this is. */
export function useKind(): KindFacts {
  const facts = useContext(KindContext);
  if (!facts) throw new Error('This part stands outside the pages of a kind of programme.');
  return facts;
}

/** The permission of a kind for one act: `permissionOf(facts, 'EDIT')` is `JOBS_EDIT`. */
export function permissionOf(facts: KindFacts, act: 'READ' | 'EDIT' | 'APPROVE'): Permission {
  return `${facts.area}_${act}`;
}

/** The fields that every kind has, in the order of the form. */
export const COMMON = ['title', 'startsOn', 'endsOn', 'budget', 'fundSource', 'responsible', 'plan'] as const;

/** The fields of a kind's form, in its order, without the station. */
export function fieldsOf(facts: KindFacts): string[] {
  return [...COMMON.slice(0, 3), ...facts.own.map(({ source }) => source), ...COMMON.slice(3)];
}

/** Where the money comes from, in the order to show. */
export const FUND_SOURCES = [
  'FISCAL_SPECIAL',
  'ASSISTANCE_PAIRING',
  'COLLECTIVE',
  'SELF_RAISED',
  'SOCIAL_DONATION',
  'LOAN',
  'OTHER',
] as const;

/** What a quantity is counted in, in the order to show. */
export const UNITS = ['HEAD', 'BIRD', 'PLANT', 'MU', 'TONNE', 'KILOGRAM', 'PIECE', 'SESSION', 'PERSON_TIME'] as const;
