import {
  type HouseholdEvent,
  type HouseholdSection,
  type HouseholdSectionProps,
  type Translate,
  withBrought,
} from '../parts/householdSection.js';
import { EmptyNothing } from '../parts/states.js';
import { Records } from './Records.js';
import { useWords } from './words.js';

interface Dispatch {
  id: string;
  batchNumber: number;
  employerName: string;
  state: string;
  departedOn: string | null;
  endedOn: string | null;
  wage: string | null;
  person: { name: string } | null;
}

interface Post {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  wage: string | null;
  person: { name: string } | null;
}

/** What somebody of the household worked as, from a day to a day. */
interface Work {
  id: string;
  name: string;
  what: string;
  from: string | null;
  to: string | null;
  wage: string | null;
}

const works = `dispatches { id batchNumber employerName state departedOn endedOn wage person { name } }
  placements { id title validFrom validTo wage person { name } }`;

interface Worked {
  dispatches?: Dispatch[];
  placements?: Post[];
}

/** With what members of today have worked as since before they came. */
function withBroughtWorks(household: HouseholdSectionProps['household']): Worked {
  const { dispatches = [], placements = [] } = household as Worked;
  return {
    dispatches: withBrought(household, dispatches, (person: Worked) => person.dispatches ?? []),
    placements: withBrought(household, placements, (person: Worked) => person.placements ?? []),
  };
}

function worksOf({ dispatches = [], placements: posts = [] }: Worked, translate: Translate): Work[] {
  const away = dispatches.map(({ id, person, employerName, batchNumber, departedOn, endedOn, wage }) => {
    const what = `${employerName} ${translate('lianxin.jobs.batchNo', { number: batchNumber })}`;
    return { id, name: person?.name ?? '—', what, from: departedOn, to: endedOn, wage };
  });
  const held = posts.map(({ id, person, title, validFrom, validTo, wage }) => {
    return { id, name: person?.name ?? '—', what: title, from: validFrom, to: validTo, wage };
  });
  return [...away, ...held];
}

function Section({ household }: HouseholdSectionProps) {
  const { translate, day, wage } = useWords();
  const works = worksOf(withBroughtWorks(household), translate);
  if (!works.length) return <EmptyNothing why={translate('lianxin.jobs.noWork')} />;
  const label = (field: string) => translate(`resources.placements.fields.${field}`);
  const columns = [
    { label: label('person'), cell: (work: Work) => work.name },
    { label: label('title'), cell: (work: Work) => work.what },
    { label: label('validFrom'), cell: (work: Work) => day(work.from) },
    { label: label('validTo'), cell: (work: Work) => day(work.to) },
    { label: label('wage'), cell: (work: Work) => wage(work.wage), isFigure: true },
  ];
  const name = translate('resources.households.sections.jobs');
  return <Records name={name} rows={works} columns={columns} keyOf={({ id }) => id} />;
}

function events(household: HouseholdSectionProps['household'], translate: Translate): HouseholdEvent[] {
  return worksOf(household, translate).flatMap(({ id, name, what, from }) =>
    from ? [{ id, day: from, text: translate('lianxin.jobs.tookUp', { name, what }) }] : [],
  );
}

/** What the file of a household shows of jobs: batches with which its people went, posts that they held. */
export const householdJobs: HouseholdSection = {
  name: 'jobs',
  permissions: ['JOBS_READ'],
  selection: `${works} memberships { person { ${works} } }`,
  Section,
  events,
};
