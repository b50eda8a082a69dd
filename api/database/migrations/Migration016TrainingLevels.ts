import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * What people wish to learn, what they have learnt, and what they are given for it. A course is tested once a month, a person has one
 * score in a test and one certificate of a course, a household one know-how holder, and the same wish is open once: the database says
 * no to a second. The menu is the county's, for a village orders from its town.
 */
export class Migration016TrainingLevels extends Migration {
  override up(): void {
    for (const table of [menu, demand, knowHow, levelTest, testResult, certificate]) this.addSql(table);
    this.addSql(lock('training_menu_item', rules.tenant, ['select', 'insert', 'update']));
    for (const table of ['training_demand', 'know_how_holder', 'level_test', 'level_band', 'test_result'])
      this.addSql(lock(table, rules.station, ['select', 'insert', 'update']));
    this.addSql(lock('training_certificate', rules.station, ['select', 'insert']));
  }
}

const menu = `
create table training_menu_item (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
  title text collate "C" not null,
  category text collate "C" not null,
  is_closed boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint training_menu_item_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create unique index training_menu_item_title_key on training_menu_item (tenant_id, station_id, title) where not is_closed;
create index training_menu_item_title_idx on training_menu_item (tenant_id, title, id);`;

const demand = `
create table training_demand (
  tenant_id int not null,
  id uuid not null,
  item_id uuid not null,
  person_id uuid,
  station_id uuid not null,
  session_id uuid,
  people int not null,
  priority text collate "C" not null check (priority in ('HIGH', 'USUAL', 'LOW')),
  asked_on date not null,
  state text collate "C" not null check (state in ('REQUESTED', 'SCHEDULED', 'MET', 'DECLINED')),
  reason text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint training_demand_item_fkey foreign key (tenant_id, item_id) references training_menu_item (tenant_id, id),
  constraint training_demand_person_fkey foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint training_demand_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint training_demand_session_fkey foreign key (tenant_id, session_id) references course_session (tenant_id, id),
  constraint training_demand_people_check check (people between 1 and 10000 and (person_id is null or people = 1)),
  constraint training_demand_session_check check ((session_id is not null) = (state in ('SCHEDULED', 'MET'))),
  constraint training_demand_reason_check check ((reason is not null) = (state = 'DECLINED'))
);
create unique index training_demand_person_key on training_demand (tenant_id, item_id, person_id)
  where person_id is not null and state in ('REQUESTED', 'SCHEDULED');
create unique index training_demand_village_key on training_demand (tenant_id, item_id, station_id)
  where person_id is null and state in ('REQUESTED', 'SCHEDULED');
create index training_demand_asked_idx on training_demand (tenant_id, asked_on, id);
create index training_demand_item_idx on training_demand (tenant_id, item_id, asked_on, id);
create index training_demand_station_idx on training_demand (tenant_id, station_id, asked_on, id);
create index training_demand_state_idx on training_demand (tenant_id, state, asked_on, id);
create index training_demand_session_idx on training_demand (tenant_id, session_id) where session_id is not null;`;

const knowHow = `
create table know_how_holder (
  tenant_id int not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  topic text not null,
  state text collate "C" not null check (state in ('TRAINED', 'CONFIRMED', 'ENDED')),
  trained_on date not null,
  confirmed_on date,
  assessor text,
  ended_on date,
  reason text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint know_how_holder_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint know_how_holder_person_fkey foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint know_how_holder_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint know_how_holder_confirmed_check check ((confirmed_on is null) = (assessor is null) and confirmed_on >= trained_on),
  constraint know_how_holder_ended_check check ((ended_on is not null) = (state = 'ENDED') and (ended_on is null) = (reason is null))
);
create unique index know_how_holder_household_key on know_how_holder (tenant_id, household_id) where state <> 'ENDED';
create index know_how_holder_household_idx on know_how_holder (tenant_id, household_id, trained_on, id);
create index know_how_holder_trained_idx on know_how_holder (tenant_id, trained_on, id);
create index know_how_holder_station_idx on know_how_holder (tenant_id, station_id, trained_on, id);
create index know_how_holder_state_idx on know_how_holder (tenant_id, state, trained_on, id);
create index household_station_pinyin_idx on household (tenant_id, station_id, pinyin, id);`;

