import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useListContext, useLocaleState, useNotify, useTranslate } from 'react-admin';
import { exportOf } from '../provider/data.js';
import { type FileAsked, type FileFormat, fetchFile } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { useAreas } from './area.js';
import { ReasonDialog } from './dialogs.js';

/** The export of the list around, as it is filtered and ordered; nothing where the server gives none out. */
export function ListExport({ name }: Pick<ExportProps, 'name'>) {
  const { resource, filterValues: filter, sort, total, data } = useListContext();
  const source = useAreas().find((area) => area.name === resource)?.source;
  const asked = exportOf(source, { filter, sort });
  if (!asked || !data?.length) return null;
  return <ExportButton asked={asked} name={name} count={total} />;
}

interface ExportProps {
  asked: FileAsked;
  /** What the list or report is called. */
  name: string;
  /** How many rows it will be, where that is known. */
  count?: number;
}

/** "Export" for those who may: says how many rows it will be, asks for the form, and saves the file that the server makes. */
export function ExportButton({ asked, name, count }: ExportProps) {
  const translate = useTranslate();
  const isAllowed = useMay('EXPORT_RUN');
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed) return null;
  return (
    <>
      <Button variant="outlined" color="secondary" startIcon={<DownloadIcon />} onClick={() => setOpen(true)}>
        {translate('lianxin.export.button')}
      </Button>
      {isOpen && <ExportDialog {...{ asked, name, count }} close={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ asked, name, count, close }: ExportProps & { close: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const notify = useNotify();
  const [format, setFormat] = useState<FileFormat>('xlsx');
  const word = (key: string, args?: object) => translate(`lianxin.export.${key}`, args);
  const take = async () => {
    const { name: file, content } = await fetchFile(asked, format);
    save(file, content);
    notify('lianxin.export.done', { type: 'success', messageArgs: { file } });
  };
  const rows =
    count === undefined
      ? word('list' in asked ? 'whole' : 'figures')
      : word('count', { count: count.toLocaleString(locale) });
  return (
    <ReasonDialog
      title={word('title', { name })}
      verb={word('button')}
      reason="none"
      isOpen
      onClose={close}
      onConfirm={take}
    >
      <Typography>{rows}</Typography>
      <Formats format={format} setFormat={setFormat} />
      <Typography color="textSecondary">{word('noted')}</Typography>
    </ReasonDialog>
  );
}

function Formats({ format, setFormat }: { format: FileFormat; setFormat: (format: FileFormat) => void }) {
  const translate = useTranslate();
  const id = useId();
  return (
    <FormControl>
      <FormLabel id={id}>{translate('lianxin.export.format')}</FormLabel>
      <RadioGroup aria-labelledby={id} value={format} onChange={(_event, chosen) => setFormat(chosen as FileFormat)}>
        {(['xlsx', 'csv'] as const).map((one) => (
          <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`lianxin.export.${one}`)} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

/** Lets the browser keep what was fetched under its name. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
