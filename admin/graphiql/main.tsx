import 'graphiql/setup-workers/vite';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const example = `# 连心 GraphQL：按 Ctrl+Enter 执行。Ctrl+Enter runs the query.
query Tree {
  stationTree {
    station { name code }
    children { station { name code } }
  }
}
`;

/** Asks with the session of whoever is signed in; the answer's shape is GraphQL's own. */
async function ask(question: object) {
  const headers = { 'content-type': 'application/json' };
  return (await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(question) })).json();
}

/** The explorer of the API for developers: a page of its own, beside the console. */
const root = document.getElementById('root');
if (root) createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={example} />);
