import { createServer } from 'node:http';
import { type Foreign, peer } from './load.js';
import { currentName } from './postgraphile.setup.js';
import { scopeOfRequest, scopesFromEnvironment } from './scope.js';

/**
 * PostGraphile 5 with grafserv on node:http: the amber preset, answers written as text (`outputDataAsString`), no GraphiQL, no
 * explain, no request-time introspection, the context of row security by pgSettings.
 */
const { sql, TYPES } = peer('postgraphile/@dataplan/pg');
const { makePgService } = peer('postgraphile/adaptors/pg');
const scopes = scopesFromEnvironment();

const stationName = peer('postgraphile/utils').extendSchema({
  typeDefs: peer('postgraphile/utils').gql`extend type Station { name: String }`,
  objects: {
    Station: {
      plans: {
        name($station: Foreign) {
          const [before, after] = currentName('~').split('~.tenant_id');
          const [middle, end] = (after ?? '').split('~.id');
          const alias = $station.getClassStep().alias;
          return $station.select(
            sql`${sql.raw(before)}${alias}.tenant_id${sql.raw(middle)}${alias}.id${sql.raw(end)}`,
            TYPES.text,
          );
        },
      },
    },
  },
});

const preset = {
  extends: [peer('postgraphile/presets/amber').default],
  plugins: [stationName],
  disablePlugins: ['NodePlugin', 'PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public', 'peer'], poolConfig: { max: 12 } }),
  ],
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphiql: false, outputDataAsString: true, watch: false },
  grafast: {
    explain: false,
    context: ({ node }: Foreign) => {
      const { tenantId, stations, userId, account, name } = scopeOfRequest(scopes, node.req.headers);
      const reach = stations === '*' ? '*' : stations.join(',');
      const context = { 'app.tenant': String(tenantId), 'app.stations': reach, 'app.platform': 'off' };
      const isWrite = String(node.req.headers['x-write'] ?? '') === '1';
      return {
        pgSettings: isWrite ? { ...context, 'app.user': userId, 'app.account': account, 'app.name': name } : context,
      };
    },
  },
};

const pgl = peer('postgraphile').postgraphile(preset);
if (process.env.BENCH_PRINT) {
  process.stdout.write(peer('graphql').printSchema(await pgl.getSchema()));
  process.exit(0);
}
const serv = pgl.createServ(peer('postgraphile/grafserv/node').grafserv);
const server = createServer();
server.on('error', (error) => process.stderr.write(`${error}\n`));
await serv.addTo(server);
await serv.ready?.();
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
