import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from './connection.js';

/** What a list is asked to be ordered by. */
export interface OrderInput<F extends string = string> {
  field: F;
  direction: OrderDirection;
}

/**
 * Makes `XOrder { field: XOrderField!, direction: OrderDirection! }` for a list: `orderType('Household', { CODE: 'Code （户号）.' })`.
 * Its values are the keys of the list's `orders`.
 */
export function orderType<F extends string>(name: string, says: Readonly<Record<F, string>>): ClassType<OrderInput<F>> {
  const values = Object.fromEntries(Object.keys(says).map((value) => [value, value]));
  const config = Object.entries<string>(says).map(([value, description]) => [value, { description }] as const);
  registerEnumType(values, {
    name: `${name}OrderField`,
    description: `What a list of ${name} is ordered by.`,
    valuesConfig: Object.fromEntries(config),
  });
  class Order {
    field!: F;
    direction!: OrderDirection;
  }
  Field(() => values, { description: 'By what.' })(Order.prototype, 'field');
  Field(() => OrderDirection, { description: 'Which end first.' })(Order.prototype, 'direction');
  InputType(`${name}Order`, { description: `One order of a list of ${name}.` })(Order);
  Object.defineProperty(Order, 'name', { value: `${name}Order` });
  return Order as unknown as ClassType<OrderInput<F>>;
}
