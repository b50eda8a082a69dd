import type { EntityManager } from '@mikro-orm/postgresql';
import { Role } from '../../../access/index.js';
import { addDays, type Day, today } from '../../../kernel/index.js';
import { enterPast, factsOf, type PastStep, ProgrammeAct, ProgrammeKind } from '../../../programmes/index.js';
import { User } from '../../../tenancy/index.js';
import type { DemoCounty, DemoCredential } from '../counties.js';
import { articleProgrammes } from './articles.js';
import { inventedProgrammes } from './invented.js';
import type { DemoDay, DemoProgramme } from './plan.js';

type Person = PastStep['by'];

const editors: Readonly<Record<DemoProgramme['kind'], Role>> = {
  TRAINING: Role.TRAINING_EDITOR,
  JOB: Role.JOBS_EDITOR,
  INDUSTRY: Role.INDUSTRY_EDITOR,
};

const approving: readonly string[] = ['APPROVE', 'RETURN', 'ACCEPT', 'STOP'];

/** Enters a county's demo programmes in the names of its demo people; the session must have entered the county. Answers how many. */
export async function seedProgrammes(
  em: EntityManager,
  county: DemoCounty,
  credentials: readonly DemoCredential[],
): Promise<number> {
  const people = await personFinder(em, county, credentials);
  const plans = [...articleProgrammes, ...inventedProgrammes].filter(({ at }) => at.startsWith(county.code));
  const now = today();
  for (const plan of plans) enterPlan(em, county, plan, people, now);
  await em.flush();
  return plans.length;
}

type PersonFinder = (role: Role, stationCode: string) => Person | undefined;

async function personFinder(
  em: EntityManager,
  county: DemoCounty,
  credentials: readonly DemoCredential[],
): Promise<PersonFinder> {
  const users = await em.find(User, { tenantId: county.tenantId });
  const byAccount = new Map(users.map(({ account, id, name }) => [account, { id, name }]));
  const byPost = new Map(credentials.map((c) => [`${c.role} ${c.station}`, byAccount.get(c.account)]));
  return (role, stationCode) => byPost.get(`${role} ${stationCode}`);
}

function enterPlan(em: EntityManager, county: DemoCounty, plan: DemoProgramme, people: PersonFinder, now: Day): void {
  const station = county.stations.get(plan.at);
  if (!station) throw new Error(`Demo station ${plan.at} is not in the tree of ${county.code}.`);
  const town = plan.at.slice(0, 9);
  const editor = people(editors[plan.kind], town) ?? people(editors[plan.kind], county.code);
  const approver = people(Role.OFFICE_DIRECTOR, town) ?? people(Role.CENTRE_DIRECTOR, county.code);
  if (!editor || !approver) throw new Error(`Nobody of the demo enters ${plan.title}.`);
  const steps = plan.steps.map(
    ([act, day, comment, change]): PastStep => ({
      act: ProgrammeAct[act],
      day: dayOf(day, now),
      by: approving.includes(act) ? approver : editor,
      comment: comment ?? null,
      change: change ?? {},
    }),
  );
  const { title, budget, fund, plan: text, responsible, own, isInvented } = plan;
  const shared = { title, plan: text, responsible, fundSource: fund, budget: budget === null ? null : budget * 100 };
  const content = { ...shared, ...own, startsOn: dayOf(plan.from, now), endsOn: dayOf(plan.to, now) };
  enterPast(em, factsOf(ProgrammeKind[plan.kind]), { tenantId: county.tenantId, station, content, isInvented, steps });
}

function dayOf(day: DemoDay, now: Day): Day {
  return typeof day === 'number' ? addDays(now, day) : day;
}
