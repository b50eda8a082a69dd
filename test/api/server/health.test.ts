import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { drain } from '../../../api/server/index.js';
import { app, restart } from '../../support/app.js';

async function readiness(): Promise<[number, string]> {
  const response = await (await app()).server.inject({ method: 'GET', url: '/readyz' });
  return [response.statusCode, response.json().status];
}

async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: (await app()).ownerUrl });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}
