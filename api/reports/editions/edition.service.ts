import { actorOf, type Context, demand, findIn, idempotent, reachOf } from '../../access/index.js';
import { stationRef } from '../../households/index.js';
import { badInput, Check, newId } from '../../kernel/index.js';
import { directory } from '../../tenancy/index.js';
import type { Report } from '../report.js';
import { foundOf, reportOf, written } from '../report.service.js';
import { driftOf } from './drift.js';
import { type EditionDrift, type EditionFreezeInput, editionList } from './edition.input.js';
import { Edition, EditionComment, EditionFigures } from './edition.js';
import { askedAgain, type FrozenFigures, type FrozenParameters, freeze, hashOf, thawed } from './frozen.js';

const says = { zh: '定稿', en: 'edition' };

/** Freezes a report: what was asked, all its figures, and a hash over both. */
export async function freezeReport(ctx: Context, input: EditionFreezeInput, key?: string | null): Promise<Edition> {
  const check = new Check();
  const title = check.text('title', input.title, 100);
  check.done();
  const make = async () => {
    const within = input.within ?? (await topOf(ctx));
    const asked = { ...input, within };
    const found = await foundOf(ctx, asked);
    demand(actorOf(ctx), 'report.freeze', { stationId: within });
    const [parameters, figures] = freeze(asked, within.toLowerCase(), found);
    return keep(ctx, title, parameters, figures);
  };
  ctx.note({ act: 'editionFreeze' });
  const find = (id: string) => findIn(ctx, editionList, id, says);
  return idempotent(ctx, { key, act: 'editionFreeze', input, make, find });
}

async function keep(
  ctx: Context,
  title: string,
  parameters: FrozenParameters,
  figures: FrozenFigures,
): Promise<Edition> {
  const em = await ctx.em();
  const { tenantId, account, name } = actorOf(ctx);
  const station = stationRef(em, tenantId, parameters.within);
  const { from, to, asOf } = parameters.days;
  const hash = hashOf(parameters, figures);
  const by = { frozenBy: account, frozenByName: name };
  const edition = em.create(Edition, { tenantId, id: newId(), station, title, from, to, asOf, hash, ...by });
  em.persist(edition);
  const of = { edition: edition as never, station };
  em.persist(em.create(EditionFigures, { tenantId, id: newId(), ...of, parameters, figures }));
  await em.flush();
  return edition;
}

/** The station whose whole subtree somebody sees, where none was named. An edition has one, for it says who may read it. */
async function topOf(ctx: Context): Promise<string> {
  const reach = reachOf(actorOf(ctx), 'report.read');
  const { root, get } = await directory(ctx).then((tree) => ({ root: tree.root, get: tree.get.bind(tree) }));
  if (reach === '*') return root.station.id;
  const tops = [...reach].filter((id) => {
    const above = get(id)?.parentId;
    return get(id)?.isOpen && !(above && reach.has(above));
  });
  const [top] = tops;
  if (top && tops.length === 1) return top;
  throw badInput(
    {
      zh: '您任职于多个单位，请选定要定稿的范围。',
      en: 'You hold grants at several stations; say which one to freeze.',
    },
    ['input', 'within'],
  );
}

/** Adds a comment, and answers the edition. */
export async function commentEdition(ctx: Context, id: string, given: string, key?: string | null): Promise<Edition> {
  const em = await ctx.em();
  const edition = await findIn(ctx, editionList, id, says);
  demand(actorOf(ctx), 'edition.read', { stationId: edition.station.id });
  const check = new Check(null);
  const text = check.text('text', given, 1_000);
  check.done();
  ctx.note({ act: 'editionComment' });
  const make = async () => {
    const { tenantId, account, name } = actorOf(ctx);
    const of = { edition: edition as never, station: edition.station as never };
    const by = { writtenBy: account, writtenByName: name };
    em.persist(em.create(EditionComment, { tenantId, id: newId(), ...of, text, ...by }));
    await em.flush();
    return edition;
  };
  const find = (one: string) => findIn(ctx, editionList, one, says);
  return idempotent(ctx, { key, act: 'editionComment', input: { id, text: given }, make, find });
}

interface Kept {
  parameters: FrozenParameters;
  figures: FrozenFigures;
}

async function keptOf(ctx: Context, { tenantId, id }: Edition): Promise<Kept> {
  return ctx.once(`edition ${id}`, async () => {
    const em = await ctx.em();
    const found = await em.findOneOrFail(EditionFigures, { tenantId, edition: { tenantId, id } } as never);
    return found as unknown as Kept;
  });
}

/** The report as it was frozen, in the asker's language. */
export async function frozenReport(ctx: Context, edition: Edition): Promise<Report> {
  const { parameters, figures } = await keptOf(ctx, edition);
  return written(ctx, thawed(parameters, figures));
}

/** An edition with all that it says, for a file of it. */
export interface ReadEdition {
  edition: Edition;
  report: Report;
  isIntact: boolean;
}

/** An edition where the asker may see it. */
export async function readEdition(ctx: Context, id: string): Promise<ReadEdition> {
  const edition = await findIn(ctx, editionList, id, says);
  return { edition, report: await frozenReport(ctx, edition), isIntact: await isIntact(ctx, edition) };
}

/** Whether parameters and figures are those that were hashed. */
export async function isIntact(ctx: Context, edition: Edition): Promise<boolean> {
  const { parameters, figures } = await keptOf(ctx, edition);
  return hashOf(parameters, figures) === edition.hash;
}

/** What the same question gives today, against what was frozen. */
export async function driftSince(ctx: Context, edition: Edition): Promise<EditionDrift> {
  const { parameters } = await keptOf(ctx, edition);
  const now = await reportOf(ctx, askedAgain(parameters));
  return driftOf(await frozenReport(ctx, edition), now, await directory(ctx, edition.asOf));
}
