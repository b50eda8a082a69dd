import { Ctx, ID } from 'type-graphql';
import {
  actorOf,
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { Household } from '../households/index.js';
import { DateScalar, type Day, PeriodInput } from '../kernel/index.js';
import { FundSource } from '../programmes/index.js';
import { many, sql, together } from '../reading/index.js';
import { ConstructionStep, constructionSteps, factsOfProject, stepsOf } from './constructionStep.js';
import { IndustryProgramme } from './industryProgramme.js';
import { ConsultationCreateInput, FundLineInput, PublicNoticeCreateInput } from './villageProject.input.js';
import { Consultation, FundLine, ProjectHousehold, PublicNotice } from './villageProject.js';
import { type ReportAsked, report, VillageProjectReport, villageProjectReport } from './villageProject.report.js';
import { addHouseholds, endHousehold, enterConsultation, enterNotice, setFundLines } from './villageProject.service.js';

const permission = 'industry.edit';

/** What a village project answers beside its programme: its steps, meetings, notices, money and households. */
export const villageProjects = new RecordResolver(IndustryProgramme, 'industryProgramme')
  .field('constructionSteps', {
    type: () => [ConstructionStep],
    says: 'The six steps of a village project with their days; empty for other programmes （建设环节）.',
    reads: constructionSteps,
    resolve: async (row, ctx) => stepsOf(await factsOfProject(ctx, row), ctx.language),
  })
  .children('consultations', {
    type: () => Consultation,
    by: 'programme',
    order: [
      ['heldOn', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Meetings of the village about it, in order （民主议事）.',
  })
  .children('publicNotices', {
    type: () => PublicNotice,
    by: 'programme',
    order: [
      ['fromDay', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Its notices, in order （公示）.',
  })
  .field('fundLines', {
    type: () => [FundLine],
    says: 'Where its budget comes from, by source （资金构成）.',
    reads: many(
      () => FundLine,
      (to, row) => sql`${to.column('programme')} = ${row.column('id')} and ${to.column('amount')} > 0`,
      [
        ['source', 'asc'],
        ['id', 'asc'],
      ],
    ),
    resolve: (row, ctx) => fundLinesOf(ctx, row.id),
  })
  .children('projectHouseholds', {
    type: () => ProjectHousehold,
    by: 'programme',
    order: [['id', 'asc']],
    permission: 'household.read',
    says: 'Households that it reaches or once did, in order of entry （受益户）.',
  })
  .act({
    name: 'fundLinesSet',
    permission,
    says: 'Says which part of the budget comes from which source; together they are the budget （资金构成）.',
    takes: {
      id: takesId,
      version: takesVersion,
      lines: takes<FundLineInput[]>(() => [FundLineInput], 'The lines, each source once.'),
    },
    run: (ctx, given) => setFundLines(ctx, given),
  })
  .act({
    name: 'projectHouseholdsAdd',
    permission,
    says: 'Enters households that a village project reaches: all of them, or none where one is at fault （登记受益户）.',
    takes: {
      id: takesId,
      codes: takes<string[]>(() => [String], 'Numbers of the households, 1 to 500 （户编号）.'),
      on: takes<Day | null>(() => DateScalar, 'Since when; today when left out （落实日期）.', { isNullable: true }),
    },
    run: (ctx, given) => addHouseholds(ctx, given),
  });

export const consultations = new RecordResolver(Consultation, 'consultation').act({
  name: 'consultationCreate',
  permission,
  says: 'Enters a meeting of the village about a project （登记会议）.',
  takes: { input: takesInput(ConsultationCreateInput, 'The meeting.') },
  run: (ctx, { input }) => enterConsultation(ctx, input),
});

export const publicNotices = new RecordResolver(PublicNotice, 'publicNotice').act({
  name: 'publicNoticeCreate',
  permission,
  says: 'Enters a notice whose days are over （登记公示）.',
  takes: { input: takesInput(PublicNoticeCreateInput, 'The notice.') },
  run: (ctx, { input }) => enterNotice(ctx, input),
});

export const projectHouseholds = new RecordResolver(ProjectHousehold, 'projectHousehold')
  .reference('household', {
    type: () => Household,
    permission: 'household.read',
    says: 'The household （户）.',
  })
  .act({
    name: 'projectHouseholdEnd',
    permission,
    says: 'Takes a household out of those that a project reaches, saying why （移出受益户）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, given) => endHousehold(ctx, given),
  });

addOperation(villageProjects.resolver, {
  as: 'query',
  name: 'villageProjectReport',
  permission: 'industry.read',
  type: () => VillageProjectReport,
  says: 'Village projects that overlap a period, by category （村级项目统计）.',
  takes: [
    Ctx() as ParameterDecorator,
    takes(() => PeriodInput, 'Days both included.').declare('period'),
    takes(() => ID, 'A station and everything below it.', { isNullable: true }).declare('within'),
    takes(() => FundSource, 'Money of this source alone.', { isNullable: true }).declare('fundSource'),
  ],
  run: (
    ctx: Context,
    period: ReportAsked['period'],
    within: ReportAsked['within'],
    fundSource: ReportAsked['fundSource'],
  ) => villageProjectReport(ctx, { period, within, fundSource }),
  reads: report,
});

async function fundLinesOf(ctx: Context, id: string): Promise<FundLine[]> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => {
    const where = { tenantId, programme: { tenantId, id: { $in: ids } }, amount: { $gt: 0 } };
    const order = { orderBy: { source: 'asc', id: 'asc' } };
    const found = (await (await ctx.em()).find(FundLine, where as never, order as never)) as FundLine[];
    return Map.groupBy(found, (line) => line.programme.id);
  };
  return (await together(ctx, 'fund lines', id, load)) ?? [];
}
