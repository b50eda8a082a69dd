import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useLocation } from 'react-router-dom';

const PAGES = ['auditEntries', 'securityEvents', 'auditSeals'] as const;

/** The three pages of the audit: changes, sign-ins and refusals, and whether the record of them is whole. */
export function AuditTabs() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  return (
    <Box
      component="nav"
      aria-label={translate('resources.auditEntries.menu')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, borderBottom: 1, borderColor: 'divider', mb: 1.5 }}
    >
      {PAGES.map((page) => {
        const isHere = pathname === `/${page}`;
        return (
          <Link
            key={page}
            component={RouterLink}
            to={`/${page}`}
            aria-current={isHere ? 'page' : undefined}
            underline="none"
            color={isHere ? 'primary' : 'inherit'}
            sx={{
              px: 1.5,
              py: 1.25,
              fontWeight: isHere ? 600 : 400,
              borderBottom: 2,
              borderColor: isHere ? 'primary.main' : 'transparent',
            }}
          >
            {translate(`resources.${page}.tab`)}
          </Link>
        );
      })}
    </Box>
  );
}
