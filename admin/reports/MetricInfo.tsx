import InfoIcon from '@mui/icons-material/InfoOutlined';
import { Box, IconButton, Popover, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { type Metric, useBilingual } from './catalogue.js';

interface InfoProps {
  metric: Metric;
  /** The day whose tree, members and statuses the figures show. */
  asOf: string;
}

/** The ⓘ of a figure: what it is, how it is counted, as of which day, whether lines add up, and who opens rows. */
export function MetricInfo({ metric, asOf }: InfoProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = read(metric.name);
  return (
    <>
      <IconButton
        className="not-printed"
        size="small"
        aria-label={translate('lianxin.report.about', { name })}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.25 }}
      >
        <InfoIcon sx={{ fontSize: 16 }} />
      </IconButton>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { p: 2, maxWidth: 360 } } }}
      >
        <Typography id={id} sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        <Typography>{read(metric.says)}</Typography>
        <Facts metric={metric} asOf={asOf} />
      </Popover>
    </>
  );
}

function Facts({ metric, asOf }: InfoProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const [locale] = useLocaleState();
  const rights = metric.rows.map((permission) => translate(`enums.Permission.${permission}`, { _: permission }));
  const facts = {
    unit: `${read(metric.unit)} · ${translate(`enums.MetricCounts.${metric.counts}`)}`,
    falls: translate(`lianxin.report.falls.${metric.falls}`),
    asOf: day(asOf, locale),
    adds: translate(`lianxin.report.info.${metric.isAdditive ? 'isAdditive' : 'isRecounted'}`),
    rows: rights.join(translate('lianxin.comma')),
  };
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, m: 0, mt: 1 }}>
      {Object.entries(facts).map(([fact, text]) => (
        <Box key={fact} sx={{ display: 'contents' }}>
          <Typography component="dt" color="textSecondary">
            {translate(`lianxin.report.info.${fact}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {text}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
