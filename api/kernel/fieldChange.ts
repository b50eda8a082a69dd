import { Field, ObjectType } from 'type-graphql';

/** One field of a record before and after a change, as people read it. */
@ObjectType({ description: 'One field before and after a change （字段变化）.' })
export class FieldChange {
  @Field(() => String, { description: 'Name of the field, as in the record’s type.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'The value before; null when there was none （变更前）.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'The value after; null when there is none （变更后）.' })
  after!: string | null;
}

/** Writes a value of a field for people; null when there is none. */
export type Show = (field: string, value: unknown) => string | null;

type State = Readonly<Record<string, unknown>> | null;

/** Every field that either state of a record names, side by side; a state is missing when the record was made or removed. */
export function sideBySide(
  before: State,
  after: State,
  show: Show = (_field, value) => plainText(value),
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({
      field,
      before: show(field, before?.[field] ?? null),
      after: show(field, after?.[field] ?? null),
    }))
    .filter((change) => change.before !== null || change.after !== null);
}

/** What differs between two states of a record. */
export function fieldChanges(before: State, after: State, show?: Show): FieldChange[] {
  return sideBySide(before, after, show).filter((change) => change.before !== change.after);
}

/** Any value as text: texts as they are, the rest as JSON, nothing as null. */
export function plainText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
