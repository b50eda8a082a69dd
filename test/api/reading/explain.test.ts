import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { contextSql } from '../../../api/database/tenantSession.js';
import { Planner } from '../../../api/reading/index.js';
import { schema } from '../../../api/schema.js';
import { app } from '../../support/app.js';
import { growCounty, type LargeCounty } from './largeCounty.js';
import { type Read, readBy } from './plans.js';
import { type Asked, Questions } from './questions.js';

/** Rows read for a page of 25 of a whole list, whoever asks. */
const mostOfAll = 3_000;
/** Rows read for a page of what a filter keeps: what a town has, a fifteenth of the list, twice where the order has rows without a value. */
const mostOfFiltered = 30_000;

/**
 * Filters whose pages may still read the list through: their rows lie together at one end of most orders, or the plan that is kept
 * for any value is a bad one for rare values. A filter leaves this list when it is mended.
 */
const unserved = ['state', 'period', 'search', 'category', 'jobKind', 'form'];

let asked: { asked: Asked; read: Read }[] = [];

async function readAll(): Promise<typeof asked> {
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

async function runAll(client: pg.Client, { tenantId }: LargeCounty, every: readonly Asked[]): Promise<typeof asked> {
  const found: typeof asked = [];
  await client.query('begin');
  for (const one of every) {
    await client.query(contextSql({ tenantId, reach: one.reach, isPlatform: false }));
    found.push({ asked: one, read: await readBy(client, one.statement) });
  }
  await client.query('rollback');
  return found;
}

function reads(isMeant: (one: Asked) => boolean, most: number): string[] {
  const over = asked.filter((one) => isMeant(one.asked) && one.read.rows > most);
  return over.map(({ asked: { says }, read: { rows, scans } }) => `${says} reads ${rows}: ${scans.join(', ')}`);
}

const isPage = ({ what }: Asked) => what !== 'count';

describe('what a list offers, asked as the application of a county with 200,000 programmes', () => {
  beforeAll(async () => {
    asked = await readAll();
  }, 180_000);

  it('has every list of the schema in it, with its pages and its counts', () => {
    for (const list of ['programmes', 'trainingProgrammes', 'users', 'auditEntries', 'securityEvents'])
      for (const what of ['first', 'deep', 'count'])
        expect(asked.some((one) => one.asked.list === list && one.asked.what === what)).toBe(true);
  });

  it('is read a page at a time in every order, from either end and from the middle', () => {
    expect(reads((one) => isPage(one) && one.filters.length === 0, mostOfAll)).toEqual([]);
  });

  it('is read in part when it is filtered, but for the filters that wait to be served', () => {
    const isServed = ({ filters }: Asked) => filters.length > 0 && !filters.some((name) => unserved.includes(name));
    expect(reads((one) => isPage(one) && isServed(one), mostOfFiltered)).toEqual([]);
  });
});
