import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { Page } from '../parts/Page.js';
import { StationPicker } from '../parts/StationPicker.js';
import { sendFile } from '../provider/graphql.js';
import { useMe } from '../provider/useMe.js';
import { Steps } from './Steps.js';

/** The first step: for which station, the template for those who have no table yet, and the file. */
export default function ImportCreate() {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.importBatches.${key}`);
  const [chosen, choose] = useState<string | null>(null);
  const own = useOwnStation();
  const station = chosen ?? own;
  const { file, setFile, error, isBusy, submit } = useUpload(station);
  return (
    <Page title={word('start')} crumbs={[{ label: word('name'), to: '/importBatches' }]} lead={word('chooseWhat')}>
      <Steps at="file" />
      <Stack component="form" noValidate onSubmit={submit} spacing={2.5} sx={{ maxWidth: 560 }}>
        <StationPicker value={station} onChange={choose} label={word('station')} isRequired />
        <Box>
          <Button
            component="a"
            href={station ? `/imports/template?station=${station}` : undefined}
            download
            disabled={!station}
            variant="outlined"
            color="secondary"
            startIcon={<DownloadIcon aria-hidden />}
          >
            {word('template')}
          </Button>
          <Typography color="textSecondary" sx={{ mt: 0.5 }}>
            {word('templateWhat')}
          </Typography>
        </Box>
        <FileField file={file} setFile={setFile} />
        {error !== undefined && <Refusal error={error} />}
        <Box>
          <Button type="submit" variant="contained" disabled={!station || !file || isBusy}>
            {word('upload')}
          </Button>
        </Box>
      </Stack>
    </Page>
  );
}

/** The first station where the person may import: where most of their files belong. */
function useOwnStation(): string | null {
  const me = useMe();
  const ability = me?.abilities.find(({ permission }) => permission === 'IMPORT_RUN');
  return ability?.stations[0]?.id ?? null;
}

function useUpload(station: string | null) {
  const redirect = useRedirect();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || !station) return;
    setBusy(true);
    setError(undefined);
    try {
      const id = await sendFile(`/imports?station=${station}&name=${encodeURIComponent(file.name)}`, file);
      redirect(`/importBatches/${id}/show`);
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return { file, setFile, error, isBusy, submit };
}

function FileField({ file, setFile }: { file: File | null; setFile: (file: File | null) => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.importBatches.${key}`);
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null);
  return (
    <Box>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="outlined" color="secondary" onClick={() => input.current?.click()}>
          {word('choose')}
        </Button>
        <input ref={input} type="file" accept=".xlsx,.csv,.txt" onChange={take} hidden aria-label={word('file')} />
        <Typography sx={{ overflowWrap: 'anywhere' }}>{file?.name ?? word('noFile')}</Typography>
      </Stack>
      <Typography color="textSecondary" sx={{ mt: 0.5 }}>
        {word('fileWhat')}
      </Typography>
    </Box>
  );
}
