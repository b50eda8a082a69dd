/** Figures come as decimal text; they are added and compared exactly, never as floating numbers. */
interface Exact {
  whole: bigint;
  /** How many digits stand behind the point. */
  places: number;
}

function exact(text: string): Exact {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return { whole: BigInt(`${sign}${whole}${part}`), places: part.length };
}

function scaled(a: string, b: string): [bigint, bigint, number] {
  const [x, y] = [exact(a), exact(b)];
  const places = Math.max(x.places, y.places);
  const at = ({ whole, places: own }: Exact) => whole * 10n ** BigInt(places - own);
  return [at(x), at(y), places];
}

/** `a` less `b`: `12.5` and `2.50` make `10.00`. */
export function minus(a: string, b: string): string {
  const [x, y, places] = scaled(a, b);
  return textOf(x - y, places);
}

/** `a` and `b` added: `12.5` and `2.50` make `15.00`. */
export function plus(a: string, b: string): string {
  const [x, y, places] = scaled(a, b);
  return textOf(x + y, places);
}

/** Below zero where `a` is the smaller, zero where both are the same. */
export function order(a: string, b: string): number {
  const [x, y] = scaled(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** How many per cent `a` is of `b`, with one decimal; null where `b` is nothing. */
export function percent(a: string, b: string): string | null {
  const [x, y] = scaled(a, b);
  if (y === 0n) return null;
  const [above, of] = y < 0n ? [-x, -y] : [x, y];
  const doubled = 2000n * above + (above < 0n ? -of : of);
  return textOf(doubled / (2n * of), 1);
}

/** Whether it is nothing. */
export function isZero(text: string): boolean {
  return exact(text).whole === 0n;
}

function textOf(whole: bigint, places: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0');
  const sign = whole < 0n ? '-' : '';
  const cut = digits.length - places;
  return `${sign}${digits.slice(0, cut)}${places ? `.${digits.slice(cut)}` : ''}`;
}
