/** What came back from one of the two servers. */
export interface Reply {
  status: number;
  body: string;
  /** Root fields that the compiler left to resolvers: `Query.explainAccess`. */
  fellBack: readonly string[];
}

/** A reply as it is compared. */
export interface Said {
  status: number;
  /** The members of the body, in order. */
  members: string[];
  data: string | undefined;
  errors: string[];
  extensions: string | undefined;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\s+/g;

/**
 * JSON without white space, every key in its place and as often as it stands there; texts and numbers as JavaScript would write
 * them. It throws for what is no JSON.
 */
export function canonical(json: string): string {
  JSON.parse(json);
  return (json.match(token) ?? [])
    .filter((part) => part.trim() !== '')
    .map((part) => (/^["\d-]/.test(part) ? JSON.stringify(JSON.parse(part)) : part))
    .join('');
}

/** The parts of an object or a list in canonical JSON, in order: `"key":value`, or the elements. */
function parts(json: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const part of json.match(token) ?? []) {
    if (part === '}' || part === ']') depth -= 1;
    if (depth === 1 && part === ',') found.push('');
    else if (depth > 0) found.push((found.pop() ?? '') + part);
    if (part === '{' || part === '[') depth += 1;
  }
  return found;
}

/**
 * What a reply says, without what differs from request to request: the request's id. Errors are put in order, for graphql-js tells
 * them as they happen, and of root fields side by side, and of the rows of a list, any may fail first.
 */
export function said({ status, body }: Reply): Said {
  const ids = new Set([...body.matchAll(/"requestId":"([^"]+)"/g)].map(([, id]) => id as string));
  const whole = new Map(parts(canonical(body)).map(keyAndValue));
  const errors = whole.get('errors');
  const list = errors === undefined ? [] : parts(errors).map((error) => [...ids].reduce(withoutId, error));
  return {
    status,
    members: [...whole.keys()],
    data: whole.get('data'),
    errors: list.sort(),
    extensions: whole.get('extensions'),
  };
}

/** What two replies say around the first place where they differ. */
export function around(replies: readonly [Reply, Reply]): [string, string] {
  const texts = replies.map((one) => {
    const { status, errors, data, extensions } = said(one);
    return [status, ...errors, `data ${data}`, extensions].join(' ');
  }) as [string, string];
  let at = 0;
  while (at < texts[0].length && texts[0][at] === texts[1][at]) at += 1;
  const from = Math.max(0, at - 400);
  return [texts[0].slice(from, at + 600), texts[1].slice(from, at + 600)];
}

function withoutId(error: string, id: string): string {
  return error.replaceAll(id, '<request>');
}

function keyAndValue(member: string): [key: string, value: string] {
  const [key = ''] = member.match(token) ?? [];
  return [JSON.parse(key) as string, member.slice(key.length + 1)];
}
