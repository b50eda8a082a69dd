import { checkCharacter, inventedRegion, type NewPerson, Relation, Sex } from '../../../households/index.js';
import type { Day } from '../../../kernel/index.js';

const families = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const firsts = [...'文志建国春秋明德永世家俊海玉秀桂素雅思若子梓'];
const seconds = [...'安和乐清远芳宁禾川晓辰岚林悦平松柏梅兰菊荷云霞飞龙凤生'];

/** One of a list, the same for the same number. */
function pick(list: readonly string[], number: number): string {
  return list[((number % list.length) + list.length) % list.length] ?? '';
}

/** Makes up people: names that say that they are made up, and numbers of a region that no place bears, each once in a county. */
export class Inventor {
  private made = 0;
  private readonly onDay = new Map<string, number>();

  /** A person of an age on 1 January 2019, of a family. */
  person(family: string, sex: Sex, age: number, more: Partial<NewPerson> = {}): NewPerson {
    this.made += 1;
    const n = this.made;
    const name = `${family}${pick(firsts, n * 7 + age)}${pick(seconds, n * 11)}`;
    const birthDay = dayOfBirth(2018 - age, n);
    const isStudent = age >= 6 && age <= 17;
    const idNumber = this.number(birthDay, sex);
    const phone = age >= 18 && n % 3 === 0 ? `1380000${String(n % 10_000).padStart(4, '0')}` : null;
    const canWork = age >= 18 && age <= 62;
    return { name, birthDay, sex, idNumber, phone, canWork, isStudent, isInvented: true, ...more };
  }

  /** The family name of a household. */
  family(number: number): string {
    return pick(families, number * 5 + 3);
  }

  /** A family of so many, the head first: a couple, their parents, their children. */
  household(number: number, size: number): { person: NewPerson; relation: Relation }[] {
    const family = this.family(number);
    const age = 32 + ((number * 13) % 30);
    const head = {
      person: this.person(family, number % 6 === 0 ? Sex.FEMALE : Sex.MALE, age),
      relation: Relation.HEAD,
    };
    const others = Array.from({ length: size - 1 }, (_, i) => this.member(family, age, number, i));
    return [head, ...others];
  }

  private member(
    family: string,
    age: number,
    number: number,
    place: number,
  ): { person: NewPerson; relation: Relation } {
    const sex = (number + place) % 2 === 0 ? Sex.MALE : Sex.FEMALE;
    if (place === 0) {
      const spouse = number % 6 === 0 ? Sex.MALE : Sex.FEMALE;
      return { person: this.person(this.family(number + 7), spouse, age - 2), relation: Relation.SPOUSE };
    }
    if (place === 3 || place === 5) return { person: this.person(family, sex, age + 26), relation: Relation.PARENT };
    return { person: this.person(family, sex, Math.max(1, age - 24 - place)), relation: Relation.CHILD };
  }

  /** The next number of a day: the digits before the check are odd for men. */
  private number(birthDay: Day, sex: Sex): string {
    const key = `${birthDay} ${sex}`;
    const next = (this.onDay.get(key) ?? 0) + 1;
    this.onDay.set(key, next);
    const order = String(next * 2 - (sex === Sex.MALE ? 1 : 0)).padStart(3, '0');
    const digits = `${inventedRegion}${birthDay.replaceAll('-', '')}${order}`;
    return digits + checkCharacter(digits);
  }
}

function dayOfBirth(year: number, n: number): Day {
  const month = String(((n * 5) % 12) + 1).padStart(2, '0');
  const day = String(((n * 17) % 28) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
