import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { firstLocale, i18nProviderOf } from './provider/i18n.js';
import { wordsOf } from './words/index.js';

const locale = firstLocale();
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const styles = createCache({ key: 'lx', nonce, prepend: true });
const i18nProvider = i18nProviderOf({ locale, words: await wordsOf(locale) }, wordsOf);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <App i18nProvider={i18nProvider} />
    </CacheProvider>
  </StrictMode>,
);
