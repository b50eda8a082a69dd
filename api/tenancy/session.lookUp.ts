import { createHash } from 'node:crypto';
import { tokenHash } from '../access/index.js';
import type { Statement } from '../reading/index.js';
import { idleMinutes, mostHours } from './signIn.service.js';

const seen = `to_json(m.last_seen) #>> '{}'`;

const findText = `select found::text, m.mark, ${seen} from gate.session_find($1, $2, $3) found, gate.session_mark($1, $2, $3) m`;
const checkText = `select m.mark, ${seen} from gate.session_mark($1, $2, $3) m`;
const [findName, checkName] = [nameOf(findText), nameOf(checkText)];

/** What a process remembers a session by: the hash of its token, never the token. */
export function sessionKey(token: string): string {
  return tokenHash(token).toString('hex');
}

/** Looks a session up: all that is known of it as JSON, the mark of what its rights hang on, and when it was last seen. */
export function sessionFind(token: string): Statement {
  return { name: findName, text: findText, values: [tokenHash(token), idleMinutes, mostHours] };
}

/** Asks for the mark alone, which differs as soon as a right, a name or the session itself has changed; null once it is over. */
export function sessionCheck(token: string): Statement {
  return { name: checkName, text: checkText, values: [tokenHash(token), idleMinutes, mostHours] };
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
