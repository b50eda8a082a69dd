import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { addDays, today } from '../../../api/kernel/index.js';
import { forged, type Mark, type Pool, type Values } from './pool.js';
import type { Random } from './random.js';

/** Where a value goes: the field that takes it, with what that field answers, and the way down its arguments. */
export interface Place {
  /** The root field, or `rows` below it. */
  field: string;
  path: readonly string[];
}

const nilId = '00000000-0000-0000-0000-000000000000';
const noIds = [nilId, '', 'x', '1', nilId.replaceAll('-', ''), `{${nilId}}`, `${nilId}'`, '编号'];
const noTexts = [
  '',
  ' ',
  '%',
  '_',
  "'",
  '"',
  '\\',
  '🌾',
  '\u0001',
  'a\u0000',
  'ZZZ',
  'é',
  '\uffff',
  '甲'.repeat(51),
  'a'.repeat(101),
];
const noDays = ['2026-02-30', '26-1-1', '', '1899-12-31', 'today'];

/** Chooses values for arguments: mostly such as find something, sometimes of another county, of nothing, or malformed. */
export class Chooser {
  private readonly own: Values;
  private readonly foreign: Values;

  constructor(
    private readonly random: Random,
    private readonly pool: Pool,
    county: string,
    /** Whether only values are chosen that exist and are within reach of the whole county. */
    private readonly isSafe = false,
  ) {
    const [foreign] = Object.keys(pool.counties).filter((code) => code !== county);
    this.own = pool.counties[county] as Values;
    this.foreign = pool.counties[foreign ?? county] as Values;
  }

  /** A value of a type; objects and lists as JSON would hold them, enums by name. */
  value(type: GraphQLInputType, place: Place): unknown {
    if (!isNonNullType(type) && this.oddly(0.04)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const count = this.random.weighed([
        [0.12, 0],
        [0.4, 1],
        [0.3, 2],
        [0.15, 5],
        [0.02, 100],
        [0.01, 101],
      ]);
      return Array.from({ length: count }, () => this.value(inner.ofType, place));
    }
    if (isInputObjectType(inner)) return this.object(inner.getFields(), place);
    if (isEnumType(inner)) return this.random.pick(inner.getValues()).name;
    return this.scalar(getNamedType(inner).name, place);
  }

  private object(fields: Record<string, { name: string; type: GraphQLInputType }>, place: Place): object {
    const all = Object.values(fields);
    const required = all.filter(({ type }) => isNonNullType(type));
    const most = this.random.weighed([
      [0.1, 0],
      [0.5, 1],
      [0.25, 2],
      [0.1, 3],
      [0.05, all.length],
    ]);
    const chosen = this.random.some(
      all.filter(({ type }) => !isNonNullType(type)),
      most,
    );
    const given = this.random.shuffled([...required, ...chosen]);
    return Object.fromEntries(
      given.map(({ name, type }) => [name, this.value(type, { ...place, path: [...place.path, name] })]),
    );
  }

  private scalar(type: string, place: Place): unknown {
    const { random } = this;
    const last = place.path.at(-1) ?? '';
    if (type === 'Boolean') return random.chance(0.5);
    if (type === 'Int') return last === 'offset' ? this.offset() : this.first();
    if (type === 'ID') return this.id(place);
    if (type === 'Date') return this.day(place);
    if (last === 'after') return this.mark(place.field).cursor;
    return this.text(place);
  }

  /** How many rows: mostly few, for what is asked is the form of the answer and not its length. */
  first(): number {
    return this.random.weighed([
      [5, 0],
      [25, 1],
      [30, 2],
      [15, 3],
      [10, 7],
      [8, 25],
      [3, 100],
      [1.5, -1],
      [1.5, 101],
      [0.5, 2_147_483_647],
    ]);
  }

  private offset(): number {
    return this.random.weighed([
      [4, 0],
      [8, 1],
      [8, 3],
      [4, 20],
      [2, 1_000],
      [1, 10_000],
      [0.6, 10_001],
      [0.6, -1],
    ]);
  }

