/** A village project as its page reads it. */
export interface Project {
  id: string;
  version: number;
  budget: string | null;
  constructionSteps: { stage: string; on: string | null; missing: string | null }[];
  consultations: {
    id: string;
    kind: string;
    on: string;
    attendance: number;
    resolution: string;
    isAgreed: boolean;
    enteredBy: string | null;
  }[];
  publicNotices: { id: string; from: string; to: string; objections: number; settlement: string | null }[];
  fundLines: { id: string; source: string; amount: string }[];
  projectHouseholds?: ReachedHousehold[];
  dividendPlans: { id: string; title: string; year: number; state: string; total: string }[];
}

/** A household that a project reaches. */
export interface ReachedHousehold {
  id: string;
  on: string;
  endedOn: string | null;
  household: { id: string; code: string; headName: string } | null;
}

/** Which meetings there are, in the order to show. */
export const MEETINGS = ['COMMITTEES', 'REPRESENTATIVES', 'VILLAGERS', 'MASSES'] as const;

/** The words of a paste: one to a line, blanks and empty lines gone. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n\t,，;；]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
