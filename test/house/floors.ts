import type { Import } from './sources.js';

/**
 * The rooms of the API from the ground up; rooms of one line are blind to each other. A room may be named before it is built.
 * `audit` hangs beside the people's floor and is imported by nobody but those named in `visitors`.
 */
export const apiFloors: readonly (readonly string[])[] = [
  ['kernel'],
  ['reading'],
  ['access', 'calendar'],
  ['tenancy'],
  ['households', 'campaigns', 'audit'],
  ['programmes', 'points'],
  ['training', 'jobs', 'industry', 'aid', 'volunteering', 'verification'],
  ['reports'],
  ['exchange'],
  ['areas'],
  ['database', 'schema'],
  ['server'],
  ['start'],
  ['main'],
];

/** Rooms that only some may enter. */
const visitors: Readonly<Record<string, readonly string[]>> = { audit: ['areas', 'database', 'server', 'start'] };

/**
 * Doors beside `index.ts`: the embedded PostgreSQL starts before the ORM may be loaded, what loads the demo is not needed by an
 * API that serves, and the tool that makes the list of places runs without the schema.
 */
const sideDoors: ReadonlySet<string> = new Set([
  'api/database/embedded.ts',
  'api/database/seed/index.ts',
  'api/kernel/packageRoot.ts',
]);

/** The floors of the console; every other folder is an area, which stands between `layout` and `parts`. */
const adminFloors: readonly (readonly string[])[] = [
  ['words'],
  ['provider'],
  ['parts'],
  ['<area>'],
  ['areas'],
  ['layout', 'home'],
  ['App'],
  ['main'],
];

/** What is wrong with the imports of the API, a sentence each. */
export function breachesOfApi(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const [from, to] = [roomOf(one.from), roomOf(one.to)];
    if (!one.to.startsWith('api/')) return [`${one.from} leaves the API for ${one.to}.`];
    if (from === to) return [];
    const [here, there] = [floorOf(apiFloors, from), floorOf(apiFloors, to)];
    if (here < 0) return [`The room ${from} has no floor: name it in test/house/floors.ts.`];
    if (there >= here) return [`${one.from} imports ${one.to}: ${from} does not stand above ${to}.`];
    if (visitors[to] && !visitors[to].includes(from))
      return [`${one.from} imports ${one.to}: ${from} may not enter ${to}.`];
    const isDoor = /^api\/([^/]+\.ts|[^/]+\/index\.ts)$/.test(one.to) || sideDoors.has(one.to);
    return isDoor ? [] : [`${one.from} enters ${to} by ${one.to}, which is not its door.`];
  });
}

/** What is wrong with the imports of the console, a sentence each. */
export function breachesOfAdmin(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    if (!one.to.startsWith('admin/'))
      return [`${one.from} imports ${one.to}: the console knows the API by schema.graphql alone.`];
    const [from, to] = [roomOf(one.from), roomOf(one.to)];
    if (from === to) return [];
    const areArea = [from, to].map((room) => floorOf(adminFloors, room) < 0);
    if (areArea[0] && areArea[1]) {
      return /^admin\/[^/]+\/index\.tsx?$/.test(one.to)
        ? []
        : [`${one.from} enters ${to} by ${one.to}, which is not its door.`];
    }
    const [here, there] = [from, to].map((room, i) => floorOf(adminFloors, areArea[i] ? '<area>' : room));
    return (there ?? 0) < (here ?? 0) ? [] : [`${one.from} imports ${one.to}: ${from} does not stand above ${to}.`];
  });
}

/** Circles of files that import each other when the program runs, each as a path that ends where it begins. */
export function circles(imports: readonly Import[]): string[] {
  const next = Map.groupBy(
    imports.filter((one) => !one.isTypeOnly),
    (one) => one.from,
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (done.has(file) || path.includes(file)) return;
    for (const one of next.get(file) ?? []) walk(one.to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

/** `api/tenancy/station.ts` -> `tenancy`, `api/schema.ts` -> `schema`. */
function roomOf(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.tsx?$/, '');
}

function floorOf(floors: readonly (readonly string[])[], room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}
