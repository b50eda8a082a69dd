import { CssBaseline } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { fetchMe } from '../provider/me.js';
import { useMe, useMeFailure } from '../provider/useMe.js';
import { SignIn } from './SignIn.js';

/** Lets signed-in people through to the page they asked for; strangers sign in at the same address. */
export function Gate({ children }: { children: ReactNode }) {
  const me = useMe();
  return <CssBaseline enableColorScheme>{me ? children : me === null ? <SignIn /> : <Asking />}</CssBaseline>;
}

function Asking() {
  const translate = useTranslate();
  const failure = useMeFailure();
  const [tries, setTries] = useState(0);
  if (!failure) return <Loading key={tries} />;
  const retry = () => {
    setTries(tries + 1);
    fetchMe(true).catch(() => undefined);
  };
  return (
    <Page title={translate('lianxin.product')}>
      <ErrorState error={failure} retry={retry} />
    </Page>
  );
}
