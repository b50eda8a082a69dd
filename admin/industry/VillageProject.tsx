import DoneIcon from '@mui/icons-material/Check';
import PendingIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Button, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { FundsDialog, HouseholdsDialog, MeetingDialog, NoticeDialog } from './ProjectDialogs.js';
import type { Project } from './project.js';
import { ReachedHouseholds } from './ReachedHouseholds.js';
import { VILLAGE_PROJECT } from './villageProject.documents.js';

type Dialog = 'meeting' | 'notice' | 'funds' | 'households';

const BEFORE = ['DRAFT', 'RETURNED'];
const UNDER_WAY = ['APPROVED', 'RUNNING', 'FINISHED'];

/** The states of the programme in which each may be entered; the server decides once more. */
const OPEN: Readonly<Record<Dialog, readonly string[]>> = {
  meeting: [...BEFORE, 'SUBMITTED', ...UNDER_WAY],
  notice: [...BEFORE, 'SUBMITTED', ...UNDER_WAY],
  funds: [...BEFORE, 'APPROVED', 'RUNNING'],
  households: UNDER_WAY,
};

/** What a village project has beside its programme: its steps, meetings, notices, money, households and dividends. */
export function VillageProject() {
  const translate = useTranslate();
  const record = useRecordContext();
  const path = reachPath(record);
  const isEditor = useMay('INDUSTRY_EDIT', path);
  const hasRegister = useMay('HOUSEHOLD_READ', path);
  const [dialog, setDialog] = useState<Dialog>();
  const isProject = record?.isVillageProject === true;
  const { data, error, refetch } = useQuery({
    queryKey: ['villageProject', record?.id, record?.version, hasRegister],
    queryFn: ({ signal }) =>
      ask<{ industryProgramme: Project }>(VILLAGE_PROJECT, { id: record?.id, hasRegister }, { signal }),
    enabled: isProject,
  });
  if (!isProject) return null;
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading rows={4} />;
  const project = data.industryProgramme;
  const words = (key: string, options?: object) => translate(`lianxin.project.${key}`, options);
  const button = (which: Dialog, label: string) =>
    isEditor &&
    OPEN[which].includes(String(record?.state)) && (
      <Button variant="outlined" color="secondary" onClick={() => setDialog(which)}>
        {words(label)}
      </Button>
    );
  const close = () => setDialog(undefined);
  return (
    <>
      <Section title={words('steps')}>
        <Steps steps={project.constructionSteps} />
      </Section>
      <Section title={words('meetings')} actions={button('meeting', 'addMeeting')}>
        <Meetings project={project} />
      </Section>
      <Section title={words('notices')} actions={button('notice', 'addNotice')}>
        <Notices project={project} />
      </Section>
      <Section title={words('funds')} actions={button('funds', 'setFunds')}>
        <Funds project={project} />
      </Section>
      {project.projectHouseholds && (
        <Section title={words('households')} actions={button('households', 'addHouseholds')}>
          <ReachedHouseholds
            rows={project.projectHouseholds}
            isEditor={isEditor && !['ACCEPTED', 'STOPPED'].includes(String(record?.state))}
            reread={refetch}
          />
        </Section>
      )}
      {project.dividendPlans.length > 0 && (
        <Section title={words('dividends')}>
          <Dividends project={project} />
        </Section>
      )}
      {dialog === 'meeting' && <MeetingDialog project={project} close={close} />}
      {dialog === 'notice' && <NoticeDialog project={project} close={close} />}
      {dialog === 'funds' && <FundsDialog project={project} close={close} />}
      {dialog === 'households' && <HouseholdsDialog project={project} close={close} />}
    </>
  );
}

/** The six steps, each with its day or with what it waits for. */
function Steps({ steps }: { steps: Project['constructionSteps'] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const columns = { xs: '1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' };
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, gridTemplateColumns: columns }}>
      {steps.map(({ stage, on, missing }) => (
        <Box key={stage} component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25 }}>
          <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', fontWeight: 600 }}>
            {on ? <DoneIcon fontSize="small" color="success" /> : <PendingIcon fontSize="small" color="disabled" />}
            {translate(`enums.ConstructionStage.${stage}`)}
          </Box>
          <Typography variant="body2" color="textSecondary">
            {on ? <time dateTime={on}>{day(on, locale)}</time> : missing}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** Lines of a section under one another, each with what it says beneath. */
function Lines({ children }: { children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', p: 0, m: 0, '& li': { py: 1 }, '& li + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      {children}
    </Box>
  );
}

function Meetings({ project }: { project: Project }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const words = (key: string, options?: object) => translate(`lianxin.project.${key}`, options);
  if (!project.consultations.length) return <EmptyNothing why={words('noMeetings')} />;
  return (
    <Lines>
      {project.consultations.map(({ id, kind, on, attendance, isAgreed, resolution }) => (
        <li key={id}>
          <strong>{translate(`enums.MeetingKind.${kind}`)}</strong> · {day(on, locale)} ·{' '}
          {words('people', { count: attendance })} · {words(isAgreed ? 'agreed' : 'rejected')}
          <Typography color="textSecondary" sx={{ whiteSpace: 'pre-wrap' }}>
            {resolution}
          </Typography>
        </li>
      ))}
    </Lines>
  );
}

function Notices({ project }: { project: Project }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const words = (key: string, options?: object) => translate(`lianxin.project.${key}`, options);
  if (!project.publicNotices.length) return <EmptyNothing why={words('noNotices')} />;
  return (
    <Lines>
      {project.publicNotices.map(({ id, from, to, objections, settlement }) => (
        <li key={id}>
          {day(from, locale)} – {day(to, locale)} ·{' '}
          {objections > 0 ? words('objectionsOf', { count: objections }) : words('noObjections')}
          {settlement && <Typography color="textSecondary">{settlement}</Typography>}
        </li>
      ))}
    </Lines>
  );
}

function Funds({ project }: { project: Project }) {
  const translate = useTranslate();
  const unit = translate('lianxin.yuan');
  if (!project.fundLines.length) return <EmptyNothing why={translate('lianxin.project.noFunds')} />;
  return (
    <Lines>
      {project.fundLines.map(({ id, source, amount }) => (
        <Box key={id} component="li" sx={{ display: 'flex', justifyContent: 'space-between', maxWidth: 480 }}>
          <span>{translate(`enums.FundSource.${source}`)}</span>
          <span>
            {yuan(amount)} {unit}
          </span>
        </Box>
      ))}
    </Lines>
  );
}

function Dividends({ project }: { project: Project }) {
  const translate = useTranslate();
  return (
    <Lines>
      {project.dividendPlans.map(({ id, title, state, total }) => (
        <li key={id}>
          <Link
            component={RouterLink}
            to={`/dividendPlans/${id}/show`}
            sx={{ display: 'inline-block', py: { xs: 1.25, sm: 0 } }}
          >
            {title}
          </Link>{' '}
          · {translate(`enums.DividendState.${state}`)} · {yuan(total)} {translate('lianxin.yuan')}
        </li>
      ))}
    </Lines>
  );
}
