import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { actorOf, type Context } from '../access/index.js';
import { DateScalar, type Day, type Language, type Message } from '../kernel/index.js';
import { type KindNeeds, ProgrammeAct, ProgrammeStep } from '../programmes/index.js';
import { code, joined, literal, type Reads, type Row, type Sql, sql } from '../reading/index.js';
import { IndustryProgramme } from './industryProgramme.js';
import { Consultation, FundLine, PublicNotice } from './villageProject.js';

/** The six steps of a village project, in their order. */
export enum ConstructionStage {
  CONSULTED = 'CONSULTED',
  PUBLISHED = 'PUBLISHED',
  APPROVED = 'APPROVED',
  BUILDING = 'BUILDING',
  COMPLETED = 'COMPLETED',
  IN_USE = 'IN_USE',
}

registerEnumType(ConstructionStage, {
  name: 'ConstructionStage',
  description: 'The steps of a village project, in their order （建设环节）.',
  valuesConfig: {
    CONSULTED: { description: 'A meeting of the village agreed （民主议定）.' },
    PUBLISHED: { description: 'The notice hung out to its last day （公示期满）.' },
    APPROVED: { description: 'Approved （批准立项）.' },
    BUILDING: { description: 'Building began （开工建设）.' },
    COMPLETED: { description: 'Built （建成）.' },
    IN_USE: { description: 'Accepted and in use （验收投用）.' },
  },
});

/** One step with its day, or with what it waits for. */
@ObjectType({ description: 'One step of a village project （建设环节）.' })
export class ConstructionStep {
  @Field(() => ConstructionStage, { description: 'Which step （环节）.' })
  stage!: ConstructionStage;

  @Field(() => DateScalar, { nullable: true, description: 'When it was reached; null while it is not （日期）.' })
  on!: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it waits for, in the language of the request; null once it is reached （尚缺）.',
  })
  missing!: string | null;
}

/** What is known of a project beside its states: the days of its meetings and notices, and what its fund lines add up to. */
export interface ProjectFacts {
  isVillageProject: boolean;
  budget: number | null;
  consultedOn: Day | null;
  publishedOn: Day | null;
  funded: number | null;
  /** Whether anything is entered that a draft would take with it. */
  hasRecords: boolean;
  /** The last day of each act, as the programme's steps have it. */
  days: Partial<Record<ProgrammeAct, Day>>;
}

const waits: Readonly<Record<ConstructionStage, Message>> = {
  CONSULTED: {
    zh: '村级项目须先有一次会议议定通过，才能提交。',
    en: 'A meeting of the village has to agree before the project is submitted.',
  },
  PUBLISHED: {
    zh: '村级项目须先公示期满，才能批准。',
    en: 'A public notice has to have run out before the project is approved.',
  },
  APPROVED: { zh: '等待批准。', en: 'It waits for approval.' },
  BUILDING: { zh: '批准后启动，记为开工。', en: 'It begins when the approved programme is started.' },
  COMPLETED: { zh: '实施完成后记为建成。', en: 'It is built when the work is reported done.' },
  IN_USE: { zh: '验收合格后记为投用。', en: 'It is in use when the finished work is accepted.' },
};

const unfunded: Message = {
  zh: '村级项目的资金构成须与预算相等，才能提交。',
  en: 'The fund lines of a village project have to add up to its budget before it is submitted.',
};

const recorded: Message = {
  zh: '草稿已有议事、公示或资金记录，不能删除。',
  en: 'Meetings, notices or fund lines are entered for this draft; it cannot be thrown away.',
};

/** Why an act has to wait, beyond what the state machine says; null where nothing is missing. */
export function missingFor(act: ProgrammeAct, facts: ProjectFacts): Message | null {
  if (act === ProgrammeAct.DISCARD && facts.hasRecords) return recorded;
  if (!facts.isVillageProject) return null;
  if (act === ProgrammeAct.SUBMIT) {
    if (facts.consultedOn === null) return waits.CONSULTED;
    return facts.funded === facts.budget ? null : unfunded;
  }
  if (act === ProgrammeAct.APPROVE && !facts.days.APPROVE) return facts.publishedOn === null ? waits.PUBLISHED : null;
  return null;
}

