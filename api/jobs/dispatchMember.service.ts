import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, can, findIn, idempotent } from '../access/index.js';
import { Person, personList } from '../households/index.js';
import { Check, ErrorCode, type Message, newId } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import type { DispatchMembersAddInput, DispatchNameInput } from './dispatch.input.js';
import { type DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { batchSays, demandState, holdToJoin } from './dispatchBatch.service.js';
import { Employer } from './employer.js';
import { DispatchMemberState, DispatchState, type WorkerGrade } from './enums.js';
import { checkFit } from './find.js';
import { settleSearches } from './jobSeeker.service.js';
import { dispatchBatchList } from './lists.js';
import { Opening } from './opening.js';
import { membersOf } from './opening.service.js';

/** Somebody who is to go, with the line of the input that names them. */
interface Row {
  path: string;
  person: Person;
  grade: WorkerGrade;
  wage: number | null;
}

/** Puts people into a batch that has not left: all of them, or with one wrong line none. */
export async function addMembers(
  ctx: Context,
  batchId: string,
  input: DispatchMembersAddInput,
  key?: string | null,
): Promise<DispatchBatch> {
  const em = await ctx.em();
  const batch = await holdToJoin(ctx, batchId);
  ctx.note({ act: 'dispatchMembersAdd' });
  const make = async () => {
    demandState(batch, DispatchState.PLANNED);
    const check = new Check();
    const rows = await rowsOf(ctx, check, input);
    await checkRows(ctx, check, batch, rows);
    check.done();
    const employer = await em.findOneOrFail(Employer, { tenantId: batch.tenantId, id: batch.employer.id });
    for (const row of rows) registerMember(em, batch, row.person, { ...row, employerName: employer.name });
    const people = rows.map(({ person }) => person.id);
    await settleSearches(em, batch.tenantId, people);
    await em.flush();
    return batch;
  };
  const find = (id: string) => findIn(ctx, dispatchBatchList, id, batchSays);
  const given = { batchId, ...input };
  return idempotent(ctx, { key, act: 'dispatchMembersAdd', input: given, make, find });
}

/** Enters a member; the caller flushes. */
export function registerMember(
  em: EntityManager,
  batch: DispatchBatch,
  person: Person,
  { grade, wage, employerName }: { grade: WorkerGrade; wage: number | null; employerName: string },
): DispatchMember {
  const { tenantId, opening, number: batchNumber } = batch;
  const { station, household } = person;
  const relations = { batch, opening, person, station, household } as never as object;
  const facts = { batchNumber, employerName, grade, wage };
  const member = em.create(DispatchMember, { tenantId, id: newId(), ...relations, ...facts } as never);
  em.persist(member);
  return member;
}

async function rowsOf(ctx: Context, check: Check, input: DispatchMembersAddInput): Promise<Row[]> {
  const [personIds, names] = [input.personIds ?? [], input.names ?? []];
  const isSome = personIds.length + names.length > 0 && personIds.length <= 200 && names.length <= 200;
  check.that(isSome, 'personIds', ErrorCode.OUT_OF_RANGE, {
    zh: '请选择 1 至 200 人。',
    en: 'Choose 1 to 200 people.',
  });
  if (!isSome) check.done();
  const usual = { grade: input.grade, wage: input.wage ?? null };
  const known = await peopleOf(ctx, { id: { $in: personIds.filter(isUuid) } });
  const byId = new Map(known.map((person) => [person.id, person]));
  const rows: Row[] = [];
  personIds.forEach((id, i) => {
    const person = byId.get(id.toLowerCase());
    if (person) rows.push({ path: `personIds.${i}`, person, ...usual });
    else check.add(`personIds.${i}`, ErrorCode.NOT_FOUND, { zh: '没有这个人员。', en: 'There is no such person.' });
  });
  return [...rows, ...(await rowsOfNames(ctx, check, names, usual))];
}

async function rowsOfNames(
  ctx: Context,
  check: Check,
  names: readonly DispatchNameInput[],
  usual: Pick<Row, 'grade' | 'wage'>,
): Promise<Row[]> {
  const plain = names.map(({ name }) => name.replace(/\s+/g, ''));
  const known = names.length > 0 ? await peopleOf(ctx, { name: { $in: [...new Set(plain)] } }) : [];
  const byName = Map.groupBy(known, ({ name }) => name);
  return names.flatMap(({ birthDay, grade, wage }, i) => {
    const called = byName.get(plain[i] ?? '') ?? [];
    const found = called.filter((person) => !birthDay || person.birthDay === birthDay);
    const [person, ...others] = found;
    const path = `names.${i}.name`;
    if (!person) check.add(path, ErrorCode.NOT_FOUND, unknownName(plain[i] ?? ''));
    else if (others.length > 0) check.add(path, ErrorCode.INVALID, severalOf(person.name, found.length));
    else return [{ path, person, grade: grade ?? usual.grade, wage: wage ?? usual.wage }];
    return [];
  });
}

function unknownName(name: string): Message {
  return { zh: `查无此人：${name}。`, en: `There is nobody called ${name} within reach.` };
}

function severalOf(name: string, count: number): Message {
  return {
    zh: `有 ${count} 个人叫${name}，请写明出生日期。`,
    en: `${count} people are called ${name}; give the day of birth.`,
  };
}

/** People within reach, where the asker may register them, locked until the operation ends. */
async function peopleOf(ctx: Context, where: object): Promise<Person[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const walls = await conditionsOf(personList, askerOf(ctx), null);
  const found = await em.find(Person, { $and: [where, ...walls] } as never, { orderBy: { id: 'asc' }, limit: 1000 });
  const ids = `{${found.map(({ id }) => id).join(',')}}`;
  await em.execute('select 1 from person where tenant_id = ? and id = any(?::uuid[]) order by id for update', [
    tenantId,
    ids,
  ]);
  return found.filter(({ station }) => can(actorOf(ctx), 'jobs.enrol', { stationId: station.id }).isAllowed);
}

async function checkRows(ctx: Context, check: Check, batch: DispatchBatch, rows: readonly Row[]): Promise<void> {
  const em = await ctx.em();
  const { tenantId } = batch;
  const ids = rows.map(({ person }) => person.id);
  const open = { $in: [DispatchMemberState.PLANNED, DispatchMemberState.DEPARTED] };
  const away = await em.find(DispatchMember, {
    tenantId,
    person: { tenantId, id: { $in: ids } } as never,
    state: open,
  });
  const byPerson = new Map(away.map((member) => [member.person.id, member]));
  rows.forEach(({ path, person }, i) => {
    checkFit(check, path, person, batch.day);
    check.that(ids.indexOf(person.id) === i, path, ErrorCode.TAKEN, {
      zh: `${person.name}在名单里重复。`,
      en: `${person.name} is on the list twice.`,
    });
    const other = byPerson.get(person.id);
    if (other) check.add(path, ErrorCode.TAKEN, inBatch(person.name, other));
  });
  const opening = await em.findOneOrFail(Opening, { tenantId, id: batch.opening.id });
  const free = opening.headcount - (await membersOf(ctx, opening.id));
  check.that(!opening.isClosed && rows.length <= free, 'personIds', ErrorCode.OUT_OF_RANGE, {
    zh: opening.isClosed ? '岗位已关闭。' : `名额只剩 ${free} 个。`,
    en: opening.isClosed ? 'The opening is closed.' : `Only ${free} places are left.`,
  });
}

function inBatch(name: string, { employerName, batchNumber }: DispatchMember): Message {
  return {
    zh: `${name}已在${employerName}第 ${batchNumber} 批。`,
    en: `${name} is in batch ${batchNumber} to ${employerName} already.`,
  };
}
