import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useLocaleState, useLocales, useTranslate } from 'react-admin';
import { signIn } from '../provider/me.js';
import { SignInForm } from './SignInForm.js';

/** The sign-in page: what this is and whose, in one line, then account and password. */
export function SignIn() {
  const translate = useTranslate();
  const title = translate('lianxin.signIn.title');
  const product = translate('lianxin.product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Stack spacing={2} sx={{ width: '100%', maxWidth: 400 }}>
        <Typography component="p" color="primary" sx={{ fontSize: 20, fontWeight: 600 }}>
          {product}
        </Typography>
        <Typography>{translate('lianxin.signIn.what')}</Typography>
        <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3 }}>
          <Typography variant="h1" sx={{ mb: 2 }}>
            {title}
          </Typography>
          <SignInForm onSubmit={signIn} />
        </Box>
        <Languages />
      </Stack>
    </Box>
  );
}

function Languages() {
  const locales = useLocales();
  const [locale, setLocale] = useLocaleState();
  return (
    <Stack direction="row" spacing={1}>
      {locales.map((one) => (
        <Button
          key={one.locale}
          lang={one.locale}
          color="secondary"
          size="small"
          aria-pressed={one.locale === locale}
          onClick={() => setLocale(one.locale)}
          sx={{ fontWeight: one.locale === locale ? 600 : 400 }}
        >
          {one.name}
        </Button>
      ))}
    </Stack>
  );
}
