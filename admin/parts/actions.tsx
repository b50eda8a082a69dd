import { Button } from '@mui/material';
import { useRecordContext, useResourceContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { type Permission, reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { useShortcut } from './useShortcut.js';

/** "New" for those who may, and its key `n`; nothing for others. */
export function CreateButton({ permissions, label }: { permissions: Permission[]; label?: string }) {
  const translate = useTranslate();
  const resource = useResourceContext();
  const isAllowed = useMay(permissions);
  const navigate = useNavigate();
  const go = () => navigate(`/${resource}/create`);
  useShortcut('n', go, isAllowed);
  if (!isAllowed) return null;
  return (
    <Button variant="contained" onClick={go}>
      {label ?? translate('ra.action.create')}
    </Button>
  );
}

/** "Edit" for those who may at the record's station, and its key `e`; `isOpen` false hides it for the state's sake. */
export function EditButton({ permissions, isOpen = true }: { permissions: Permission[]; isOpen?: boolean }) {
  const translate = useTranslate();
  const resource = useResourceContext();
  const record = useRecordContext();
  const path = reachPath(record);
  const isAllowed = useMay(permissions, path) && isOpen && Boolean(record);
  const navigate = useNavigate();
  const go = () => navigate(`/${resource}/${record?.id}`);
  useShortcut('e', go, isAllowed);
  if (!isAllowed) return null;
  return (
    <Button variant="outlined" color="secondary" onClick={go}>
      {translate('ra.action.edit')}
    </Button>
  );
}
