import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { Question } from './corpus.js';

/** Questions asked at most while one is made smaller. */
const patience = 150;

/** Leaves selections out one by one, as long as what was wrong stays wrong. */
export async function shrink(
  schema: GraphQLSchema,
  question: Question,
  isStillWrong: (smaller: Question) => Promise<boolean>,
): Promise<Question> {
  let best = question;
  let asked = 0;
  for (let at = 0; asked < patience; at += 1) {
    const document = without(parse(best.query), at);
    if (document === null) break;
    const smaller = { ...best, query: print(swept(document)) };
    if (!isValid(schema, smaller.query)) continue;
    asked += 1;
    if (await isStillWrong(smaller)) {
      best = smaller;
      at -= 1;
    }
  }
  return best;
}

/** The document without its selection of that number, from the top; null where there are not so many. */
function without(document: DocumentNode, number: number): DocumentNode | null {
  let at = -1;
  let isFound = false;
  const drop = (_node: SelectionNode): null | undefined => {
    at += 1;
    if (at !== number) return undefined;
    isFound = true;
    return null;
  };
  const made = visit(document, { Field: drop, InlineFragment: drop, FragmentSpread: drop });
  return isFound ? made : null;
}

/** Without fragments and variables that nothing uses any more. */
export function swept(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: (node) => void used.add(`... ${node.name.value}`),
    Variable: (node, _key, parent) => {
      const isDefinition = parent && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION;
      if (!isDefinition) used.add(node.name.value);
    },
  });
  const left = visit(document, {
    FragmentDefinition: (node) => (used.has(`... ${node.name.value}`) ? undefined : null),
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
  // What is gone may have been the last to use another fragment.
  return left === document ? document : swept(left);
}

function isValid(schema: GraphQLSchema, query: string): boolean {
  try {
    return validate(schema, parse(query), specifiedRules).length === 0;
  } catch {
    return false;
  }
}
