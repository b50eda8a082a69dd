/** Decimal text with thousands separators, its fraction as it is: `1234567.50` becomes `1,234,567.50`. */
export function grouped(decimal: string | number): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)(\.\d+)?$/.exec(String(decimal)) ?? [];
  if (whole === undefined) return String(decimal);
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction ?? ''}`;
}

/** Yuan as people read it: thousands separators, and no fraction when it is zero. */
export function yuan(money: string | number): string {
  return grouped(String(money).replace(/\.0+$/, ''));
}

/** What a person typed as a number, as the server wants it: no separators or spaces, full-width digits made plain. */
export function plain(typed: string): string {
  return typed
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[,\uff0c\s]/g, '')
    .replace('\uff0e', '.');
}

/** An amount as people read it: thousands separators, and no zeros at the end of its fraction (`620.000` is `620`). */
export function amountText(decimal: string | number): string {
  return grouped(
    String(decimal)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
  );
}
