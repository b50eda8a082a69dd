import { ErrorCode, InputMistakes, type Message, type Mistake } from './errors.js';

/** Gathers every mistake of an input before anything is refused, so that a form can show them all at once. */
export class Check {
  private readonly mistakes: Mistake[] = [];

  /** `root` is the argument that the paths start with; null: the fields are arguments themselves. */
  constructor(private readonly root: string | null = 'input') {}

  add(field: string, code: ErrorCode, says: Message): this {
    this.mistakes.push({ path: [...(this.root === null ? [] : [this.root]), ...field.split('.')], code, says });
    return this;
  }

  that(holds: boolean, field: string, code: ErrorCode, says: Message): this {
    return holds ? this : this.add(field, code, says);
  }

  /** A required text: trimmed, not empty, at most `max` characters, without control characters. */
  text(field: string, value: string | null | undefined, max: number): string {
    const text = (value ?? '').trim();
    if (text === '') this.add(field, ErrorCode.REQUIRED, { zh: '请填写。', en: 'Please fill this in.' });
    return this.bounded(field, text, max);
  }

  /** As `text`, but empty is answered as null. */
  optionalText(field: string, value: string | null | undefined, max: number): string | null {
    const text = (value ?? '').trim();
    return text === '' ? null : this.bounded(field, text, max);
  }

  /** A whole number within bounds; null passes. */
  range(field: string, value: number | null | undefined, min: number, max: number): this {
    const fits = value === null || value === undefined || (value >= min && value <= max);
    return this.that(fits, field, ErrorCode.OUT_OF_RANGE, {
      zh: `须在 ${min} 与 ${max} 之间。`,
      en: `Must be between ${min} and ${max}.`,
    });
  }

  /** Throws all mistakes found so far, or does nothing. */
  done(): void {
    if (this.mistakes.length > 0) throw new InputMistakes(this.mistakes);
  }

  private bounded(field: string, text: string, max: number): string {
    if ([...text].length > max) {
      this.add(field, ErrorCode.TOO_LONG, { zh: `最多 ${max} 个字。`, en: `At most ${max} characters.` });
    }
    if (hasControlCharacter(text)) {
      this.add(field, ErrorCode.INVALID, { zh: '含有不可见的控制字符。', en: 'Contains control characters.' });
    }
    return text;
  }
}

function hasControlCharacter(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true;
  }
  return false;
}
