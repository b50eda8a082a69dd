import { withNewIds } from './newIds.js';
import { peer } from './peers/load.js';

/** What the client is to do: so many connections, each asking again as soon as it is answered, for so long. */
export interface Job {
  origin: string;
  connections: number;
  seconds: number;
  /** Bodies with the sessions that may ask them; every connection has a session of its own. */
  requests: { body: string; who: string }[];
  sessionsEach: number;
  isWrite: boolean;
  /** The shortest answer that can be whole. */
  fewestBytes: number;
}

/** What came of it; latencies in milliseconds. */
export interface Outcome {
  latencies: number[];
  seconds: number;
  failures: number;
  firstFailure: string | null;
}

const { Client } = peer('undici');

async function run(job: Job): Promise<Outcome> {
  const outcome: Outcome = { latencies: [], seconds: 0, failures: 0, firstFailure: null };
  const start = performance.now();
  const end = start + job.seconds * 1000;
  const requests = job.requests.map(({ body, who }) => ({ bodyOf: withNewIds(body), who }));
  await Promise.all(Array.from({ length: job.connections }, (_, index) => connect(job, requests, index, end, outcome)));
  outcome.seconds = (performance.now() - start) / 1000;
  return outcome;
}

async function connect(
  job: Job,
  requests: readonly { bodyOf: () => string; who: string }[],
  index: number,
  end: number,
  outcome: Outcome,
): Promise<void> {
  const client = new Client(job.origin, { pipelining: 1 });
  for (let turn = index; performance.now() < end; turn += 1) {
    const { bodyOf, who } = requests[turn % requests.length] as (typeof requests)[number];
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: `lianxin=${who}.${turn % job.sessionsEach}`,
      ...(job.isWrite && { 'x-write': '1' }),
    };
    const body = bodyOf();
    const sent = performance.now();
    const response = await client.request({ path: '/graphql', method: 'POST', headers, body });
    const answer = Buffer.from(await response.body.arrayBuffer());
    outcome.latencies.push(Math.round((performance.now() - sent) * 100) / 100);
    if (response.statusCode !== 200 || answer.length < job.fewestBytes) {
      outcome.failures += 1;
      outcome.firstFailure ??= `${response.statusCode} ${answer.toString('utf8', 0, 300)}`;
    }
  }
  await client.close();
}

process.on('message', (job: Job) => {
  run(job).then(
    (outcome) => process.send?.({ outcome }),
    (error) => process.send?.({ error: String(error?.stack ?? error) }),
  );
});
