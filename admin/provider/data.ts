import type { DataProvider, GetListParams, RaRecord, UpdateParams } from 'react-admin';
import { Conflict, FieldErrors, RequestError } from './errors.js';
import { act, ask, type FileAsked } from './graphql.js';

type Row = RaRecord<string>;
type Values = Record<string, unknown>;

interface Connection {
  nodes: Row[];
  totalCount?: number;
  pageInfo?: { hasNextPage: boolean; hasPreviousPage: boolean };
}

/** A mutation of one resource: the document, its root field, and the payload's field that holds the record. */
export interface Act {
  document: string;
  root: string;
  record: string;
  /** Form values to the `input` variable; without it the values go as they are, less what the server owns. */
  input?: (values: Values, previous?: Values) => Values;
  /** Variables beside `id`, `version` and `input`, from the form's values. */
  variables?: (values: Values) => Values;
}

/**
 * How one resource is read and written: its documents and the fields they answer in.
 * Lists take `where, orderBy, first, offset`; `asOf` and other variables beside `where` come from `variables`.
 */
export interface Source {
  list?: {
    document: string;
    root: string;
    where?: (filter: Values) => Values;
    variables?: (filter: Values) => Values;
    isUnordered?: boolean;
    /** True where the root answers a short plain list in place of a connection. */
    isPlain?: boolean;
    /** True where the server gives the list out as a file, under the name of its root. */
    isExported?: boolean;
  };
  one?: { document: string; root: string };
  create?: Act;
  update?: Act;
  /** Adds to a record that was read what forms need flat, such as `stationId` beside `station`. */
  shape?: (row: Row) => Row;
  /** Other ways to save the form of a record, by the name that `EditPage act` gives. */
  acts?: Record<string, Act>;
}

const OWNED = new Set(['id', 'version', '__typename', 'createdAt', 'createdBy']);

/** The data provider over the sources of all areas: the GraphQL conventions of the schema, and nothing else. */
export function dataProviderOf(sources: Record<string, Source>): DataProvider {
  const of = (resource: string): Source => {
    const source = sources[resource];
    if (!source) throw new Error(`No area registers the resource ${resource}.`);
    return source;
  };
  return {
    supportAbortSignal: true,
    getList: (resource, params) => getList(of(resource), params),
    getOne: async (resource, params) => ({ data: await getOne(of(resource), String(params.id), params.signal) }),
    getMany: (resource, params) => getMany(of(resource), params.ids.map(String), params.signal),
    getManyReference: (resource, params) =>
      getList(of(resource), { ...params, filter: { ...params.filter, [params.target]: params.id } }),
    create: async (resource, params) => ({ data: await create(resource, of(resource), params.data, params.meta) }),
    update: async (resource, params) => ({ data: await update(resource, of(resource), params) }),
    updateMany: () => refuse('updateMany'),
    delete: () => refuse('delete'),
    deleteMany: () => refuse('deleteMany'),
  } as DataProvider;
}

/** The filter and the order in which a list is shown. */
export type Shown = Pick<GetListParams, 'filter' | 'sort'>;

/** The list as it is shown, as the server is asked for its file; null where it gives none out. */
export function exportOf(source: Source | undefined, shown: Shown): FileAsked | null {
  const list = source?.list;
  if (!list?.isExported) return null;
  return { list: list.root, ...conditionsOf(list, shown) };
}

function conditionsOf(list: NonNullable<Source['list']>, { filter, sort }: Shown): { where: Values; orderBy?: object } {
  const where = (list.where ?? whereOf)((filter ?? {}) as Values);
  const isOrdered = !list.isUnordered && sort?.field && sort.field !== 'id';
  return isOrdered ? { where, orderBy: { field: enumOf(sort.field), direction: sort.order } } : { where };
}

