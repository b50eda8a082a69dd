import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

// A worker that has nothing left to do goes at once: to take its heap of ended test files down would take longer than Jest waits.
if (process.send) process.once('beforeExit', () => process.exit());

/**
 * Jest's own environment for Node, in a realm with a plain global object. Jest puts a proxy behind the global object of a
 * test file, which makes every use of `Object`, `Map` or `process` slow in the whole application. Node before 22.8 has
 * no other way.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    const plain = (vm.constants as unknown as { DONT_CONTEXTIFY?: vm.Context }).DONT_CONTEXTIFY;
    if (plain) vm.createContext = (() => createContext(plain)) as typeof createContext;
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
    // The API is loaded by Node itself: what tests hand it is of its kind, and the environment they set is the one it reads.
    Object.assign(this.global, { Map, Set, Date });
    this.global.process.env = process.env;
  }
}
