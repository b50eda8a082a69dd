/** What a reader must know to judge the figures, and what could be called unfair to anybody. */
export const remarks = `## How to read it

- Every contestant answers the same: the answers are compared value by value before anything is measured, and a difference ends the run. Names that differ are aliased in the query or mapped by the comparison, outside the measured time.
- Each server has a core to itself. With two cores PostgreSQL shares the other with the client, whose work for a request is the same whoever answers; a server that leaves its work to PostgreSQL is therefore bound by that core, as the limit is, whose JSON PostgreSQL builds: in the tree that can put Mercurius ahead of it. CPU seconds do not depend on the placement.
- CPU of PostgreSQL is that of the postmaster and of all its children, living and ended, so checkpoints and vacuum are in it.
- All are pooled at 12 connections, ask as the same role \`lianxin_app\` under the same row security, and set the same context in each transaction. Q3 is asked by the director of a township (reach of six stations), the insert by a clerk of one, the rest by an editor of the whole county.
- Row security is measured against a copy of the database in which it is disabled on every table, with the same server, role and statements.

## Unfair to Lianxin

- Lianxin looks the session up in the database at every request (for a director with the reach, a recursive query), counts rates, limits depth and cost, writes security headers, checks permissions. The others know who asks from a table in memory and do none of this.
- The peers answer money and instants as they come or by a simple format; PostGraphile's are converted by the comparison.
- Only Lianxin validates the input of an insert beyond its types, looks the number up before it writes, and checks that the station stands and that the clerk keeps its register. PostGraphile believes its client: by its generated mutations the day, the author, the ids and the two rows of audit are whatever was sent. The number of the household comes from the client whoever is asked, for Lianxin would count the next one under a lock.
- \`postgraphile\` writes a household in four transactions, one for every mutation field, and reads its answer in a fifth: a failure half-way leaves the rows before it, without their audit. All others write the four rows in one transaction.
- Households, people and stations are referenced in Lianxin with the permission that they need, which it checks for every field; the others leave it to row security.

## Unfair to others

- Station names and parents are dated. PostGraphile does not know of that, so its tree, subtree, report and insert stand on SQL functions in a schema \`peer\` and one plan extension for the name, as its users would write them; each is inlined where PostgreSQL can.
- The insert of \`postgraphile\` is what it generates: four create mutations in one document, a row each, the nested answer through the payload of the last. PostgreSQL commits four times for it where one would do. Its users who mind write a function: \`postgraphile, own function\` does all four rows in one statement of hand-written SQL, the very one of Mercurius and the limit, and reads the nested answer in a second transaction, as its custom mutations do. That line measures PostgreSQL and the author of the function more than PostGraphile, so it has no target.
- The ids of the generated mutations are made by the client of the bench, outside the latency but on the core that it shares with PostgreSQL.
- The tree counts each station's own programmes that the asker may read, today's, not those of stations below. PostGraphile does so by the connection that it generates: one statement for the county with its children, two for the counts, each in a transaction of its own, and the counts look every station up in the index. Lianxin answers all in one statement; Mercurius in two, tree and counts, in one transaction.
- The limit and Mercurius read the county's tree in one statement by hand; the limit counts in it too, and has no query language, no parser and no validation.
- Peers could answer from persisted documents and caches in front; so could Lianxin; nobody does.

## Not measured yet

- Visits are not in the schema; memberships, places, enrolments, steps, revisions and the audit are the dated rows, and a household stands for the insert.
- Visits are not counted in the quarter, but those who came to a session; the report of old counts programmes.
- "Statements per root field" is a test of its own.`;
