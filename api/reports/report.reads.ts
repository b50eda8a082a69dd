import type { Context } from '../access/index.js';
import { code, type Finish, type Given, isHeldSql, type Reads, type Row } from '../reading/index.js';
import { choicesOf, daysAsked, daysCompared, type ReportAsked, settled, stationAsked } from './asked.js';
import { type ReportFound, reportSql } from './figures.sql.js';
import { type ReportShape, slotsOf, type Walls } from './question.sql.js';
import { foundIn, shownTo } from './report.service.js';

/** A report as the plan of its field: the same statement and the same code as the service, in one round trip. */
export const reportReads: Reads = code(
  (row, given) => {
    row.scope.isGathering = true;
    const walls = wallsOf(row);
    return { found: reportSql(walls, shapeOf(walls, given)) };
  },
  ((needs: { found: ReportFound }, { today, context }, asked: ReportAsked) => {
    const question = settled(asked, today);
    return shownTo(context as Context, foundIn(question, asked.compare ?? null, needs.found));
  }) satisfies Finish,
  { choices: ['metrics'] },
);

function wallsOf({ scope }: Row): Walls {
  return { tenant: scope.tenant, isHeld: (permission, station) => isHeldSql(scope, permission, station) };
}

function shapeOf(walls: Walls, given: Given): ReportShape {
  const chosen = (argument: keyof ReportAsked) => given.get(argument).choice as never;
  const { metrics, split, compared } = choicesOf({
    metrics: chosen('metrics'),
    split: chosen('split'),
    compare: chosen('compare'),
  });
  const slots = (days: typeof daysAsked) =>
    slotsOf(walls, (day) => given.slot('date', (asked: ReportAsked, { asker }) => day(days(asked, asker.today))));
  const at = slots(daysAsked);
  const within = given.get('within');
  return {
    metrics,
    split,
    by: chosen('by'),
    within: within.isSet ? within.slot('uuid', stationAsked) : null,
    at,
    against: compared && { at: slots(daysCompared), metrics: compared },
  };
}
