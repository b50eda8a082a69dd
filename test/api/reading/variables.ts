import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random.js';

const misfits = [{}, [], 'x', 1.5, -1, true, 2_147_483_648, ['x', null], '', { in: 3 }];

/** Writes values into a document: as literals, or as variables in every form that GraphQL knows. */
export class Variables {
  readonly values: Record<string, unknown> = {};
  private readonly definitions: string[] = [];

  /** `share`: how often a value becomes a variable; 0 for never. */
  constructor(
    private readonly random: Random,
    private readonly share: number,
    private readonly prefix = 'v',
  ) {}

  /** What stands after the operation's name: `($v1: Int = 5)`. */
  get header(): string {
    return this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
  }

  /** The text of a value, or of the variable that it was given to. */
  write(type: GraphQLInputType, value: unknown): string {
    if (this.random.chance(this.share)) return this.variable(type, value);
    const inner = getNullableType(type);
    if (value === null) return 'null';
    if (isListType(inner) && Array.isArray(value)) {
      // One value is as good as a list of one.
      if (value.length === 1 && value[0] !== null && this.random.chance(0.1)) return literal(inner.ofType, value[0]);
      return `[${value.map((one) => this.write(inner.ofType, one)).join(', ')}]`;
    }
    if (isInputObjectType(inner)) {
      const fields = inner.getFields();
      const parts = Object.entries(value as object).map(
        ([name, one]) => `${name}: ${this.write(fields[name]?.type ?? inner, one)}`,
      );
      return `{${parts.join(', ')}}`;
    }
    return literal(type, value);
  }

  private variable(type: GraphQLInputType, value: unknown): string {
    const { random } = this;
    const name = `${this.prefix}${this.definitions.length + 1}`;
    const bare = String(getNullableType(type));
    const isGiven = value !== null;
    const form = random.weighed([
      [60, 'given'],
      [isGiven ? 10 : 0, 'required'],
      [isGiven ? 10 : 0, 'default'],
      [isGiven ? 8 : 0, 'overruled'],
      [isNonNullType(type) ? 0 : 4, 'absent'],
      [1, 'misfit'],
    ] as const);
    const hasDefault = form === 'default' || form === 'overruled';
    const declared = form === 'required' ? `${bare}!` : hasDefault ? bare : String(type);
    this.definitions.push(`$${name}: ${declared}${hasDefault ? ` = ${literal(type, value)}` : ''}`);
    if (form === 'misfit') this.values[name] = random.pick(misfits);
    else if (form !== 'default' && form !== 'absent') this.values[name] = value;
    return `$${name}`;
  }
}

/** A value as it stands in a document, without variables. */
function literal(type: GraphQLInputType, value: unknown): string {
  const inner = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(inner)) {
    return Array.isArray(value)
      ? `[${value.map((one) => literal(inner.ofType, one)).join(', ')}]`
      : literal(inner.ofType, value);
  }
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    return `{${Object.entries(value as object)
      .map(([name, one]) => `${name}: ${literal(fields[name]?.type ?? inner, one)}`)
      .join(', ')}}`;
  }
  return isEnumType(inner) ? String(value) : JSON.stringify(value);
}
