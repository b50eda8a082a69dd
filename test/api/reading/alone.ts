import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Question } from './corpus.js';
import { swept } from './shrink.js';

/** The same question once for each of its root fields, with whatever fragments and directives that stands in. */
export function rootsAlone(question: Question): Question[] {
  const document = parse(question.query);
  const operation = getOperationAST(document, question.operationName || null);
  if (!operation) return [];
  const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  return leaves(operation.selectionSet, fragments).map((root) => {
    const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections: [root] } };
    const made: DocumentNode = { ...document, definitions: [alone, ...fragments] };
    return { ...question, query: print(swept(made)) };
  });
}

/** Each field of a selection, within the fragments that lead to it. */
function leaves(set: SelectionSetNode, fragments: readonly FragmentDefinitionNode[]): SelectionNode[] {
  return set.selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return [node];
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : fragments.find((f) => f.name.value === node.name.value);
    if (!fragment) return [];
    const { typeCondition, selectionSet } = fragment;
    return leaves(selectionSet, fragments).map((one) => ({
      kind: Kind.INLINE_FRAGMENT,
      directives: node.directives ?? [],
      selectionSet: { ...selectionSet, selections: [one] },
      ...(typeCondition && { typeCondition }),
    }));
  });
}