/** `startsOn` as the schema spells it in order enums: `STARTS_ON`. */
export function enumOf(field: string): string {
  return field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** A URL filter as `where`: lists become `{ in }`, empty values go. */
export function whereOf(filter: Values): Values {
  const where: Values = {};
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) {
      if (value.length) where[key] = { in: value };
    } else where[key] = value;
  }
  return where;
}

async function getList(source: Source, params: GetListParams) {
  const { list } = source;
  if (!list) return refuse('getList');
  const filter = (params.filter ?? {}) as Values;
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  if (list.isPlain) {
    const data = await ask<Record<string, Row[]>>(list.document, list.variables?.(filter), { signal: params.signal });
    const rows = data[list.root] ?? [];
    return { data: rows.slice((page - 1) * perPage, page * perPage), total: rows.length };
  }
  const variables: Values = {
    ...conditionsOf(list, params),
    first: Math.min(perPage, 100),
    offset: (page - 1) * perPage,
    ...list.variables?.(filter),
  };
  const answer = await ask<Record<string, Connection>>(list.document, variables, { signal: params.signal });
  const connection = answer[list.root];
  return { data: connection?.nodes ?? [], total: connection?.totalCount, pageInfo: connection?.pageInfo };
}

async function getOne(source: Source, id: string, signal?: AbortSignal): Promise<Row> {
  if (!source.one) return refuse('getOne');
  const data = await ask<Record<string, Row | null>>(source.one.document, { id }, { signal });
  const record = data[source.one.root];
  if (!record) throw new RequestError('lianxin.error.NOT_FOUND', { code: 'NOT_FOUND' });
  return source.shape?.(record) ?? record;
}

async function getMany(source: Source, ids: string[], signal?: AbortSignal) {
  const asked = await Promise.allSettled(ids.map((id) => getOne(source, id, signal)));
  return { data: asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])) };
}

async function create(
  resource: string,
  source: Source,
  values: Values,
  meta?: { idempotencyKey?: string },
): Promise<Row> {
  if (!source.create) return refuse(`create ${resource}`);
  const { document, root, record, input } = source.create;
  const variables = { input: (input ?? ownless)(values), idempotencyKey: meta?.idempotencyKey };
  const payload = await act<Values>(document, root, variables);
  return { ...payload, ...(payload[record] as Row) };
}

async function update(resource: string, source: Source, params: UpdateParams): Promise<Row> {
  const name = (params.meta as { act?: string } | undefined)?.act;
  const way = name ? source.acts?.[name] : source.update;
  if (!way) return refuse(`${name ?? 'update'} ${resource}`);
  const { document, root, record, input } = way;
  const mine = params.data as Values;
  const base = params.previousData as Values;
  const values = input ? input(mine, base) : changed(mine, base);
  try {
    const version = mine.version ?? base.version;
    const variables = { id: params.id, version, input: values, ...way.variables?.(mine) };
    const payload = await act<Values>(document, root, variables);
    const row = payload[record] as Row;
    return source.shape?.(row) ?? row;
  } catch (error) {
    if (!isStale(error)) throw error;
    const theirs = await getOne(source, String(params.id));
    const requestId = error instanceof RequestError ? error.requestId : undefined;
    throw new Conflict((error as Error).message, { base, mine, theirs }, requestId);
  }
}

function isStale(error: unknown): boolean {
  if (error instanceof RequestError) return error.code === 'STALE';
  return error instanceof FieldErrors && error.errors.some(({ code }) => code === 'STALE');
}

function ownless(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !OWNED.has(key) && value !== undefined));
}

/** The values that differ from the record that the form started from; what was emptied goes as null. */
export function changed(mine: Values, base: Values = {}): Values {
  const entries = Object.entries(ownless(mine)).filter(([key, value]) => !same(value, base[key]));
  return Object.fromEntries(entries.map(([key, value]) => [key, value === '' ? null : value]));
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function refuse(what: string): never {
  throw new Error(`This resource has no ${what}.`);
}
