import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * Courses with who is enrolled and who was there. A person is in a course once, a number in it is given once, and attendance names an
 * enrolment, a person and a session of the same course: the database says no to a stranger. Providers and teachers are the county's.
 */
export class Migration011Training extends Migration {
  override up(): void {
    this.addSql(teaching);
    this.addSql(course);
    this.addSql(enrolment);
    for (const table of ['training_provider', 'teacher']) this.addSql(lock(table, rules.tenant, ['select', 'insert']));
    this.addSql(lock('class_group', rules.station, ['select', 'insert']));
    for (const table of ['course', 'course_session', 'enrolment', 'attendance'])
      this.addSql(lock(table, rules.station, ['select', 'insert', 'update']));
  }
}

const teaching = `
create table training_provider (
  tenant_id int not null references tenant (id),
  id uuid not null,
  name text collate "C" not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint training_provider_name_key unique (tenant_id, name)
);
create index training_provider_name_idx on training_provider (tenant_id, name, id);
create table teacher (
  tenant_id int not null references tenant (id),
  id uuid not null,
  provider_id uuid,
  name text collate "C" not null,
  speciality text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint teacher_provider_fkey foreign key (tenant_id, provider_id) references training_provider (tenant_id, id)
);
create index teacher_name_idx on teacher (tenant_id, name, id);
create index teacher_provider_idx on teacher (tenant_id, provider_id);`;

const course = `
create table course (
  tenant_id int not null references tenant (id),
  id uuid not null,
  programme_id uuid not null,
  station_id uuid not null,
  provider_id uuid,
  title text collate "C" not null,
  audiences text[] not null,
  capacity int not null,
  starts_on date not null,
  ends_on date not null,
  is_invented boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint course_programme_fkey foreign key (tenant_id, programme_id) references training_programme (tenant_id, id),
  constraint course_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint course_provider_fkey foreign key (tenant_id, provider_id) references training_provider (tenant_id, id),
  constraint course_capacity_check check (capacity between 1 and 10000),
  constraint course_span_check check (ends_on >= starts_on),
  constraint course_audiences_check check (cardinality(audiences) > 0 and audiences <@ array['CADRE', 'HELPER', 'HOUSEHOLD'])
);
create index course_starts_idx on course (tenant_id, starts_on, id);
create index course_programme_idx on course (tenant_id, programme_id, starts_on, id);
create index course_station_idx on course (tenant_id, station_id, starts_on, id);
create table class_group (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  station_id uuid not null,
  name text collate "C" not null,
  level text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint class_group_course_key unique (tenant_id, course_id, id),
  constraint class_group_name_key unique (tenant_id, course_id, name),
  constraint class_group_course_fkey foreign key (tenant_id, course_id) references course (tenant_id, id),
  constraint class_group_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create table course_session (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  station_id uuid not null,
  teacher_id uuid,
  held_on date not null,
  place text,
  topic text not null,
  hours numeric(4, 1),
  is_cancelled boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint course_session_course_key unique (tenant_id, course_id, id),
  constraint course_session_course_fkey foreign key (tenant_id, course_id) references course (tenant_id, id),
  constraint course_session_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint course_session_teacher_fkey foreign key (tenant_id, teacher_id) references teacher (tenant_id, id),
  constraint course_session_hours_check check (hours > 0 and hours <= 12)
);
create index course_session_course_idx on course_session (tenant_id, course_id, held_on, id);
create index course_session_held_idx on course_session (tenant_id, held_on, id);`;

const enrolment = `
create table enrolment (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  class_group_id uuid not null,
  station_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  no int not null,
  state text collate "C" not null check (state in ('APPLIED', 'ENROLLED', 'WAITING', 'COMPLETED', 'WITHDRAWN')),
  state_since date not null,
  reason text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint enrolment_no_key unique (tenant_id, course_id, no),
  constraint enrolment_whole_key unique (tenant_id, course_id, id, person_id),
  constraint enrolment_course_fkey foreign key (tenant_id, course_id) references course (tenant_id, id),
  constraint enrolment_class_group_fkey foreign key (tenant_id, course_id, class_group_id) references class_group (tenant_id, course_id, id),
  constraint enrolment_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint enrolment_person_fkey foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint enrolment_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id)
);
create unique index enrolment_person_key on enrolment (tenant_id, course_id, person_id) where state <> 'WITHDRAWN';
create index enrolment_no_idx on enrolment (tenant_id, course_id, no, id);
create index enrolment_created_idx on enrolment (tenant_id, course_id, created_at, id);
create index enrolment_state_idx on enrolment (tenant_id, course_id, state, no, id);
create index enrolment_state_created_idx on enrolment (tenant_id, course_id, state, created_at, id);
create index enrolment_class_group_idx on enrolment (tenant_id, class_group_id, no, id);
create index enrolment_person_idx on enrolment (tenant_id, person_id, created_at, id);
create index enrolment_household_idx on enrolment (tenant_id, household_id, created_at, id);
create table attendance (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  session_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  is_present boolean not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint attendance_session_key unique (tenant_id, session_id, enrolment_id),
  constraint attendance_session_fkey foreign key (tenant_id, course_id, session_id) references course_session (tenant_id, course_id, id),
  constraint attendance_enrolment_fkey foreign key (tenant_id, course_id, enrolment_id, person_id)
    references enrolment (tenant_id, course_id, id, person_id),
  constraint attendance_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index attendance_enrolment_idx on attendance (tenant_id, enrolment_id);
create index attendance_person_idx on attendance (tenant_id, person_id) where is_present;`;
