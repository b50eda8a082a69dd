import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Question } from './corpus.js';

type Row = Record<string, unknown>;

/** Which fields of the schema a corpus has had answered, and which of them with a value. */
export class Coverage {
  readonly answered = new Set<string>();
  readonly filled = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Notes the fields of an answer. */
  note(question: Question, data: unknown): void {
    const query = this.schema.getQueryType();
    const document = parse(question.query);
    const operation = getOperationAST(document, question.operationName || null);
    if (query && operation) this.walk(document, query, operation.selectionSet, data as Row);
  }

  /** Every field that can be reached from the query root, `Station.name`, without some and what stands only behind those. */
  reachable(except: ReadonlySet<string>): string[] {
    const found = new Set<GraphQLCompositeType>();
    const fields = (type: GraphQLCompositeType) =>
      fieldsOf(type).filter(({ name }) => !this.kindsOf(type).some((kind) => except.has(`${kind}.${name}`)));
    const visit = (type: GraphQLCompositeType): void => {
      if (found.has(type)) return;
      found.add(type);
      if (isAbstractType(type)) for (const kind of this.schema.getPossibleTypes(type)) visit(kind);
      for (const field of fields(type)) {
        const named = getNamedType(field.type);
        if (isCompositeType(named)) visit(named);
      }
    };
    const query = this.schema.getQueryType();
    if (query) visit(query);
    return [...found].flatMap((type) => fields(type).map(({ name }) => `${type.name}.${name}`));
  }

  private kindsOf(type: GraphQLCompositeType): string[] {
    const kinds = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    return [type, ...kinds].map(({ name }) => name);
  }

  private walk(document: DocumentNode, type: GraphQLCompositeType, set: SelectionSetNode, row: Row): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field = fieldsOf(type).find(({ name }) => name === selection.name.value);
        if (!field || !Object.hasOwn(row, key)) continue;
        const named = getNamedType(field.type);
        this.found(type, field.name, row, row[key]);
        if (!isCompositeType(named) || !selection.selectionSet) continue;
        for (const below of [row[key]].flat().filter(Boolean)) {
          this.walk(document, named, selection.selectionSet, below as Row);
        }
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : document.definitions.find(
              (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value,
            );
      if (!fragment || !('selectionSet' in fragment)) continue;
      const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined;
      const on = this.narrowed(type, condition, row);
      if (on) this.walk(document, on, fragment.selectionSet, row);
    }
  }

  /** The type that a fragment's fields are read on; null where the answer does not tell whether it applied. */
  private narrowed(type: GraphQLCompositeType, condition: string | undefined, row: Row): GraphQLCompositeType | null {
    const on = condition === undefined ? type : this.schema.getType(condition);
    if (!isCompositeType(on) || on === type) return type;
    // A wider condition always applies; of the kinds of an interface the answer must say which it is.
    if (isAbstractType(on) && this.schema.isSubType(on, type as never)) return type;
    return row.__typename === on.name ? on : null;
  }

  private found(type: GraphQLCompositeType, field: string, row: Row, value: unknown): void {
    const kinds = [type.name, ...(isAbstractType(type) && typeof row.__typename === 'string' ? [row.__typename] : [])];
    for (const kind of kinds) {
      this.answered.add(`${kind}.${field}`);
      if (value !== null && !(Array.isArray(value) && value.length === 0)) this.filled.add(`${kind}.${field}`);
    }
  }
}

function fieldsOf(type: GraphQLCompositeType) {
  return isUnionType(type) ? [] : Object.values(type.getFields());
}
