import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { areaOf, type Metric, useBilingual } from './catalogue.js';

/** How many metrics one report may have, as the server has it. */
const MOST = 20;

interface DialogProps {
  catalogue: readonly Metric[];
  chosen: readonly string[];
  onClose: () => void;
  onChoose: (keys: readonly string[]) => void;
}

/** The catalogue by area of the work, to be searched and ticked; each metric with its sentence. */
export function MetricDialog({ catalogue, chosen, onClose, onChoose }: DialogProps) {
  const translate = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [keys, setKeys] = useState(chosen);
  const toggle = (key: string) => setKeys(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>{translate('lianxin.report.chooseTitle')}</DialogTitle>
      <Box sx={{ px: 3, pb: 1 }}>
        <TextField
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={translate('lianxin.report.find')}
          slotProps={{ htmlInput: { 'aria-label': translate('lianxin.report.find') } }}
        />
      </Box>
      <DialogContent dividers sx={{ minHeight: 320 }}>
        <Areas catalogue={found(catalogue, typed)} keys={keys} toggle={toggle} />
      </DialogContent>
      <DialogActions>
        <Typography sx={{ flexGrow: 1, pl: 2 }} aria-live="polite">
          {translate('lianxin.report.chosen', { count: keys.length, most: MOST })}
        </Typography>
        <Button color="secondary" onClick={onClose}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" disabled={!keys.length || keys.length > MOST} onClick={() => onChoose(keys)}>
          {translate('ra.action.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface AreasProps {
  catalogue: readonly Metric[];
  keys: readonly string[];
  toggle: (key: string) => void;
}

function Areas({ catalogue, keys, toggle }: AreasProps) {
  const translate = useTranslate();
  const areas = [...Map.groupBy(catalogue, areaOf)];
  if (!areas.length) return <Typography>{translate('lianxin.report.noMetric')}</Typography>;
  return (
    <>
      {areas.map(([area, metrics]) => (
        <Box key={area} component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2 }}>
          <Typography component="legend" variant="h3" sx={{ p: 0 }}>
            {translate(`lianxin.report.area.${area}`, { _: area })}
          </Typography>
          <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, columnGap: 2 }}>
            {metrics.map((metric) => (
              <Choice
                key={metric.key}
                metric={metric}
                isChosen={keys.includes(metric.key)}
                toggle={() => toggle(metric.key)}
              />
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}

function Choice({ metric, isChosen, toggle }: { metric: Metric; isChosen: boolean; toggle: () => void }) {
  const read = useBilingual();
  const id = useId();
  return (
    <Box sx={{ py: 0.5 }}>
      <FormControlLabel
        control={<Checkbox checked={isChosen} onChange={toggle} slotProps={{ input: { 'aria-describedby': id } }} />}
        label={`${read(metric.name)}（${read(metric.unit)}）`}
      />
      <Typography id={id} color="textSecondary" sx={{ pl: 4, mt: -0.5, fontSize: 13 }}>
        {read(metric.says)}
      </Typography>
    </Box>
  );
}

/** The metrics whose name or sentence holds what was typed, in either language. */
function found(catalogue: readonly Metric[], typed: string): Metric[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.filter(({ name, says }) => {
    const text = [name.zh, name.en, says.zh, says.en].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
