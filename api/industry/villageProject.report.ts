import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { badInput, type Day, MoneyScalar, type PeriodInput } from '../kernel/index.js';
import { type FundSource, heldKindList, ProgrammeAct, ProgrammeStep } from '../programmes/index.js';
import {
  all,
  conditionsOf,
  type Given,
  heldSql,
  joined,
  literal,
  many,
  type Reads,
  type Relation,
  type Row,
  reads,
  record,
  type Scope,
  type Slot,
  type Sql,
  sql,
} from '../reading/index.js';
import { idIn, isThereStation, subtreeIds } from '../tenancy/index.js';
import { factsOfProject, stepsOf } from './constructionStep.js';
import { IndustryCategory, IndustryProgramme } from './industryProgramme.js';
import { industryKind } from './industryProgramme.kind.js';
import { Consultation, FundLine, ProjectHousehold, PublicNotice } from './villageProject.js';

/** The village projects of one category. */
@ObjectType({ description: 'The village projects of one category （分类统计）.' })
export class VillageProjectFigure {
  @Field(() => IndustryCategory, { description: 'The category （产业类别）.' })
  category!: IndustryCategory;

  @Field(() => Int, { description: 'How many projects （项目数）.' })
  projects!: number;

  @Field(() => MoneyScalar, { description: 'Their budgets together, in yuan （预算合计）.' })
  budget!: number;

  @Field(() => Int, { description: 'How many households they reach, one counting for each project （受益户次）.' })
  households!: number;

  @Field(() => Int, { description: 'How many of their steps are still to come （未完成环节）.' })
  stepsMissing!: number;
}

/** Village projects by category. */
@ObjectType({ description: 'Village projects by category （村级项目统计）.' })
export class VillageProjectReport {
  @Extensions(reads(many(figuresOf, () => sql`true`, [['category', 'asc']])))
  @Field(() => [VillageProjectFigure], { description: 'Categories that have a project, by name （分类统计）.' })
  figures!: VillageProjectFigure[];
}

/** What is asked of the report. */
export interface ReportAsked {
  period: { from: Day; to: Day };
  within?: string | null;
  fundSource?: FundSource | null;
}

const asked = { from: 'from_day', to: 'to_day', source: 'source', stations: 'stations' } as const;
const columns = { category: 'category', projects: 'projects', budget: 'budget', households: 'households' } as const;

/** The question as a row, which its figures read. */
export const report: Reads = record(
  (given) => ({ from: (scope) => questionSql(scope, given), columns: asked }),
  () => sql`true`,
  undefined,
  (scope, given) => (given.get('within').isSet ? [isThereStation(scope, given.get('within'))] : []),
);

/** A period as it may be asked for, or the refusal of one upside down. */
function inOrder(period: PeriodInput): PeriodInput {
  if (period.from <= period.to) return period;
  throw badInput({ zh: '期间的结束日期早于开始日期。', en: 'The period ends before it starts.' }, ['period', 'to']);
}

function questionSql(scope: Scope, given: Given): Sql {
  const period = given.get('period');
  const source = given.get('fundSource').isSet ? sql`${given.get('fundSource').slot('text')}` : sql`null::text`;
  const within = given.get('within');
  const stations = within.isSet ? subtreeIds(scope, idIn(within), scope.today) : sql`null::uuid[]`;
  const [from, to] = (['from', 'to'] as const).map((end) =>
    period.slot('date', (days: PeriodInput) => inOrder(days)[end]),
  ) as [Slot, Slot];
  return sql`(select ${from} as from_day, ${to} as to_day, ${source} as source, ${stations} as stations)`;
}

function figuresOf(question: Row): Relation {
  return {
    columns: { ...columns, stepsMissing: 'steps_missing' },
    from: (scope) => {
      const p = scope.table(IndustryProgramme);
      const [from, to, source, stations] = (['from', 'to', 'source', 'stations'] as const).map((one) =>
        question.column(one),
      ) as [Sql, Sql, Sql, Sql];
      const where = all([
        p.pin,
        heldSql(p, 'industry.read', 'station'),
        sql`${p.column('isVillageProject')} and ${p.column('startsOn')} <= ${to} and ${p.column('endsOn')} >= ${from}`,
        sql`${stations} is null or ${p.column('station')} = any(${stations})`,
        sql`${source} is null or ${p.column('fundSource')} = ${source} or ${has(p, FundLine, (f) => sql`${f.column('source')} = ${source} and ${f.column('amount')} > 0`)}`,
      ]);
      return sql`(select ${p.column('category')} as category, count(*)::int as projects, coalesce(sum(${p.column('budget')}), 0)::bigint as budget,
        sum(${householdsSql(p)})::int as households, sum(${missingSql(p)})::int as steps_missing
        from ${p.from} where ${where} group by 1)`;
    },
  };
}

type Hung = typeof FundLine | typeof Consultation | typeof PublicNotice | typeof ProgrammeStep;

function has(p: Row, what: Hung, which: (row: Row) => Sql): Sql {
  const row = p.scope.table(what as never);
  return sql`exists (select 1 from ${row.from} where ${row.pin} and ${row.column('programme')} = ${p.column('id')} and ${which(row)})`;
}

function householdsSql(p: Row): Sql {
  const h = p.scope.table(ProjectHousehold);
  return sql`(select count(*) from ${h.from} where ${h.pin} and ${h.column('programme')} = ${p.column('id')} and ${h.column('endedOn')} is null)`;
}

function missingSql(p: Row): Sql {
  const { APPROVE, START, FINISH, ACCEPT } = ProgrammeAct;
  const taken = [APPROVE, START, FINISH, ACCEPT].map((act) =>
    has(p, ProgrammeStep, (s) => sql`${s.column('act')} = ${literal(act)}`),
  );
  const reached = [has(p, Consultation, (c) => c.column('isAgreed')), has(p, PublicNotice, () => sql`true`), ...taken];
  return joined(
    reached.map((one) => sql`(not ${one})::int`),
    ' + ',
  );
}

/** The same for whoever is not answered by a plan. */
export async function villageProjectReport(ctx: Context, { period, within, fundSource }: ReportAsked) {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const walls = await conditionsOf(heldKindList(industryKind), askerOf(ctx), {
    period: inOrder(period),
    within,
    isVillageProject: true,
  } as never);
  const found = (await em.find(IndustryProgramme, { $and: walls } as never)) as IndustryProgramme[];
  const byCategory = new Map<IndustryCategory, VillageProjectFigure>();
  for (const programme of found) {
    const of = { tenantId, programme: { tenantId, id: programme.id } };
    const lines = fundSource ? await em.count(FundLine, { ...of, source: fundSource, amount: { $gt: 0 } } as never) : 1;
    if (fundSource && programme.fundSource !== fundSource && lines === 0) continue;
    const { category } = programme;
    const figure = byCategory.get(category) ?? { category, projects: 0, budget: 0, households: 0, stepsMissing: 0 };
    figure.projects += 1;
    figure.budget += programme.budget ?? 0;
    figure.households += await em.count(ProjectHousehold, { ...of, endedOn: null } as never);
    figure.stepsMissing += stepsOf(await factsOfProject(ctx, programme), 'en').filter((step) => !step.on).length;
    byCategory.set(category, figure);
  }
  return { figures: [...byCategory.values()].sort((a, b) => (a.category < b.category ? -1 : 1)) };
}
