import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import JestRuntime from 'jest-runtime';
import 'reflect-metadata';

type Runtime = typeof JestRuntime.default;
type Arguments = ConstructorParameters<Runtime>;
type Resolver = Arguments[2];

/** What Jest's runtime asks for Node's own modules; it is not in its types. */
interface Provider {
  coreModule: { require(name: string): unknown };
}

// A CommonJS module: what it exports is its `default` in types, and the whole in Node.
const Usual = ((JestRuntime as { default?: unknown }).default ?? JestRuntime) as Runtime;
const require = createRequire(import.meta.url);
const api = join(import.meta.dirname, '..', '..', 'api', sep);
const shared = ['graphql', '@mikro-orm', 'type-graphql', 'pg', 'fastify', 'playwright-core'];
const folders = [api, ...shared.map((name) => join(sep, 'node_modules', name, sep))];
const isShared = (path: string): boolean => folders.some((folder) => path.includes(folder));

/**
 * Jest's own runtime, but that the API and the packages it shares with tests are loaded by Node itself, once a worker, as in production:
 * Jest would load all of them anew for each test file, and so run all of them cold. Test files and their support stay as separate as ever.
 */
export default class WarmRuntime extends Usual {
  constructor(...[config, environment, resolver, ...rest]: Arguments) {
    super(config, environment, process.features.require_module ? warm(resolver) : resolver, ...rest);
    const { coreModule } = this as unknown as Provider;
    const usual = coreModule.require.bind(coreModule);
    coreModule.require = (name) => (isShared(name) ? loaded(name) : usual(name));
  }
}

/** A resolver that says of what is shared that Node has it. */
function warm(resolver: Resolver): Resolver {
  const isCoreModule = (name: string): boolean => isShared(name) || resolver.isCoreModule(name);
  return Object.create(resolver, { isCoreModule: { value: isCoreModule } }) as Resolver;
}

/**
 * The schema comes first, whichever test file is: the order of what it offers follows from the order in which modules are loaded.
 * Jest takes all that a module of Node's own exports for its default as well; where a module has a default, that is told to Jest.
 */
function loaded(name: string): unknown {
  require(join(api, 'schema.js'));
  const module = require(name.replace(/^node:/, '')) as { default?: unknown };
  return typeof module.default === 'object' && module.default !== null ? module.default : module;
}
