import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { Model } from '../../../api/reading/model.js';
import { schema } from '../../../api/schema.js';
import { app } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

/** A value of each scalar, as a literal of SQL. */
const samples: Readonly<Record<string, string>> = {
  String: `'示例'`,
  Date: `'2026-01-01'`,
  DateTime: `'2026-01-01T08:00:00Z'`,
  Month: `'2026-01-01'`,
  Money: '12345',
  Decimal: '1.5',
  Int: '1',
  Boolean: 'true',
};

/** The tree and who works where: a blank there says that it holds today. */
const ground = new Set(['station', 'station_name', 'station_parent', 'user', 'grant']);

/**
 * Gives every column that the recipes have left empty throughout a county one value, so that it is compared too. What the rules of
 * a table refuse stays empty.
 */
export async function fillBlanks(): Promise<void> {
  const { orm } = await app();
  const built = schema();
  const model = new Model(built, orm.getMetadata());
  for (const type of Object.values(built.getTypeMap())) {
    const table = isObjectType(type) ? model.tableOfType(type.name) : null;
    if (!isObjectType(type) || !table?.name || !table.hasTenant || ground.has(table.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const place = table.find(model.fieldOf(type, field.name).property);
      const value = sampleOf(field.type);
      if (place?.isNullable && place.target === null && value) await fill(table.name, place.column, value);
    }
  }
}

function sampleOf(type: GraphQLOutputType): string | null {
  const named = getNamedType(type);
  if (isListType(getNullableType(type)) || !isLeafType(named)) return null;
  return isEnumType(named) ? `'${named.getValues()[0]?.name}'` : (samples[named.name] ?? null);
}

async function fill(table: string, column: string, value: string): Promise<void> {
  await asOwner(
    `update "${table}" t set "${column}" = ${value} where id in (select distinct on (tenant_id) id from "${table}" one
       where tenant_id in (select id from tenant where code in ('620981', '450481')) and not exists (select from "${table}" o where o.tenant_id = one.tenant_id and o."${column}" is not null) order by tenant_id, id)`,
  ).catch(() => []);
}
