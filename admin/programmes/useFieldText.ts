import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { amountText, yuan } from '../parts/figures.js';
import { useKind } from './kind.js';

const MONEY = new Set(['budget', 'wageFrom', 'wageTo']);

/** Words a field's value for people, from a record's value or from the text of a change: enum labels, days, yuan, quantities. */
export function useFieldText(): (field: string, value: unknown) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { own } = useKind();
  const types = new Map([['fundSource', 'FundSource'], ...own.map(({ source, type }) => [source, type] as const)]);
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '—';
    const type = types.get(field);
    if (type) return translate(`enums.${type}.${value}`, { _: String(value) });
    if (/^(true|false)$/.test(String(value))) return translate(`ra.boolean.${value}`);
    if (MONEY.has(field)) return `${yuan(String(value))} ${translate('lianxin.yuan')}`;
    if (field === 'plannedQuantity') return quantity(value, translate);
    return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? day(String(value), locale) : String(value);
  };
}

/** `{ amount, unit }`, or the same as the text `38.500 MU` of a change. */
function quantity(value: unknown, translate: (key: string, options?: object) => string): string {
  const [amount = '', unit = ''] =
    typeof value === 'object' ? Object.values(value as Record<string, string>) : String(value).split(' ');
  return `${amountText(amount)} ${translate(`enums.Unit.${unit}`, { _: unit })}`;
}
