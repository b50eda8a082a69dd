import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { contextSql } from '../../../api/database/tenantSession.js';
import { Planner } from '../../../api/reading/index.js';
import { schema } from '../../../api/schema.js';
import { app } from '../../support/app.js';
import { countyRows, growCounty, type LargeCounty } from './largeCounty.js';
import { Counts, type Read, readBy } from './plans.js';
import { type Asked, pageRows, Questions } from './questions.js';

/** Rows read beyond those that have to be, in one walk of an index. */
const few = 5_000;
/** A filter that keeps at most so many rows selects little. */
const little = 20_000;
/** How much further than evenly a filter's rows may lie apart in an order. */
const unevenness = 10;

/**
 * Spans of days hang together with orders by day, moment and state, and no index that row security lets be used holds both ends of a
 * span and an order: a page of more than a few rows may pass over everything on the wrong side of the span, but never reads a list twice.
 */
const ofDays = ['period', 'at'];
const fewOfDays = 100;

interface Measured {
  asked: Asked;
  read: Read;
  /** Rows that a page of it may read. */
  most: number;
}

let measured: Measured[] = [];

async function readAll(): Promise<Measured[]> {
  const { orm, ownerUrl, appUrl } = await app();
  const owner = new pg.Client({ connectionString: ownerUrl });
  const client = new pg.Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), client.connect()]);
  try {
    const county = await growCounty(owner);
    const planner = new Planner(schema(), orm.getMetadata());
    const every = await new Questions(schema(), planner, orm.getMetadata(), owner, county).every();
    return await runAll(client, county, every);
  } finally {
    await Promise.all([owner.end(), client.end()]);
  }
}

async function runAll(client: pg.Client, { tenantId }: LargeCounty, every: readonly Asked[]): Promise<Measured[]> {
  const found: Measured[] = [];
  const counts = new Counts(client);
  await client.query('begin');
  for (const one of every) {
    await client.query(contextSql({ tenantId, reach: one.reach, isPlatform: false }));
    const read = await readBy(client, one.statement);
    found.push({ asked: one, read, most: read.rows <= few ? few : await mostOf(one, counts) });
  }
  await client.query('rollback');
  return found;
}

/**
 * What a page may read. Where the asker may see little, or the filter keeps little, its rows may all be found and sorted; where it
 * keeps much, the order's index is walked and what does not fit is passed over, as far as an even spread would have it and some times
 * more. An order that has rows without a value is two walks.
 */
async function mostOf({ kept, seen, filters, walks }: Asked, counts: Counts): Promise<number> {
  if (filters.length === 0) return walks * few;
  const [keeps, sees] = [await counts.of(kept), await counts.of(seen)];
  if (keeps > fewOfDays && filters.some((name) => ofDays.includes(name))) return countyRows + few;
  const found = Math.min(keeps <= little ? keeps : countyRows, sees <= little ? sees : countyRows);
  const walked = (unevenness * pageRows * countyRows) / Math.max(keeps, 1);
  const isLittle = found < countyRows;
  return walks * (few + (isLittle ? Math.max(found, Math.min(walked, little)) : walked));
}

function over(isMeant: (one: Asked) => boolean): string[] {
  const found = measured.filter(({ asked, read, most }) => isMeant(asked) && read.rows > most);
  return found.map(({ asked, read, most }) => `${asked.says} reads ${read.rows} of ${most}: ${read.scans.join(', ')}`);
}

describe('what a list offers, asked as the application of a county with 200,000 programmes', () => {
  beforeAll(async () => {
    measured = await readAll();
  }, 300_000);

  it.each([
    'programmes',
    'trainingProgrammes',
    'users',
    'auditEntries',
    'securityEvents',
    'households',
    'persons',
    'Station.programmes',
  ])('has %s in it, its first pages and deep ones', (list) => {
    for (const what of ['first', 'deep'])
      expect(measured.some(({ asked }) => asked.list === list && asked.what === what)).toBe(true);
  });

  it('is read a page at a time in every order, from either end and from the middle', () => {
    expect(over(({ filters }) => filters.length === 0)).toEqual([]);
  });

  it('is read in part when it is filtered, by every filter in every order', () => {
    expect(over(({ filters }) => filters.length > 0)).toEqual([]);
  });
});
