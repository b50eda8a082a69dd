import { type GraphQLArgument, getNamedType, isEnumType, isNonNullType, Kind, parse } from 'graphql';
import { actorOf, actorWithin, askerOf } from '../access/index.js';
import { editionFile, type FileOut, reportFile } from '../exchange/index.js';
import { badInput } from '../kernel/index.js';
import type { ReportAsked } from '../reports/index.js';
import { schema } from '../schema.js';
import { StationLevel } from '../tenancy/index.js';
import type { OperationContext } from './context.js';
import type { FiguresAsked } from './exportAsked.js';
import { coerced } from './reader.js';

/** A file of figures, read in one transaction that is over before a byte goes out; whoever asks is cut to where files may be taken out. */
export async function figuresFile(ctx: OperationContext, asked: FiguresAsked): Promise<FileOut> {
  askerOf(ctx).demand('export.run');
  ctx.as(actorWithin(actorOf(ctx), 'export.run'));
  let hasFailed = true;
  try {
    const { file, told } =
      'edition' in asked
        ? await editionFile(ctx, schema(), asked.edition, asked.format)
        : await reportFile(ctx, schema(), argumentsOf(asked.report), asked.format);
    hasFailed = false;
    await ctx.finish(false);
    await ctx.security({ kind: 'EXPORTED', detail: told });
    return file;
  } finally {
    if (hasFailed) await ctx.finish(true);
  }
}

/** The arguments of `report` as GraphQL takes them; what people meet of its refusals is said in words. */
function argumentsOf(given: Readonly<Record<string, unknown>>): ReportAsked {
  const args = schema().getQueryType()?.getFields().report?.args ?? [];
  for (const name of Object.keys(given)) if (!args.some((arg) => arg.name === name)) throw noSuch(name.slice(0, 40));
  for (const arg of args) checkNames(arg, given[arg.name]);
  const heads = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const [operation] = parse(`query Export(${heads}) { __typename }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document asks nothing.');
  const asked = coerced(schema(), operation, given) as unknown as ReportAsked;
  return { ...asked, by: asked.by ?? StationLevel.TOWNSHIP };
}

function noSuch(name: string) {
  return badInput({ zh: `统计报表没有“${name}”这个条件。`, en: `A report takes no \`${name}\`.` }, [name]);
}

/** Refuses an argument that is missing, and a name that its enum has not. */
function checkNames({ name, type }: GraphQLArgument, value: unknown): void {
  if (value === undefined || value === null) {
    if (isNonNullType(type)) throw badInput({ zh: `请写明 ${name}。`, en: `Say which \`${name}\`.` }, [name]);
    return;
  }
  const named = getNamedType(type);
  if (!isEnumType(named)) return;
  const wrong = [value].flat().find((one) => typeof one === 'string' && !named.getValue(one));
  if (wrong === undefined) return;
  const says = { zh: `没有“${String(wrong).slice(0, 60)}”可选。`, en: `There is no “${String(wrong).slice(0, 60)}”.` };
  throw badInput(says, [name]);
}
