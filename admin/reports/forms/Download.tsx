import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useRecordContext, useTranslate } from 'react-admin';
import { save } from '../../parts/ExportButton.js';
import { sentenceOf } from '../../parts/refusals.js';
import { fetchWorkbook } from '../../provider/graphql.js';
import { reachPath } from '../../provider/me.js';
import { useMay } from '../../provider/useMe.js';
import { useWhole } from '../whole.js';
import type { ReportForm } from './reportForm.js';

/** "Download Excel" for those who may export: the form as it is filled on the page, made by the server. */
export function Download() {
  const translate = useTranslate();
  const notify = useNotify();
  const form = useRecordContext<ReportForm>();
  const { asked } = useWhole(form);
  const isAllowed = useMay('EXPORT_RUN', asked.within ? undefined : reachPath(form));
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null);
      const { name: file, content } = await fetchWorkbook(
        `/report-forms/${form?.id}/file?${new URLSearchParams(given)}`,
      );
      save(file, content);
      notify('lianxin.export.done', { type: 'success', messageArgs: { file } });
    },
    onError: (error) => notify(sentenceOf(error, translate), { type: 'error' }),
  });
  if (!isAllowed || !form) return null;
  return (
    <Button
      variant="outlined"
      color="secondary"
      startIcon={<DownloadIcon />}
      disabled={isPending}
      onClick={() => mutate()}
    >
      {translate('resources.reportForms.download')}
    </Button>
  );
}
