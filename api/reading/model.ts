import type { EntityMetadata, MetadataStorage } from '@mikro-orm/core';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Scope } from './scope.js';
import type { Sql } from './sql.js';

/** Where the rows of a type come from, when that is no table: a function of the database, or values of the asker. */
export interface Relation {
  from(scope: Scope): Sql;
  /** Column by property. */
  columns: Readonly<Record<string, string>>;
}

/** A class with its table, or a relation. */
export type Origin = (abstract new () => object) | Relation;

interface Place {
  column: string;
  /** Its SQL type. */
  type: string;
  isNullable: boolean;
  /** The class at the other end of a relation. */
  target: string | null;
}

/** What is known of a table, or of a relation: its columns by property. */
export class Table {
  private readonly places = new Map<string, Place>();

  constructor(
    /** Null for a relation. */
    readonly name: string | null,
    readonly hasTenant: boolean,
    /** The table that holds the shared columns of a kind; null where a row is whole. */
    readonly base: Table | null,
    readonly relation: Relation | null,
  ) {}

  set(property: string, place: Place): void {
    this.places.set(property, place);
  }

  find(property: string): Place | undefined {
    return this.places.get(property) ?? this.base?.find(property);
  }

  need(property: string): Place {
    const place = this.find(property);
    if (!place) throw new Error(`${this.name ?? 'A relation'} has no property ${property}.`);
    return place;
  }

  /** Whether a property lies in the kind's own table rather than in the shared one. */
  isOwn(property: string): boolean {
    return this.base !== null && this.places.has(property);
  }
}

interface Shown {
  property: string;
  permissions: readonly string[];
}

/** What a type's fields are called in the code, and the tables under the entities: TypeGraphQL's and MikroORM's metadata in one. */
export class Model {
  private readonly tables = new WeakMap<Origin, Table>();
  private readonly byName = new Map<string, EntityMetadata>();
  private readonly shown = new Map<string, Shown>();
  private readonly types = new Map<string, EntityMetadata>();
  /** Tables that hold rows of many tenants. */
  readonly pinned = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    metadata: MetadataStorage,
  ) {
    for (const meta of metadata.getAll().values()) {
      this.byName.set(meta.className, meta);
      if (meta.properties.tenantId && meta.tableName) this.pinned.add(meta.tableName);
    }
    this.learnFields();
  }

  private learnFields(): void {
    const { objectTypes, interfaceTypes, fieldResolvers, queries } = getMetadataStorage();
    for (const type of [...objectTypes, ...interfaceTypes]) {
      const meta = this.byName.get(type.target.name);
      if (meta) this.types.set(type.name, meta);
      for (const field of type.fields ?? []) {
        this.shown.set(`${type.name}.${field.schemaName}`, {
          property: field.name,
          permissions: (field.roles ?? []) as string[],
        });
      }
    }
    for (const resolver of fieldResolvers) {
      if (!resolver.roles?.length) continue;
      const owner = objectTypes.concat(interfaceTypes as never).find((t) => t.target === resolver.getObjectType?.());
      const known = owner && this.shown.get(`${owner.name}.${resolver.schemaName}`);
      if (known)
        this.shown.set(`${owner.name}.${resolver.schemaName}`, { ...known, permissions: resolver.roles as string[] });
    }
    for (const query of queries)
      this.shown.set(`Query.${query.schemaName}`, {
        property: query.methodName,
        permissions: (query.roles ?? []) as string[],
      });
  }

  /** The property behind a field, and the permissions it takes; a field of an interface is looked up there. */
  fieldOf(type: GraphQLObjectType, field: string): Shown {
    for (const name of [type.name, ...type.getInterfaces().map((i) => i.name)]) {
      const shown = this.shown.get(`${name}.${field}`);
      if (shown) return shown;
    }
    return { property: field, permissions: [] };
  }

  /** The table of a type's entity; null for types that are no entity. */
  tableOfType(typeName: string): Table | null {
    const meta = this.types.get(typeName);
    return meta ? this.tableOf(meta.class as unknown as Origin) : null;
  }

  /** The entity that a relation names. */
  originOf(className: string): Origin {
    const meta = this.byName.get(className);
    if (!meta) throw new Error(`There is no entity ${className}.`);
    return meta.class as unknown as Origin;
  }

  tableOf(origin: Origin): Table {
    const known = this.tables.get(origin);
    if (known) return known;
    const made = typeof origin === 'function' ? this.tableOfEntity(origin) : relationTable(origin);
    this.tables.set(origin, made);
    return made;
  }

  private tableOfEntity(origin: { name: string }): Table {
    const meta = this.byName.get(origin.name);
    if (!meta) throw new Error(`${origin.name} is no entity.`);
    const isKind = meta.inheritanceType === 'tpt' && Boolean(meta.tptParent);
    const base = isKind ? this.tableOf(meta.tptParent?.class as unknown as Origin) : null;
    const table = new Table(meta.tableName, Boolean(meta.properties.tenantId), base, null);
    const own = isKind ? (meta.ownProps ?? []) : Object.values(meta.properties);
    for (const property of own) {
      const column = property.fieldNames?.at(-1);
      if (!column) continue;
      const target = property.kind === 'scalar' ? null : property.type;
      const type = property.columnTypes?.at(-1) ?? 'text';
      table.set(property.name, { column, type, isNullable: Boolean(property.nullable), target });
    }
    return table;
  }
}

function relationTable(relation: Relation): Table {
  const table = new Table(null, false, null, relation);
  for (const [property, column] of Object.entries(relation.columns))
    table.set(property, { column, type: 'text', isNullable: true, target: null });
  return table;
}
