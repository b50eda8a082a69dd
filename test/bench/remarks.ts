/** What a reader must know to judge the figures, and what could be called unfair to anybody. */
export const remarks = `## How to read it

- Every contestant answers the same: the answers are compared value by value before anything is measured, and a difference ends the run. Names that differ are aliased in the query or mapped by the comparison, outside the measured time.
- Each server has a core to itself. With two cores PostgreSQL shares the other with the client, whose work for a request is the same whoever answers; a server that leaves its work to PostgreSQL is therefore bound by that core, as the limit is. CPU seconds do not depend on the placement.
- CPU of PostgreSQL is that of the postmaster and of all its children, living and ended, so checkpoints and vacuum are in it.
- All are pooled at 12 connections, ask as the same role \`lianxin_app\` under the same row security, and set the same context in each transaction. Q3 is asked by the director of a township (reach of six stations), the rest by an editor of the whole county.
- Row security is measured against a copy of the database in which it is disabled on every table, with the same server, role and statements.

## Unfair to Lianxin

- Lianxin looks the session up in the database at every request (for a director with the reach, a recursive query), counts rates, limits depth and cost, writes security headers, checks permissions. The others know who asks from a table in memory and do none of this.
- The peers answer money and instants as they come or by a simple format; PostGraphile's are converted by the comparison.
- PostGraphile gets the pinyin of a title from the client, Lianxin, Mercurius and the limit make it. Only Lianxin validates the input of an insert beyond its types.

## Unfair to others

- Station names and parents are dated. PostGraphile does not know of that, so its tree, subtree, report and insert stand on SQL functions in a schema \`peer\` and one plan extension for the name, as its users would write them; each is inlined where PostgreSQL can. Its insert reads the nested answer in a second statement of its own, as its custom mutations do.
- The limit and Mercurius read the county's tree in one statement by hand; the limit has no query language, no parser and no validation.
- Peers could answer from persisted documents and caches in front; so could Lianxin; nobody does.

## Not measured yet

- The tree is without counts: the API has none on a station. Households, people and enrolments are not in the schema yet; steps and revisions, at most ten of each, stand for the nested lists of Q4.
- "Statements per root field" is a test of its own.`;