  /** A cursor of the same list, more seldom of another list or county, or of none. */
  mark(list: string): Mark {
    const { random } = this;
    const marks = (values: Values, name: string): Mark[] => values.marks[name] ?? [];
    const others = random.pick(Object.keys(this.own.marks));
    const made: Mark = { cursor: random.pick(forged(list)), orderBy: null };
    const choice = random.weighed([
      [0.72, marks(this.own, list)],
      [0.1, marks(this.foreign, list)],
      [0.06, marks(this.own, others)],
      [0.12, [made]],
    ]);
    return random.pick(choice.length > 0 ? choice : [made]);
  }

  private id(place: Place): string {
    const { random } = this;
    const values = this.oddly(0.1) ? this.foreign : this.own;
    if (this.oddly(0.06)) return random.pick(noIds);
    const kind = this.oddly(0.05) ? random.pick(Object.keys(values.ids)) : kindOf(place, values.ids);
    const found = random.pick(values.ids[kind === 'station' && random.chance(0.6) ? 'notable' : kind] ?? [nilId]);
    return this.oddly(0.03) ? found.toUpperCase() : found;
  }

  private day(place: Place): string {
    const { random } = this;
    if (this.isSafe) return place.path.includes('from') ? addDays(today(), -2_000 - random.int(9)) : today();
    if (random.chance(0.03)) return random.pick(noDays);
    if (random.chance(0.15)) return random.pick(['1900-01-01', '2016-01-01', '2018-06-30', '2018-07-01', '2199-12-31']);
    const back = random.pick([-2_000, -400, -100, -61, -60, -20, -6, -5, -1, 0, 0, 0, 1, 29, 30, 41, 200, 400]);
    return addDays(today(), back);
  }

  private text({ path }: Place): string {
    const { random, pool } = this;
    const values = this.oddly(0.1) ? this.foreign : this.own;
    if (this.oddly(0.07)) return random.pick(noTexts);
    const here = path.join('.');
    if (/account|\bby$/.test(here)) return this.beginning(random.pick(values.accounts), 0.3);
    if (/\bact\b/.test(here)) return this.beginning(random.pick(pool.acts), 0.3);
    if (/record/.test(here)) return this.beginning(random.pick(pool.records), 0.3);
    if (/code/.test(here)) return this.beginning(random.pick(values.codes), here.endsWith('startsWith') ? 0.9 : 0.1);
    if (path.at(-1) === 'month') return addDays(today(), -random.int(900)).slice(0, 7);
    if (path.at(-1) === 'quarter') return `${2_022 + random.int(5)}-Q${1 + random.int(4)}`;
    const word = random.pick(values.words);
    return this.beginning(random.chance(0.1) ? word.toUpperCase() : word, 0.7);
  }

  private oddly(share: number): boolean {
    return !this.isSafe && this.random.chance(share);
  }

  private beginning(text: string, share: number): string {
    if (this.isSafe || !this.random.chance(share)) return text;
    return [...text].slice(0, 1 + this.random.int(4)).join('');
  }
}

/** Which table an id is of, as far as the argument's name and its field tell. */
function kindOf({ field, path }: Place, tables: Readonly<Record<string, unknown>>): string {
  const here = path.join('.');
  if (/station|within|intoId/i.test(here)) return 'station';
  if (/recordId/.test(here)) return field === 'auditEntries' ? 'audit' : 'programme';
  const kinds: [RegExp, string][] = [
    [/^trainingP/, 'TRAINING'],
    [/^jobP/, 'JOB'],
    [/^industryP/, 'INDUSTRY'],
  ];
  const named = path
    .filter((step) => !['where', 'input', 'in', 'id'].includes(step))
    .map((step) => step.replace(/Id$/, ''));
  const found = [named.at(-1), field, field.replace(/s$/, '').replace(/ie$/, 'y')].flatMap((name) =>
    tableOf(name ?? ''),
  );
  return kinds.find(([name]) => name.test(field))?.[1] ?? found.find((table) => table in tables) ?? 'station';
}

/** `courseSession` -> `course_session`. */
function tableOf(noun: string): string {
  return noun.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
