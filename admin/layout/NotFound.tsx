import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Page } from '../parts/Page.js';
import { EmptyNothing } from '../parts/states.js';

/** The page for an address that leads nowhere. */
export function NotFound() {
  const translate = useTranslate();
  return (
    <Page title={translate('ra.page.not_found')}>
      <EmptyNothing why={translate('ra.message.not_found')}>
        <Button component={RouterLink} to="/" variant="outlined" color="secondary">
          {translate('ra.page.dashboard')}
        </Button>
      </EmptyNothing>
    </Page>
  );
}
