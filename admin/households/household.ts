import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useAreas } from '../parts/area.js';
import type { HouseholdSection } from '../parts/householdSection.js';
import { RequestError } from '../provider/errors.js';
import { ask } from '../provider/graphql.js';
import { may, type StationRef } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { HOUSEHOLD_FILE } from './households.documents.js';

export const STATUSES = [
  'REGISTERED',
  'EXITED',
  'MONITORED_RELAPSE',
  'MONITORED_MARGINAL',
  'MONITORED_HARDSHIP',
  'FIVE_GUARANTEES',
  'SUBSISTENCE',
] as const;
export const RELATIONS = [
  'HEAD',
  'SPOUSE',
  'CHILD',
  'CHILD_IN_LAW',
  'GRANDCHILD',
  'PARENT',
  'GRANDPARENT',
  'SIBLING',
  'OTHER',
] as const;

/** Something that holds from a day to a day; `validTo` is the first day on which it no longer does. */
export interface Span {
  id: string;
  validFrom: string;
  validTo: string | null;
  reason: string | null;
}

/** A person as the file of their household shows them. */
export interface Member {
  id: string;
  name: string;
  sex: string | null;
  birthDay: string | null;
  idNumberMasked: string | null;
  phoneMasked: string | null;
  canWork: boolean | null;
  isStudent: boolean | null;
}

export interface Membership extends Span {
  relation: string;
  person: Member | null;
}

/** A household as it is named elsewhere. */
export interface HouseholdRef {
  id: string;
  code: string;
  headName: string;
}

export interface HouseholdChange {
  id: string;
  kind: 'SPLIT' | 'MERGE' | 'CLOSE';
  validFrom: string;
  reason: string;
  enteredBy: string;
  undoneAt: string | null;
  undoneBy: string | null;
  household: HouseholdRef | null;
  other: HouseholdRef | null;
}

/** A household with everything that its page tells; sections find their own fields beside these. */
export interface Household extends HouseholdRef {
  version: number;
  size: number;
  address: string | null;
  isClosed: boolean;
  isInvented: boolean;
  station: (StationRef & { path: StationRef[] }) | null;
  memberships: Membership[];
  statuses: (Span & { status: string })[];
  places: (Span & { place: StationRef | null })[];
  changes: HouseholdChange[];
}

/** Whether a span has any day at all: what was undone keeps none. */
export function isReal({ validFrom, validTo }: Span): boolean {
  return validFrom !== validTo;
}

/** The members of today, the head first. */
export function membersOf({ memberships }: Household): Membership[] {
  const today = memberships.filter(({ validTo }) => validTo === null);
  return [...today.filter(isHead), ...today.filter((one) => !isHead(one))];
}

export function isHead({ relation }: { relation: string }): boolean {
  return relation === 'HEAD';
}

/** The sections that other areas add to the file and that this person may see. */
export function useSections(): HouseholdSection[] {
  const me = useMe();
  const sections = useAreas().flatMap(({ householdSections = [] }) => householdSections);
  return sections.filter(({ permissions }) => may(me, permissions));
}

/** The file of a household: one query, with what the sections select. */
export function useHousehold(id: string | undefined) {
  const sections = useSections();
  const document = HOUSEHOLD_FILE.replace('# sections', sections.map(({ selection }) => selection).join('\n'));
  return useQuery({
    queryKey: ['household', id ?? null, sections.map(({ name }) => name)],
    queryFn: async ({ signal }) => {
      const { household } = await ask<{ household: Household | null }>(document, { id }, { signal });
      if (!household) throw new RequestError('lianxin.error.NOT_FOUND', { code: 'NOT_FOUND' });
      return household;
    },
    enabled: id !== undefined,
    retry: false,
  });
}

/** Answers the function that reads households and people anew after an act. */
export function useRefreshHouseholds(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(['household', 'households', 'persons'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
