import type { Quantity, Unit } from '../kernel/index.js';
import { type Reads, type Row, self } from '../reading/index.js';

/** `38.5` -> `38.500`, as the database keeps it, so that writing the same amount again is no change. */
export function thousandths(amount: string): string {
  const [whole = '0', part = ''] = amount.split('.');
  return `${BigInt(whole)}.${part.padEnd(3, '0')}`;
}

/** An amount in whole thousandths, to be added without rounding. */
export function inThousandths(amount: string): bigint {
  return BigInt(thousandths(amount).replace('.', ''));
}

/** Whole thousandths as the text of an amount. */
export function amountOf(count: bigint): string {
  const digits = String(count).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** A quantity made of the columns `amount` and `unit` of the same row. */
export const quantityOfRow: Reads = self({
  amount: (row: Row) => row.column('amount'),
  unit: (row: Row) => row.column('unit'),
});

/** The two columns as a quantity. */
export function quantityOf({ amount, unit }: { amount: string; unit: Unit }): Quantity {
  return { amount, unit };
}
