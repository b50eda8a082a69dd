import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../api/start/config.js';

const real = { DATABASE_URL: 'postgresql://boss:pw@db:5432/lianxin' };
const production = { NODE_ENV: 'production', ...real };

describe('what the environment says', () => {
  test('nothing: the embedded database, this machine alone, port 4000', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4000, databaseUrl: null, secret: null, publicUrl: null });
    expect(config).toMatchObject({ isProduction: false, trustProxy: false, logLevel: 'info' });
    expect(config.dataDir).toMatch(/\/\.lianxin$/);
  });

  test('empty variables count as not set, as compose files leave them', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', LIANXIN_SECRET: '' })).toEqual(readConfig({}));
  });

  test('who stands in front', () => {
    const front = (TRUST_PROXY: string): unknown => readConfig({ TRUST_PROXY }).trustProxy;
    expect(front('true')).toBe(true);
    expect(front('false')).toBe(false);
    expect(front('127.0.0.1, 10.0.0.0/8')).toBe('127.0.0.1,10.0.0.0/8');
    const hops = front('2') as (address: string, hop: number) => boolean;
    expect([0, 1, 2].map((hop) => hops('10.0.0.1', hop))).toEqual([true, true, false]);
    expect(readConfig({ PUBLIC_URL: 'https://lianxin.example.cn/' }).publicUrl).toBe('https://lianxin.example.cn');
  });

  test('instances on one real server agree on a secret without being told', () => {
    const other = { DATABASE_URL: 'postgresql://boss:pw@db:5432/another' };
    expect(readConfig(real).secret).toBe(readConfig({ ...real, DATA_DIR: '/elsewhere' }).secret);
    expect(readConfig(real).secret).toBe(readConfig(other).secret);
    expect(readConfig(real).secret).not.toBe(readConfig({ DATABASE_URL: 'postgresql://boss:wp@db/lianxin' }).secret);
  });

  test('production takes a long secret', () => {
    expect(readConfig({ ...production, LIANXIN_SECRET: 'k3JxQ9vT2mWz8RbY5nLd' }).secret).toBe('k3JxQ9vT2mWz8RbY5nLd');
  });
});

describe('refusals name the variable', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '65536' }, 'PORT is "65536"'],
    [{ DATABASE_URL: 'mysql://db/lianxin' }, 'DATABASE_URL must look like postgresql://'],
    [{ DATABASE_URL: 'postgresql://db' }, 'DATABASE_URL must look like postgresql://'],
    [{ APP_DATABASE_URL: 'postgresql://db/lianxin' }, 'DATABASE_URL is not'],
    [{ PUBLIC_URL: 'lianxin.example.cn' }, 'PUBLIC_URL is'],
    [{ PUBLIC_URL: 'https://example.cn/lianxin' }, 'PUBLIC_URL is'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes"'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
    [{ ...production }, 'LIANXIN_SECRET is missing'],
    [{ ...production, LIANXIN_SECRET: 'change-me-please-0123456789' }, 'LIANXIN_SECRET is a default'],
    [{ ...production, LIANXIN_SECRET: 'secret' }, 'LIANXIN_SECRET is a default'],
    [{ ...production, LIANXIN_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaa' }, 'LIANXIN_SECRET is a default'],
    [{ ...production, LIANXIN_SECRET: 'k3JxQ9vT' }, 'LIANXIN_SECRET is shorter than 16'],
  ])('%j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });
});
