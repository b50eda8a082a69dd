import { useQuery } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { PROVIDERS_PAGE, TEACHERS_PAGE } from './teaching.documents.js';

/** A provider of training, as the whole county knows it. */
export interface Provider {
  id: string;
  version: number;
  name: string;
}

/** A teacher, as the whole county knows them. */
export interface Teacher extends Provider {
  speciality: string | null;
  provider: Provider | null;
}

interface Paged<T> {
  page: { totalCount: number; nodes: T[] };
}

/** A list of some hundreds, read a hundred at a time. */
async function whole<T>(document: string, signal: AbortSignal): Promise<T[]> {
  const all: T[] = [];
  for (let total = 1; all.length < total; ) {
    const { page } = await ask<Paged<T>>(document, { offset: all.length }, { signal });
    all.push(...page.nodes);
    total = page.nodes.length ? page.totalCount : 0;
  }
  return all;
}

/** Every teacher and every provider of the county, by name. */
export function useTeaching() {
  return useQuery({
    queryKey: ['teaching'],
    retry: false,
    queryFn: async ({ signal }) => ({
      teachers: await whole<Teacher>(TEACHERS_PAGE, signal),
      providers: await whole<Provider>(PROVIDERS_PAGE, signal),
    }),
  });
}
