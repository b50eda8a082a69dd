import { Step, StepLabel, Stepper } from '@mui/material';
import { useTranslate } from 'react-admin';

const STEPS = ['file', 'columns', 'check', 'result'] as const;

/** How far a file has come, of the four steps that each takes. */
export function Steps({ at }: { at: (typeof STEPS)[number] }) {
  const translate = useTranslate();
  return (
    <Stepper activeStep={STEPS.indexOf(at)} alternativeLabel sx={{ mb: 3, maxWidth: 720, mx: { xs: -1, sm: 0 } }}>
      {STEPS.map((step) => (
        <Step key={step}>
          <StepLabel>{translate(`resources.importBatches.steps.${step}`)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
