import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

/** Opens the sheet of paper in a window of its own. */
export function PrintButton({ to }: { to: string }) {
  const translate = useTranslate();
  return (
    <Button
      component={RouterLink}
      to={to}
      target="_blank"
      variant="outlined"
      color="secondary"
      startIcon={<PrintIcon />}
    >
      {translate('lianxin.report.print')}
    </Button>
  );
}
