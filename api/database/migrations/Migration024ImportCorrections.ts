import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';
import { table } from './table.js';

/** Cells of a file that were corrected here: who did, and what they said before; emptied together with the file. */
export class Migration024ImportCorrections extends Migration {
  override up(): void {
    this.addSql(corrections);
    this.addSql(lock('import_correction', rules.station, ['select', 'insert', 'update']));
  }
}

const corrections = `${table(
  'import_correction',
  `
  batch_id uuid not null,
  station_id uuid not null,
  row_number int not null,
  column_number int not null,
  field text not null,
  before text,
  after text,
  entered_by text not null,`,
  [
    ['batch_id', 'import_batch'],
    ['station_id', 'station'],
  ],
)}
create index import_correction_batch_idx on import_correction (tenant_id, batch_id, created_at, id);
create index import_correction_kept_idx on import_correction (tenant_id, created_at) where before is not null;`;
