import { useTranslate } from 'react-admin';
import { type HouseholdSection, type HouseholdSectionProps, withBrought } from '../parts/householdSection.js';
import { PaperTable, SectionLines } from '../parts/SectionLines.js';

interface Enrolled {
  id: string;
  state: string;
  stateSince: string;
  attendedCount: number;
  person: { name: string } | null;
  course: { id: string; title: string } | null;
}

const fields = 'id state stateSince attendedCount person { name } course { id title }';

const enrolledOf = (household: HouseholdSectionProps['household']): Enrolled[] => household.enrolments?.nodes ?? [];

/** With the courses that members brought along and that are not over. */
const openOrOwnOf = (household: HouseholdSectionProps['household']): Enrolled[] =>
  withBrought(household, enrolledOf(household), ({ enrolments }) => enrolments?.nodes ?? []);

function Courses({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const lines = openOrOwnOf(household).map(({ id, state, attendedCount, person, course }) => ({
    id,
    text: [
      person?.name,
      course?.title,
      translate(`enums.EnrolmentState.${state}`),
      translate('lianxin.householdCourses.attended', { smart_count: attendedCount }),
    ]
      .filter(Boolean)
      .join(' · '),
    ...(course && { to: `/courses/${course.id}/show` }),
  }));
  return <SectionLines lines={lines} />;
}

function CoursesPrint({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const heads = ['person', 'course', 'attendedHead'].map((field) => translate(`lianxin.householdCourses.${field}`));
  const rows = enrolledOf(household).map(({ attendedCount, person, course }) => [
    person?.name ?? '',
    course?.title ?? '',
    String(attendedCount),
  ]);
  return <PaperTable heads={heads} rows={rows} />;
}

/** What a household's people learned, and how often they came. */
export const householdCourses: HouseholdSection = {
  name: 'courses',
  title: 'resources.courses.menu',
  permissions: ['TRAINING_READ'],
  selection: `enrolments(first: 50) { nodes { ${fields} } }
    memberships { person { enrolments(first: 5, where: { state: { in: [APPLIED, ENROLLED, WAITING] } }) { nodes { ${fields} } } } }`,
  Section: Courses,
  Print: CoursesPrint,
  events: (household, translate) =>
    enrolledOf(household).map(({ id, state, stateSince, person, course }) => ({
      id,
      day: stateSince,
      text: [person?.name, course?.title, translate(`enums.EnrolmentState.${state}`)].filter(Boolean).join(' · '),
      ...(course && { to: `/courses/${course.id}/show` }),
    })),
};
