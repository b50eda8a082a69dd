import { Ctx, ID, Int } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesVersion,
} from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { expression, judged, sql, together } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { Employer } from './employer.js';
import { DispatchMemberState } from './enums.js';
import { JobProgramme } from './jobProgramme.js';
import { openingList } from './lists.js';
import { OpeningCreateInput, OpeningFilter, OpeningOrder, OpeningUpdateInput } from './opening.input.js';
import { Opening, WageBand } from './opening.js';
import { closeOpening, createOpening, updateOpening } from './opening.service.js';
import { PaySheet, paySheet } from './paySheet.js';
import { Placement } from './placement.js';

const permission = 'jobs.read';

/** Openings with what they pay and who is in them. */
export const openings = new RecordResolver(Opening, 'opening')
  .list({
    list: openingList,
    filter: OpeningFilter,
    order: OpeningOrder,
    permission,
    says: 'Openings, latest first （岗位清单）.',
  })
  .lookUp({ list: openingList, permission, says: 'One opening, null when there is none within reach （岗位）.' })
  .act({
    name: 'openingCreate',
    permission: 'jobs.edit',
    says: 'Adds an opening to a programme that is approved or under way （新增岗位）.',
    takes: { input: takesInput(OpeningCreateInput, 'The opening.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createOpening(ctx, input, idempotencyKey),
  })
  .act({
    name: 'openingUpdate',
    permission: 'jobs.edit',
    says: 'Changes an opening; who is in it stays （修改岗位）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(OpeningUpdateInput, 'What changes.') },
    run: (ctx, { id, version, input }) => updateOpening(ctx, id, version, input),
  })
  .act({
    name: 'openingClose',
    permission: 'jobs.edit',
    says: 'Closes an opening: it takes nobody any more, who is in it stays （关闭岗位）.',
    takes: { id: takesId, version: takesVersion },
    run: (ctx, { id, version }) => closeOpening(ctx, id, version),
  })
  .field('station', stationField('Where the work is organised （所在单位）.'))
  .field('taken', {
    type: () => Int,
    says: 'How many people of stations within reach are in it today, or go or are away with its batches （已上岗人数）.',
    reads: expression(
      (row) => {
        const [p, m] = [row.scope.table(Placement), row.scope.table(DispatchMember)];
        const today = row.scope.today;
        return sql`((select count(*)::int from ${p.from} where ${p.pin} and ${p.column('opening')} = ${row.column('id')}
          and ${p.column('validFrom')} <= ${today} and (${p.column('validTo')} is null or ${p.column('validTo')} > ${today}))
          + (select count(*)::int from ${m.from} where ${m.pin} and ${m.column('opening')} = ${row.column('id')}
          and ${m.column('state')} in ('PLANNED', 'DEPARTED')))`;
      },
      { isCertain: true },
    ),
    resolve: (opening, ctx) => takenIn(ctx, opening),
  })
  .reference('programme', { type: () => JobProgramme, permission, says: 'The programme that offers it （就业项目）.' })
  .reference('employer', { type: () => Employer, permission, says: 'Who employs （用工单位）.' })
  .children('wageBands', {
    type: () => WageBand,
    by: 'opening',
    order: [
      ['grade', 'desc'],
      ['id', 'asc'],
    ],
    says: 'What it pays by grade （工资区间）.',
  })
  .children('batches', {
    type: () => DispatchBatch,
    by: 'opening',
    order: [
      ['number', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Its batches, in order （批次）.',
  })
  .children('placements', {
    type: () => Placement,
    by: 'opening',
    order: [
      ['validFrom', 'asc'],
      ['id', 'asc'],
    ],
    permission,
    says: 'Who is or was in it, where the asker sees them （上岗人员）.',
  });

addOperation(openings.resolver, {
  as: 'query',
  name: 'paySheet',
  permission,
  type: () => PaySheet,
  says: 'The pay of the public-welfare posts of a programme for the month of a day （公益岗补贴发放表）.',
  takes: [
    Ctx() as ParameterDecorator,
    takes<string>(() => ID, 'The programme.').declare('programmeId'),
    takes<Day>(() => DateScalar, 'Any day of the month.').declare('month'),
  ],
  run: (ctx: Context, programmeId: string, month: Day) => paySheet(ctx, programmeId, month),
  reads: judged('its lines are worked out by the one rule of whole fen that the code has'),
});

/** The programme's own way to its openings. */
export const openingsOfProgrammes = new RecordResolver(JobProgramme, 'jobProgramme').children('openings', {
  type: () => Opening,
  by: 'programme',
  order: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
  permission,
  says: 'The work that it offers, in order of entry （岗位）.',
});

function takenIn(ctx: Context, { tenantId, id }: Opening): Promise<number> {
  const load = async (ids: string[]) => {
    const em = await ctx.em();
    const opening = { tenantId, id: { $in: ids } } as never;
    const day = ctx.today;
    const held = await em.find(Placement, {
      tenantId,
      opening,
      validFrom: { $lte: day },
      $or: [{ validTo: null }, { validTo: { $gt: day } }],
    });
    const state = { $in: [DispatchMemberState.PLANNED, DispatchMemberState.DEPARTED] };
    const gone = await em.find(DispatchMember, { tenantId, opening, state });
    const taken = new Map<string, number>();
    for (const one of [...held, ...gone]) taken.set(one.opening.id, (taken.get(one.opening.id) ?? 0) + 1);
    return taken;
  };
  return together(ctx, 'taken places of openings', id, load).then((count) => count ?? 0);
}
