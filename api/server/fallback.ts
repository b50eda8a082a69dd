import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** How many operations are kept compiled; each takes some ten kilobytes. */
const mostCompiled = 200;

/** The fields of an operation that resolvers answer. */
export interface Unplanned {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As they were sent: the resolvers' executor coerces them itself. */
  variables: Record<string, unknown>;
  context: unknown;
  nodes: readonly FieldNode[];
}

interface Kept {
  document: DocumentNode;
  compiled: CompiledQuery | null;
}

/** Answers root fields by the ordinary resolvers: with graphql-js when they are first asked, compiled by graphql-jit from then on. */
export class Resolvers {
  private readonly kept = new Map<string, Kept>();
  private readonly numbers = new WeakMap<FieldNode, number>();
  private last = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly most = mostCompiled,
  ) {}

  async answer(question: Unplanned): Promise<ExecutionResult> {
    const key = question.nodes.map((node) => this.numberOf(node)).join(' ');
    const known = this.kept.get(key);
    const document = known?.document ?? reduced(question);
    const isSchema = question.nodes.some(({ name }) => name.value.startsWith('__'));
    const compiled = known && !isSchema ? (known.compiled ?? this.compile(document)) : null;
    this.keep(key, { document, compiled });
    const { context: contextValue, variables: variableValues } = question;
    if (!compiled) return execute({ schema: this.schema, document, contextValue, variableValues } as ExecutionArgs);
    const result = await compiled.query({}, contextValue, variableValues);
    return result.errors ? { ...result, errors: result.errors.map((error) => ordinary(error, document)) } : result;
  }

  /** Null for what graphql-jit cannot compile. */
  private compile(document: DocumentNode): CompiledQuery | null {
    const compiled = compileQuery(this.schema, document);
    return isCompiledQuery(compiled) ? compiled : null;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
  }

  private numberOf(node: FieldNode): number {
    const number = this.numbers.get(node) ?? ++this.last;
    this.numbers.set(node, number);
    return number;
  }
}

/** The document with one operation, which asks for these root fields alone. */
function reduced({ document, operation, nodes }: Unplanned): DocumentNode {
  const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  const selectionSet = { ...operation.selectionSet, selections: nodes };
  return { ...document, definitions: [{ ...operation, selectionSet }, ...fragments] };
}

/** An error as graphql-js makes it: those of graphql-jit are frozen, and Apollo writes into them. */
function ordinary({ message, path, locations = [], originalError }: GraphQLError, { loc }: DocumentNode): GraphQLError {
  const source = loc?.source ?? null;
  const lines = [0, ...[...(source?.body ?? '').matchAll(/\r\n|[\n\r]/g)].map((end) => end.index + end[0].length)];
  const positions = locations.map(({ line, column }) => (lines[line - 1] ?? 0) + column - 1);
  return new GraphQLError(message, { source, positions, path: path ?? null, originalError: originalError ?? null });
}
