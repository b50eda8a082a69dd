import { describe, expect, test } from '@jest/globals';
import { apiFloors, breachesOfAdmin, breachesOfApi, circles } from './floors.js';
import { type Import, importsUnder, sourceFiles } from './sources.js';

function planted(from: string, to: string, isTypeOnly = false): Import[] {
  return [{ from, to, isTypeOnly }];
}

describe('the API', () => {
  test('imports from lower floors only, and by their doors', async () => {
    const imports = await importsUnder('api');
    expect(imports.length).toBeGreaterThan(150);
    expect(breachesOfApi(imports)).toEqual([]);
  });

  test('has no circle, neither between rooms nor inside one', async () => {
    expect(circles(await importsUnder('api'))).toEqual([]);
  });

  test('has a floor for every room', () => {
    const rooms = new Set(sourceFiles('api').map((file) => file.split('/')[1]?.replace(/\.ts$/, '')));
    expect([...rooms].filter((room) => !apiFloors.flat().includes(room ?? ''))).toEqual([]);
  });
});

describe('the console', () => {
  test('imports from lower floors only and never from the API', async () => {
    expect(breachesOfAdmin(await importsUnder('admin'))).toEqual([]);
  });

  test('has no circle', async () => {
    expect(circles(await importsUnder('admin'))).toEqual([]);
  });
});

describe('a planted breach is found', () => {
  test.each([
    ['up', 'api/kernel/day.ts', 'api/tenancy/index.ts', 'kernel does not stand above tenancy'],
    ['to a sibling', 'api/training/course.ts', 'api/jobs/index.ts', 'training does not stand above jobs'],
    ['by a side door', 'api/training/course.ts', 'api/tenancy/station.ts', 'not its door'],
    ['into audit', 'api/training/course.ts', 'api/audit/index.ts', 'may not enter audit'],
    ['from an unknown room', 'api/misc/bag.ts', 'api/kernel/index.ts', 'has no floor'],
    ['out of the API', 'api/server/page.ts', 'admin/App.tsx', 'leaves the API'],
  ])('%s', (_name, from, to, says) => {
    expect(breachesOfApi(planted(from, to))).toEqual([expect.stringContaining(says)]);
    expect(breachesOfApi(planted(from, to, true))).toHaveLength(1);
  });

  test.each([
    ['from the console to the API', 'admin/provider/data.ts', 'api/kernel/index.ts', 'schema.graphql alone'],
    ['from parts to an area', 'admin/parts/Page.tsx', 'admin/training/index.tsx', 'does not stand above'],
    ['from an area to the layout', 'admin/training/List.tsx', 'admin/layout/Menu.tsx', 'does not stand above'],
    ['into an area by a side door', 'admin/jobs/List.tsx', 'admin/training/List.tsx', 'not its door'],
  ])('%s', (_name, from, to, says) => {
    expect(breachesOfAdmin(planted(from, to))).toEqual([expect.stringContaining(says)]);
  });

  test('a circle of three files, but none of types', () => {
    const [a, b, c] = ['api/x/a.ts', 'api/x/b.ts', 'api/x/c.ts'] as const;
    const ring = [...planted(a, b), ...planted(b, c), ...planted(c, a)];
    expect(circles(ring)).toEqual([`${a} > ${b} > ${c} > ${a}`]);
    expect(circles([...planted(a, b), ...planted(b, c), ...planted(c, a, true)])).toEqual([]);
  });
});
