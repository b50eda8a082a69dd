const LISTED = 'id title state stateSince startsOn endsOn budget isInvented version station { id name }';

const SHOWN = `
  id version title state stateSince startsOn endsOn plan budget fundSource responsible isInvented createdBy createdAt
  station { id name level path { id name } }
  nextSteps { act to isOpen reason }
  steps { id act from to on at by comment }
  revisions { id no state inForceFrom enteredAt enteredBy reason changes { field before after } }
  pendingRevision { id no }
`;

const STEPS = ['Submit', 'Approve', 'Return', 'Start', 'Finish', 'Accept', 'Stop'] as const;

/** The GraphQL documents of one kind of programme, from its type's name (`JobProgramme`) and its own fields. */
export function documentsOf(type: string, own: string) {
  const one = type.charAt(0).toLowerCase() + type.slice(1);
  return {
    list: `
      query ${type}s($where: ${type}Filter, $orderBy: ${type}Order, $first: Int, $offset: Int) {
        ${one}s(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
          nodes { ${LISTED} ${own} }
          totalCount
          pageInfo { hasNextPage hasPreviousPage }
        }
      }`,
    one: `query ${type}($id: ID!) { ${one}(id: $id) { ${SHOWN} ${own} } }`,
    create: `
      mutation ${type}Create($input: ${type}CreateInput!, $idempotencyKey: String) {
        ${one}Create(input: $input, idempotencyKey: $idempotencyKey) { ${answer(one)} }
      }`,
    update: `
      mutation ${type}Update($id: ID!, $version: Int!, $input: ${type}UpdateInput!) {
        ${one}Update(id: $id, version: $version, input: $input) { ${answer(one)} }
      }`,
    amend: `
      mutation ${type}Amend($id: ID!, $version: Int!, $input: ${type}UpdateInput!, $reason: String!) {
        ${one}Amend(id: $id, version: $version, input: $input, reason: $reason) { ${answer(one)} }
      }`,
    discard: `
      mutation ${type}Discard($id: ID!, $version: Int!) {
        ${one}Discard(id: $id, version: $version) { ${answer(one)} }
      }`,
    ...Object.fromEntries(STEPS.map((step) => [step.toUpperCase(), stepOf(type, one, step)])),
  } as ProgrammeDocuments;
}

/** The documents of one kind by what they do; the steps under the names of their acts. */
export type ProgrammeDocuments = Record<
  'list' | 'one' | 'create' | 'update' | 'amend' | 'discard' | Uppercase<(typeof STEPS)[number]>,
  string
>;

function stepOf(type: string, one: string, step: string): string {
  return `
    mutation ${type}${step}($id: ID!, $version: Int!, $comment: String) {
      ${one}${step}(id: $id, version: $version, comment: $comment) { ${answer(one)} }
    }`;
}

function answer(one: string): string {
  return `${one} { id version state } errors { path code message }`;
}