const levelTest = `
create table level_test (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  station_id uuid not null,
  month date not null,
  max_score int not null,
  state text collate "C" not null check (state in ('PLANNED', 'HELD', 'SCORED', 'PLACED')),
  held_on date,
  placed_on date,
  changes int not null default 0,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint level_test_month_key unique (tenant_id, course_id, month),
  constraint level_test_course_key unique (tenant_id, course_id, id),
  constraint level_test_course_fkey foreign key (tenant_id, course_id) references course (tenant_id, id),
  constraint level_test_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint level_test_month_check check (extract(day from month) = 1),
  constraint level_test_score_check check (max_score between 1 and 1000),
  constraint level_test_held_check check ((held_on is null) = (state = 'PLANNED')),
  constraint level_test_placed_check check ((placed_on is not null) = (state = 'PLACED'))
);
create index level_test_month_idx on level_test (tenant_id, month, id);
create index level_test_course_idx on level_test (tenant_id, course_id, month, id);
create index level_test_station_idx on level_test (tenant_id, station_id, month, id);
create table level_band (
  tenant_id int not null,
  id uuid not null,
  test_id uuid not null,
  course_id uuid not null,
  class_group_id uuid not null,
  station_id uuid not null,
  from_score int,
  primary key (tenant_id, id),
  constraint level_band_group_key unique (tenant_id, test_id, class_group_id),
  constraint level_band_score_key unique (tenant_id, test_id, from_score),
  constraint level_band_test_fkey foreign key (tenant_id, course_id, test_id) references level_test (tenant_id, course_id, id),
  constraint level_band_group_fkey foreign key (tenant_id, course_id, class_group_id) references class_group (tenant_id, course_id, id),
  constraint level_band_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint level_band_score_check check (from_score >= 0)
);`;

const testResult = `
create table test_result (
  tenant_id int not null,
  id uuid not null,
  test_id uuid not null,
  course_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  score int not null,
  moved_from_id uuid,
  placed_in_id uuid,
  is_moved boolean not null default false,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint test_result_enrolment_key unique (tenant_id, test_id, enrolment_id),
  constraint test_result_test_fkey foreign key (tenant_id, course_id, test_id) references level_test (tenant_id, course_id, id),
  constraint test_result_enrolment_fkey foreign key (tenant_id, course_id, enrolment_id, person_id)
    references enrolment (tenant_id, course_id, id, person_id),
  constraint test_result_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint test_result_moved_from_fkey foreign key (tenant_id, course_id, moved_from_id) references class_group (tenant_id, course_id, id),
  constraint test_result_placed_in_fkey foreign key (tenant_id, course_id, placed_in_id) references class_group (tenant_id, course_id, id),
  constraint test_result_score_check check (score >= 0),
  constraint test_result_placed_check check ((moved_from_id is null) = (placed_in_id is null))
);
create index test_result_test_idx on test_result (tenant_id, test_id, created_at, id);
create index test_result_moved_idx on test_result (tenant_id, test_id, created_at, id) where is_moved;
create index test_result_person_idx on test_result (tenant_id, person_id, created_at, id);`;

const certificate = `
create table training_certificate (
  tenant_id int not null,
  id uuid not null,
  course_id uuid not null,
  enrolment_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  number text collate "C" not null,
  issued_on date not null,
  issued_by text not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint training_certificate_number_key unique (tenant_id, number),
  constraint training_certificate_enrolment_key unique (tenant_id, enrolment_id),
  constraint training_certificate_enrolment_fkey foreign key (tenant_id, course_id, enrolment_id, person_id)
    references enrolment (tenant_id, course_id, id, person_id),
  constraint training_certificate_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index training_certificate_number_idx on training_certificate (tenant_id, number, id);
create index training_certificate_course_idx on training_certificate (tenant_id, course_id, number, id);
create index training_certificate_person_idx on training_certificate (tenant_id, person_id);`;
