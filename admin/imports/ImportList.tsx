import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import CheckedIcon from '@mui/icons-material/FactCheckOutlined';
import UndoneIcon from '@mui/icons-material/UndoOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { MomentField, None } from '../parts/fields.js';
import { IconWord } from '../parts/IconWord.js';
import { ListPage } from '../parts/ListPage.js';
import type { Batch } from './batch.js';

const ICONS = { UPLOADED: UploadIcon, CHECKED: CheckedIcon, COMMITTED: DoneIcon, UNDONE: UndoneIcon } as const;

const COLUMNS = [
  { source: 'fileName' },
  { source: 'state', field: <StateField /> },
  { source: 'station', field: <StationName /> },
  { source: 'rowCount', isFigure: true },
  { source: 'createdCount', isFigure: true },
  { source: 'updatedCount', isFigure: true },
  { source: 'failedCount', isFigure: true },
  { source: 'createdBy', isOnCard: false },
  { source: 'createdAt', field: <MomentField source="createdAt" />, isSortable: true },
];

/** Every file that was read in, newest first, and the way to read another. */
export default function ImportList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['IMPORT_RUN']} label={translate('resources.importBatches.start')} />;
  return (
    <ListPage columns={COLUMNS} isSearchable={false} sort={{ field: 'createdAt', order: 'DESC' }} actions={create} />
  );
}

function StateField() {
  const translate = useTranslate();
  const batch = useRecordContext<Batch>();
  if (!batch) return null;
  return <IconWord icon={ICONS[batch.state]} text={translate(`enums.ImportState.${batch.state}`)} />;
}

function StationName() {
  const batch = useRecordContext<Batch>();
  return batch?.station ? <span>{batch.station.name}</span> : <None />;
}
