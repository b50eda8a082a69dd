import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { onSessionEnded } from '../provider/graphql.js';
import { knownMe, signIn } from '../provider/me.js';
import { SignInForm } from './SignInForm.js';

/**
 * Opens over the page when the session has ended and asks the same account to sign in again: the page and its draft stay
 * as they are, and the request that was refused is sent once more. Turning it down leads to the sign-in page.
 */
export function SignInAgain() {
  const translate = useTranslate();
  const id = useId();
  const { account, isOpen, settle } = useEndedSession();
  const again = async (name: string, password: string) => {
    await signIn(name, password);
    settle(true);
  };
  return (
    <Dialog open={isOpen} aria-labelledby={id} fullWidth maxWidth="xs">
      <DialogTitle id={id}>{translate('lianxin.signIn.again')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate('lianxin.signIn.draftStays')}</Typography>
        {isOpen && <SignInForm account={account} onSubmit={again} />}
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={() => settle(false)}>
          {translate('lianxin.signIn.leave')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useEndedSession() {
  const waiting = useRef<((isBack: boolean) => void)[]>([]);
  const [account, setAccount] = useState<string>();
  useEffect(() => {
    onSessionEnded(() => {
      const me = knownMe();
      if (!me) return Promise.resolve(false);
      setAccount(me.user.account);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionEnded(undefined);
  }, []);
  const settle = (isBack: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(isBack);
    setAccount(undefined);
  };
  return { account, isOpen: account !== undefined, settle };
}
