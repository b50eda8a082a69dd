import type { ComponentType } from 'react';
import type { Permission } from '../provider/me.js';

/** One thing that happened to a household, as a line of its timeline. */
export interface HouseholdEvent {
  /** Unique among the events of the household. */
  id: string;
  /** A calendar day, `2026-11-22`. */
  day: string;
  /** What it was, in the language of the page. */
  text: string;
  /** Where there is more to read. */
  to?: string;
}

/** What a section is given: the household as the one query of the page answered it, with the section's own fields. */
export interface HouseholdSectionProps {
  // biome-ignore lint/suspicious/noExplicitAny: each section reads the fields that it selected
  household: any;
}

/** What an area adds to the file of a household; `Area.householdSections` lists it. */
export interface HouseholdSection {
  /** Unique among all sections. */
  name: string;
  /** The key of its title's words, such as `resources.courses.menu`; `resources.households.sections.<name>` when left out. */
  title?: string;
  /** Any of these opens the section; others neither ask for it nor see it. */
  permissions: Permission[];
  /** Fields of `Household` that the page's query selects for it, such as `enrolments(first: 50) { nodes { id } }`. */
  selection: string;
  Section: ComponentType<HouseholdSectionProps>;
  /** The same on paper, for the statement of everything received; left off it where there is none. */
  Print?: ComponentType<HouseholdSectionProps>;
  /** What of it stands in the timeline; `translate` words it. */
  events?: (household: HouseholdSectionProps['household'], translate: Translate) => HouseholdEvent[];
}

/** Words a key in the language of the page. */
export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** The title of a section in the language of the page. */
export function titleOf({ name, title }: HouseholdSection, translate: Translate): string {
  return translate(title ?? `resources.households.sections.${name}`, { _: name });
}

/** What a household has, and after it what its members of today brought along from where they lived before, each once. */
export function withBrought<T extends { id: string }>(
  household: HouseholdSectionProps['household'],
  own: readonly T[],
  // biome-ignore lint/suspicious/noExplicitAny: a section reads the fields that it selected
  of: (person: any) => readonly T[],
): T[] {
  const members = (household.memberships as { validTo: string | null; person: object | null }[]).filter(
    ({ validTo, person }) => validTo === null && person,
  );
  const all = [...own, ...members.flatMap(({ person }) => of(person))];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