/** The six steps as they stand; a programme that is no village project has none. */
export function stepsOf(facts: ProjectFacts, language: Language): ConstructionStep[] {
  if (!facts.isVillageProject) return [];
  const { APPROVE, START, FINISH, ACCEPT } = facts.days;
  const days: Record<ConstructionStage, Day | null> = {
    CONSULTED: facts.consultedOn,
    PUBLISHED: facts.publishedOn,
    APPROVED: APPROVE ?? null,
    BUILDING: START ?? null,
    COMPLETED: FINISH ?? null,
    IN_USE: ACCEPT ?? null,
  };
  return Object.values(ConstructionStage).map((stage) =>
    Object.assign(new ConstructionStep(), {
      stage,
      on: days[stage],
      missing: days[stage] ? null : waits[stage][language],
    }),
  );
}

/** The same facts for plans and for the unit of work. */
export const projectNeeds: KindNeeds<ProjectFacts> = { sql: factsSql, read: factsOfProject, missing: missingFor };

/** The six steps of a row. */
export const constructionSteps: Reads = code(
  (row) => ({ facts: factsSql(row) }),
  ({ facts }: { facts: ProjectFacts }, { language }) => stepsOf(facts, language),
);

const dated = [ProgrammeAct.APPROVE, ProgrammeAct.START, ProgrammeAct.FINISH, ProgrammeAct.ACCEPT];

function factsSql(row: Row): Sql {
  const { scope } = row;
  const [p, c, n, f, s] = [IndustryProgramme, Consultation, PublicNotice, FundLine, ProgrammeStep].map((one) =>
    scope.table(one as never),
  ) as [Row, Row, Row, Row, Row];
  const id = row.column('id');
  const of = (to: Row) => sql`${to.pin} and ${to.column('programme')} = ${id}`;
  const day = (act: ProgrammeAct) => sql`${literal(act)}, (select min(${s.column('onDay')}) from ${s.from}
    where ${of(s)} and ${s.column('act')} = ${literal(act)})`;
  const days = joined(dated.map(day), ', ');
  return sql`(select json_build_object('isVillageProject', ${p.column('isVillageProject')}, 'budget', ${p.column('budget')},
    'consultedOn', (select min(${c.column('heldOn')}) from ${c.from} where ${of(c)} and ${c.column('isAgreed')}),
    'publishedOn', (select min(${n.column('toDay')}) from ${n.from} where ${of(n)}),
    'hasRecords', exists (select 1 from ${c.from} where ${of(c)}) or exists (select 1 from ${n.from} where ${of(n)})
      or exists (select 1 from ${f.from} where ${of(f)}),
    'funded', (select sum(${f.column('amount')})::bigint from ${f.from} where ${of(f)}),
    'days', json_strip_nulls(json_build_object(${days})))
    from ${p.from} where ${p.pin} and ${p.column('id')} = ${id})`;
}

/** What a resolver or a mutation knows of one project, read once. */
export async function factsOfProject(ctx: Context, programme: { id: string }): Promise<ProjectFacts> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const of = { tenantId, programme: { tenantId, id: programme.id } } as never;
  const project = await em.findOneOrFail(IndustryProgramme, { tenantId, id: programme.id });
  const held = await em.find(Consultation, of, { orderBy: { heldOn: 'asc' } } as never);
  const notices = await em.find(PublicNotice, of, { orderBy: { toDay: 'asc' } } as never);
  const lines = await em.find(FundLine, of);
  const steps = await em.find(ProgrammeStep, of, { orderBy: { onDay: 'desc' } } as never);
  const taken = steps.filter((step) => dated.includes((step as ProgrammeStep).act)) as ProgrammeStep[];
  return {
    isVillageProject: project.isVillageProject,
    budget: project.budget,
    consultedOn: held.find((one) => one.isAgreed)?.heldOn ?? null,
    publishedOn: notices[0]?.toDay ?? null,
    funded: lines.length > 0 ? lines.reduce((sum, line) => sum + line.amount, 0) : null,
    hasRecords: held.length + notices.length + lines.length > 0,
    days: Object.fromEntries(taken.map((step) => [step.act, step.onDay])),
  };
}
