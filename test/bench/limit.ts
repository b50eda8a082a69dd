import { alsoOpen, type Contestant, type Shape, settled } from './contestant.js';
import { rootFields } from './lianxin.js';

/** The hand-written statements over node:http; it is asked by the operation's name, for it has no query language. */
export function limit(isOpen = false): Contestant {
  return {
    name: isOpen ? 'limit, no row security' : 'limit',
    script: 'test/bench/peers/limit.server.js',
    isOpen,
    ...(isOpen && { only: alsoOpen }),
    body: (operation, { input }) => ({ operation, input }),
    read: (operation, data) =>
      settled(operation, operation === 'tree' ? bare(data.stationTree) : data[rootFields[operation]]),
  };
}

/** Lianxin is not asked for the children of villages, which the statement prints as empty lists. */
function bare(node: Shape, depth = 0): Shape {
  if (depth === 2) return { station: node.station };
  return { ...node, children: node.children.map((child: Shape) => bare(child, depth + 1)) };
}
