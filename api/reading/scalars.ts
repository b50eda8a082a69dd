import {
  type GraphQLEnumType,
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isScalarType,
} from 'graphql';
import { literal, Sql, sql } from './sql.js';

/** How a value of the database is written in JSON so that it equals what the scalar would serialise; null where none is known. */
const written: Readonly<Record<string, (value: Sql) => Sql>> = {
  ID: (value) => sql`(${value})::text`,
  String: (value) => value,
  Int: (value) => value,
  Boolean: (value) => value,
  Date: (value) => value,
  DateTime: (value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  Money: (value) => sql`round((${value})::numeric / 100, 2)::text`,
  Decimal: (value) => sql`(${value})::text`,
};

/** A leaf's value as it has to stand in the JSON. */
export function leafSql(type: GraphQLOutputType, value: Sql): Sql {
  const bare = getNullableType(type);
  if (isListType(bare)) return value;
  if (isEnumType(bare)) return enumSql(bare, value);
  const write = isScalarType(bare) ? written[bare.name] : undefined;
  if (!write) throw new Unplannable(`${String(bare)} has no form in SQL`);
  return write(value);
}

/** Where the names of an enum differ from its values, SQL translates. */
function enumSql(type: GraphQLEnumType, value: Sql): Sql {
  const values = type.getValues();
  if (values.every((one) => one.name === one.value)) return value;
  const cases = values.map((one) => sql` when ${literal(String(one.value))} then ${literal(one.name)}`);
  return new Sql(['case ', value, ...cases, ' end']);
}

/** Why a selection cannot be read by one statement; its root field is answered by resolvers. */
export class Unplannable extends Error {
  override name = 'Unplannable';
}
