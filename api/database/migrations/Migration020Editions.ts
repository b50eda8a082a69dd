import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';
import { table } from './table.js';

/**
 * What is made of reports: editions with their figures and comments, which nobody may change or remove, and the templates of briefs and
 * forms. Templates hold no record of anybody, so the whole county reads them.
 */
export class Migration020Editions extends Migration {
  override up(): void {
    this.addSql(editions);
    this.addSql(templates);
    for (const name of ['edition', 'edition_figures', 'edition_comment'])
      this.addSql(lock(name, rules.station, ['select', 'insert']));
    for (const name of ['brief', 'report_form']) this.addSql(lock(name, rules.tenant, ['select', 'insert', 'update']));
  }
}

const atStation = ['station_id', 'station'] as const;
const ofEdition = ['edition_id', 'edition'] as const;

const editions = [
  table(
    'edition',
    `
  station_id uuid not null,
  title text not null,
  from_day date not null,
  to_day date not null,
  as_of date not null,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  frozen_by text not null,
  frozen_by_name text not null,`,
    [atStation],
  ),
  `create index edition_made_idx on edition (tenant_id, created_at, id);
create index edition_station_idx on edition (tenant_id, station_id, created_at, id);`,
  table(
    'edition_figures',
    `
  station_id uuid not null,
  edition_id uuid not null,
  parameters jsonb not null,
  figures jsonb not null,
  constraint edition_figures_edition_key unique (tenant_id, edition_id),`,
    [atStation, ofEdition],
  ),
  table(
    'edition_comment',
    `
  station_id uuid not null,
  edition_id uuid not null,
  text text not null,
  written_by text not null,
  written_by_name text not null,`,
    [atStation, ofEdition],
  ),
  'create index edition_comment_edition_idx on edition_comment (tenant_id, edition_id, created_at, id);',
].join('\n');

const templates = [
  table(
    'brief',
    `
  station_id uuid not null,
  version int not null default 1,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  period text,
  as_of date,`,
    [atStation],
  ),
  `create index brief_made_idx on brief (tenant_id, created_at, id);
create index brief_station_idx on brief (tenant_id, station_id, created_at, id);`,
  table(
    'report_form',
    `
  station_id uuid not null,
  version int not null default 1,
  title text not null,
  period text,
  widths text not null,
  row_count int not null check (row_count > 0),
  each_row int check (each_row between 1 and row_count),
  cells jsonb not null,`,
    [atStation],
  ),
  `create index report_form_made_idx on report_form (tenant_id, created_at, id);
create index report_form_station_idx on report_form (tenant_id, station_id, created_at, id);`,
].join('\n');
