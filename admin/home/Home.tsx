import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAreas } from '../parts/area.js';
import { Page, Section } from '../parts/Page.js';
import { Loading } from '../parts/states.js';
import { may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { Figures } from './Figures.js';
import { Waiting } from './Waiting.js';
import { workOf } from './work.js';

/** The first page, by what the person may do: what waits for them, the figures they may see, and where they can go. */
export default function Home() {
  const translate = useTranslate();
  const me = useMe();
  if (!me) return <Loading />;
  const work = workOf(me);
  const isReader = may(me, 'REPORT_READ');
  return (
    <Page title={translate('ra.page.dashboard')} lead={translate('lianxin.home.hello', { name: me.user.name })}>
      {work.length > 0 && (
        <Section title={translate('lianxin.home.waiting')}>
          <Waiting work={work} />
        </Section>
      )}
      {isReader && (
        <Section title={translate('lianxin.home.figures')} actions={<ReportLink />}>
          <Figures />
        </Section>
      )}
      <Section title={translate('lianxin.home.areas')}>
        <Places />
      </Section>
    </Page>
  );
}

function ReportLink() {
  const translate = useTranslate();
  return (
    <Button component={RouterLink} to="/reports" color="secondary" variant="outlined" size="small">
      {translate('lianxin.home.toReport')}
    </Button>
  );
}

function Places() {
  const translate = useTranslate();
  const me = useMe();
  const areas = useAreas().filter(({ isInMenu, permissions }) => isInMenu !== false && may(me, permissions));
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {areas.map(({ name, icon: Icon }) => (
        <Box component="li" key={name} sx={{ '& + li': { borderTop: 1, borderColor: 'divider' } }}>
          <Link
            component={RouterLink}
            to={`/${name}`}
            color="inherit"
            underline="none"
            sx={{
              display: 'flex',
              gap: 1.5,
              alignItems: 'center',
              p: 1.5,
              minHeight: 44,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Icon fontSize="small" />
            <Box component="span">
              <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {translate(`resources.${name}.menu`)}
              </Typography>
              <Typography component="span" color="textSecondary">
                {translate(`resources.${name}.what`)}
              </Typography>
            </Box>
          </Link>
        </Box>
      ))}
    </Box>
  );
}
