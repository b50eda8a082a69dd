import BlockIcon from '@mui/icons-material/Block';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Conflict, type Missing, RequestError } from '../provider/errors.js';
import type { Permission } from '../provider/me.js';
import { CopyButton } from './CopyButton.js';
import { Framed } from './states.js';

/** A page or block that the person may not see: which permission is missing, and who can give it. */
export function NoPermission({ missing, reason }: { missing: Missing | { permission: Permission }; reason?: string }) {
  const translate = useTranslate();
  const permission = translate(`enums.Permission.${missing.permission}`, { _: missing.permission });
  const roles = 'canBeGivenBy' in missing ? missing.canBeGivenBy : [];
  const givers = roles.map((role) => translate(`enums.Role.${role}`, { _: role }));
  return (
    <Framed>
      <Heading icon={<BlockIcon />} text={translate('lianxin.state.noPermission')} />
      {reason && <Typography>{reason}</Typography>}
      <Typography>{translate('lianxin.state.missing', { permission })}</Typography>
      <Typography>
        {givers.length
          ? translate('lianxin.state.givenBy', { names: givers.join(translate('lianxin.comma')) })
          : translate('lianxin.state.givenByAdmin')}
      </Typography>
    </Framed>
  );
}

/** Something went wrong: a plain sentence, the code, the request id to quote, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const translate = useTranslate();
  if (error instanceof RequestError && error.code === 'FORBIDDEN' && error.missing) {
    return <NoPermission missing={error.missing} reason={error.message} />;
  }
  const isKnown = error instanceof RequestError;
  const code = isKnown ? error.code : 'CONSOLE';
  const sentence = sentenceOf(error, translate);
  return (
    <Box role="alert">
      <Framed>
        <Heading icon={<ErrorIcon color="error" />} text={sentence} />
        <Reference code={code} requestId={isKnown ? error.requestId : undefined} />
        {retry && (
          <Button variant="outlined" color="secondary" onClick={retry}>
            {translate('lianxin.action.retry')}
          </Button>
        )}
      </Framed>
    </Box>
  );
}

/** The sentence of an error in the current language: the server's own, or ours where no server answered. */
export function sentenceOf(error: unknown, translate: (key: string, options?: object) => string): string {
  if (error instanceof RequestError || error instanceof Conflict) return translate(error.message, { _: error.message });
  return translate('lianxin.error.CONSOLE');
}

function Heading({ icon, text }: { icon: React.ReactNode; text: string }) {
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      {icon}
      <Typography component="p" variant="h2">
        {text}
      </Typography>
    </Stack>
  );
}

function Reference({ code, requestId }: { code: string; requestId?: string }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography color="textSecondary">
        {translate('lianxin.state.code')} {code}
      </Typography>
      {requestId && (
        <>
          <Typography color="textSecondary">
            {translate('lianxin.state.requestId')} <code>{requestId}</code>
          </Typography>
          <CopyButton size="small" text={requestId} />
        </>
      )}
    </Stack>
  );
}
