import type { Message } from '../../kernel/index.js';

/**
 * How briefs and forms write figures into their texts.
 *
 *     text        = { character | "{{" | "}}" | placeholder }
 *     placeholder = "{" name { spaces parameter } [ spaces ] "}"
 *     parameter   = name "=" value
 *     name        = letter { letter | digit | "." | "_" }
 *     value       = bare | quoted
 *     bare        = character that is no space, brace, quote or "=", once or more
 *     quoted      = '"' { character that is no quote or backslash | "\\" quote | "\\\\" } '"'
 *
 * A name with a dot is a metric of the catalogue (`training.personTimes`); one without is a word of the text (`station`, `period`,
 * `from`, `to`, `asOf`, and `line` in a row of a form that is repeated). `{{` and `}}` are braces. What parameters mean says figure.ts.
 *
 *     {training.personTimes period=2018-12-28..2019-01-31 within=653123204203 split=STATUS:REGISTERED}
 */

/** Where something stands in a text: lines and characters are counted from 1, as people count. */
export interface Place {
  line: number;
  column: number;
}

/** A value as it was written, and where. */
export interface Written {
  text: string;
  at: Place;
}

export interface Placeholder {
  name: Written;
  parameters: readonly { name: Written; value: Written }[];
}

export type Part = string | Placeholder;

/** Something in a template that is not as it should be. */
export interface Fault {
  at: Place;
  says: Message;
}

/** A template taken apart, and whatever is wrong with its form; parsing goes on behind a fault at the next closing brace. */
export function parse(text: string): { parts: Part[]; faults: Fault[] } {
  return new Parser(text).all();
}

class Malformed extends Error {
  constructor(readonly fault: Fault) {
    super(fault.says.en);
  }
}

const letter = /\p{L}/u;
const inName = /[\p{L}\d._]/u;
const inBare = /[^\s{}"=]/u;

class Parser {
  private readonly characters: readonly string[];
  private next = 0;
  private line = 1;
  private column = 1;

  constructor(text: string) {
    this.characters = [...text];
  }

  all(): { parts: Part[]; faults: Fault[] } {
    const parts: Part[] = [];
    const faults: Fault[] = [];
    while (this.peek() !== undefined) {
      try {
        parts.push(this.isOpening() ? this.placeholder() : this.plain());
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        faults.push(error.fault);
        while (this.peek() !== undefined && this.take() !== '}');
      }
    }
    return { parts, faults };
  }

  private plain(): string {
    let text = '';
    for (let one = this.peek(); one !== undefined && !this.isOpening(); one = this.peek()) {
      const at = this.place();
      text += this.take();
      if (one !== '{' && one !== '}') continue;
      if (this.peek() !== one)
        throw malformed(
          at,
          '右花括号没有对应的左花括号；正文中的花括号须写成两个。',
          'No brace is open here; a brace that belongs to the text is written twice.',
        );
      this.take();
    }
    return text;
  }

  private placeholder(): Placeholder {
    const opened = this.place();
    this.take();
    const name = this.name('指标或词', 'the name of a metric or a word');
    const parameters: { name: Written; value: Written }[] = [];
    for (;;) {
      const isApart = this.spaces();
      const one = this.peek();
      if (one === '}') break;
      if (one === undefined) throw malformed(opened, '这个花括号没有关上。', 'This brace is never closed.');
      if (!isApart)
        throw malformed(
          this.place(),
          `这里不应有“${one}”，参数之间须有空格。`,
          `“${one}” does not belong here; parameters stand apart by a space.`,
        );
      parameters.push(this.parameter());
    }
    this.take();
    return { name, parameters };
  }

  private parameter(): { name: Written; value: Written } {
    const name = this.name('参数名', 'the name of a parameter');
    if (this.peek() !== '=')
      throw malformed(
        this.place(),
        `参数 ${name.text} 后须写“=”和值。`,
        `The parameter ${name.text} takes “=” and a value.`,
      );
    this.take();
    return { name, value: this.value(name.text) };
  }

  private name(zh: string, en: string): Written {
    const at = this.place();
    let text = '';
    if (letter.test(this.peek() ?? '')) while (inName.test(this.peek() ?? '')) text += this.take();
    if (text === '') throw malformed(at, `这里须写${zh}。`, `Here stands ${en}.`);
    return { text, at };
  }

  private value(name: string): Written {
    const at = this.place();
    if (this.peek() === '"') return { text: this.quoted(at), at };
    let text = '';
    while (inBare.test(this.peek() ?? '')) text += this.take();
    if (text === '') throw malformed(at, `参数 ${name} 没有值。`, `The parameter ${name} has no value.`);
    return { text, at };
  }

  private quoted(at: Place): string {
    this.take();
    let text = '';
    for (let one = this.peek(); one !== '"'; one = this.peek()) {
      if (one === undefined || one === '\n') throw malformed(at, '这个引号没有关上。', 'This quote is never closed.');
      text += this.take();
      if (one !== '\\') continue;
      const escaped = this.peek();
      if (escaped !== '"' && escaped !== '\\')
        throw malformed(
          this.place(),
          '反斜线后只能是引号或反斜线。',
          'Only a quote or a backslash follows a backslash.',
        );
      text = text.slice(0, -1) + this.take();
    }
    this.take();
    return text;
  }

  private spaces(): boolean {
    const from = this.next;
    while (/\s/.test(this.peek() ?? '')) this.take();
    return this.next > from;
  }

  /** A brace that opens a placeholder, and is not written twice. */
  private isOpening(): boolean {
    return this.peek() === '{' && this.characters[this.next + 1] !== '{';
  }

  private peek(): string | undefined {
    return this.characters[this.next];
  }

  private take(): string {
    const one = this.characters[this.next] ?? '';
    this.next += 1;
    if (one === '\n') this.line += 1;
    this.column = one === '\n' ? 1 : this.column + 1;
    return one;
  }

  private place(): Place {
    return { line: this.line, column: this.column };
  }
}

function malformed(at: Place, zh: string, en: string): Malformed {
  return new Malformed({ at, says: { zh, en } });
}
