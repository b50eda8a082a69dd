import { describe, expect, test } from '@jest/globals';
import { checkPins } from '../../../api/reading/pins.js';
import { print, Slot, type Sql, sql } from '../../../api/reading/sql.js';
import { type Metric, metricOf, metrics } from '../../../api/reports/index.js';
import { app } from '../../support/app.js';

const slot = (type: string) => new Slot(type, () => null);
const at = {
  ...{ tenant: slot('int'), from: slot('date'), to: slot('date'), until: slot('date'), asOf: slot('date') },
  isNamed: (station: Sql) => sql`${station} is not null`,
};

/** A metric’s own statements, one for each way of splitting it and one for its rows. */
function statements(metric: Metric): string[] {
  const joins = [sql``, ...Object.values(metric.splits).map((split) => split.join?.(at) ?? sql``)];
  const rows = metric.row.join?.(at) ?? sql``;
  return joins.map(
    (join) => print(sql`select 1 from ${metric.from(at)} ${join} ${rows} where ${metric.where(at)}`).text,
  );
}

describe('the catalogue', () => {
  test.each(metrics.map((metric) => [metric.key, metric] as const))(
    '%s pins each of its tables to the county, alone and however it is split',
    async (_key, metric) => {
      const { orm } = await app();
      const tables = [...orm.getMetadata().getAll().values()].filter(({ properties }) => properties.tenantId);
      const pinned = new Set(tables.map(({ tableName }) => tableName));
      for (const statement of statements(metric)) expect(() => checkPins(statement, pinned)).not.toThrow();
      const loose = statements(metric)[0]?.replaceAll('tenant_id = $1::int', 'true') ?? '';
      expect(() => checkPins(loose, pinned)).toThrow(/without pinning it/);
    },
  );

  test.each(metrics.map((metric) => [metric.key, metric] as const))(
    '%s says what it is, in both languages',
    (_key, metric) => {
      for (const { zh, en } of [metric.name, metric.says, metric.unit]) {
        expect(zh).not.toBe('');
        expect(en).not.toBe('');
      }
      expect([metric.says.zh.at(-1), metric.says.en.at(-1)]).toEqual(['。', '.']);
      if (metric.plan) expect(metricOf(metric.plan).key).toBe(metric.plan);
      expect(metric.distinct && metric.isMean).toBeFalsy();
    },
  );
});
