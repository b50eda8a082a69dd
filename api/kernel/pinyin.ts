import { pinyin } from 'pinyin-pro';
import { FAMILY_NAMES, PLACE_CHARACTERS, PLACE_WORDS } from './placeReadings.js';

/**
 * What a name is searched by: `pinyin` 'huangzhawan' and `initials` 'hzw', lower case, without tones, spaces or
 * apostrophes, ü as v. Letters and digits of the name stay; other signs, and the few characters without a known
 * reading, are dropped.
 */
export interface Pinyin {
  readonly pinyin: string;
  readonly initials: string;
}

/**
 * One character of a name with its reading, which is empty if no dictionary has one; a letter or digit reads as
 * itself.
 */
interface Unit {
  readonly sign: string;
  readonly reading: string;
}

const HAN = /^\p{Script=Han}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;
const MIDDLE_DOT = /[·•・‧]/;
const LONGEST_PLACE_WORD = Math.max(...[...PLACE_WORDS.keys()].map((word) => [...word].length));

/**
 * The pinyin of a place or of anything else that is no person: names of places are read as on the map (单县 shanxian).
 * `override` is the reading a person has set, with or without spaces, apostrophes and tones; empty means none.
 */
export function pinyinOf(name: string, override?: string): Pinyin {
  const signs = signsOf(name);
  return spell(signs, placeReadings(signs), override);
}

/**
 * The pinyin of a person, whose family name is read as one (单 shan, 曾 zeng, 尉迟 yuchi). A name with a middle dot
 * (阿依古丽·买买提) has no family name in front and is read sign by sign. `override` as for pinyinOf.
 */
export function pinyinOfPerson(name: string, override?: string): Pinyin {
  const signs = signsOf(name);
  const readings = MIDDLE_DOT.test(name) ? dictionaryReadings(signs, false) : personReadings(signs);
  return spell(signs, readings, override);
}

/** Characters, letters and digits alone; full-width letters become plain ones. */
function signsOf(name: string): string[] {
  return [...name.normalize('NFKC').toLowerCase()].filter((sign) => LETTER_OR_DIGIT.test(sign) || HAN.test(sign));
}

function dictionaryReadings(signs: readonly string[], startsWithFamilyName: boolean): string[] {
  const text = signs.join('');
  const options = { type: 'all', toneType: 'none', v: true } as const;
  const all = pinyin(text, startsWithFamilyName ? { ...options, mode: 'surname', surname: 'head' } : options);
  return signs.map((sign, index) => (all[index]?.origin === sign ? plain(all[index].pinyin) : ''));
}

function personReadings(signs: readonly string[]): string[] {
  const [first, ...rest] = dictionaryReadings(signs, true);
  return [FAMILY_NAMES.get(signs[0] ?? '') ?? first ?? '', ...rest];
}

function placeReadings(signs: readonly string[]): string[] {
  const readings = dictionaryReadings(signs, false).map(
    (reading, at) => PLACE_CHARACTERS.get(signs[at] ?? '') ?? reading,
  );
  for (let at = 0; at < signs.length; at++) {
    const word = placeWordAt(signs, at);
    if (!word) continue;
    readings.splice(at, word.length, ...word);
    at += word.length - 1;
  }
  return readings;
}

/** The syllables of the longest word of PLACE_WORDS that begins here. */
function placeWordAt(signs: readonly string[], at: number): string[] | undefined {
  for (let length = LONGEST_PLACE_WORD; length > 1; length--) {
    const word = PLACE_WORDS.get(signs.slice(at, at + length).join(''));
    if (word) return word.split(' ');
  }
  return undefined;
}

function spell(signs: readonly string[], readings: readonly string[], override = ''): Pinyin {
  const units = signs.map((sign, at) => ({ sign, reading: HAN.test(sign) ? (readings[at] ?? '') : sign }));
  const given = override
    .split(/[\s'’‘`-]+/u)
    .map(plain)
    .filter((part) => part !== '');
  const whole = given.join('');
  if (whole === '') return { pinyin: units.map(({ reading }) => reading).join(''), initials: initialsOf(units) };
  if (given.length === units.length) return { pinyin: whole, initials: given.map((part) => part[0]).join('') };
  return { pinyin: whole, initials: initialsOf(syllables(whole, units) ?? units) };
}

function initialsOf(units: readonly Unit[]): string {
  return units.map(({ reading }) => [...reading][0] ?? '').join('');
}

/** Cuts a reading that was typed in one piece into the syllables its characters can have; undefined if none fit. */
function syllables(whole: string, units: readonly Unit[]): Unit[] | undefined {
  let cuts = new Map<number, Unit[]>([[0, []]]);
  for (const unit of units) {
    const longer = new Map<number, Unit[]>();
    for (const [end, before] of cuts) {
      for (const reading of readingsOf(unit).filter((each) => whole.startsWith(each, end))) {
        longer.set(end + reading.length, [...before, { sign: unit.sign, reading }]);
      }
    }
    cuts = longer;
  }
  return cuts.get(whole.length);
}

function readingsOf({ sign, reading }: Unit): string[] {
  if (!HAN.test(sign)) return [sign];
  const others = pinyin(sign, { multiple: true, type: 'array', toneType: 'none', v: true }).map(plain);
  return [...new Set([reading, ...others])].filter((each) => each !== '');
}

/** Plain letters and digits in lower case, without tones, ü as v: 'Lǚ' is 'lv'. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/u\u0308|u:/g, 'v')
    .replace(/[^a-z0-9]/g, '');
}
