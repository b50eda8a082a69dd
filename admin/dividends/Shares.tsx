import {
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TablePagination,
  TableRow,
  Typography,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { ReasonDialog } from '../parts/dialogs.js';
import { amountText, grouped } from '../parts/figures.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { act, ask } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { type Dividend, pathOf, type Share } from './dividend.js';
import { REVERSE, SHARES } from './dividends.documents.js';

const PER_PAGE = 25;

interface Page {
  dividendPlan: { shares: { nodes: Share[]; totalCount: number } };
}

/** Every share of a dividend, page by page; what was paid can be taken back until the dividend is reconciled. */
export function Shares({ plan }: { plan: Dividend }) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const [page, setPage] = useState(0);
  const [undoing, setUndoing] = useState<Share>();
  const isEditor = useMay('INDUSTRY_EDIT', pathOf(plan));
  const mayUndo = isEditor && ['PAID', 'PUBLISHED'].includes(plan.state);
  const { data, error, refetch } = useQuery({
    queryKey: ['dividendShares', plan.id, plan.version, page],
    queryFn: ({ signal }) => ask<Page>(SHARES, { id: plan.id, first: PER_PAGE, offset: page * PER_PAGE }, { signal }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading rows={8} />;
  const { nodes, totalCount } = data.dividendPlan.shares;
  const undo = mayUndo ? setUndoing : undefined;
  return (
    <>
      {isPhone ? <Cards shares={nodes} undo={undo} /> : <Rows shares={nodes} undo={undo} />}
      <TablePagination
        component="div"
        count={totalCount}
        page={page}
        rowsPerPage={PER_PAGE}
        rowsPerPageOptions={[PER_PAGE]}
        onPageChange={(_, next) => setPage(next)}
        labelDisplayedRows={({ from, to, count }) => `${from}–${to} / ${count}`}
        getItemAriaLabel={(type) => translate(`ra.navigation.${type === 'next' ? 'next' : 'previous'}`)}
      />
      {undoing && <Undo share={undoing} close={() => setUndoing(undefined)} />}
    </>
  );
}

interface ListProps {
  shares: readonly Share[];
  undo?: (share: Share) => void;
}

function Rows({ shares, undo }: ListProps) {
  const translate = useTranslate();
  const words = (key: string) => translate(`resources.dividendPlans.${key}`);
  const hasWeights = shares.some(({ weight }) => weight !== null);
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right">{words('no')}</TableCell>
            <TableCell>{words('payee')}</TableCell>
            <TableCell>{words('householdCode')}</TableCell>
            {hasWeights && <TableCell align="right">{words('weight')}</TableCell>}
            <TableCell align="right">{words('amount')}</TableCell>
            <TableCell align="right">{words('paidColumn')}</TableCell>
            {undo && <TableCell>{words('reverse')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {shares.map((share) => (
            <TableRow key={share.id}>
              <TableCell align="right">{share.no}</TableCell>
              <TableCell>{share.payee}</TableCell>
              <TableCell>{share.householdCode}</TableCell>
              {hasWeights && <TableCell align="right">{share.weight && amountText(share.weight)}</TableCell>}
              <TableCell align="right">{grouped(share.amount)}</TableCell>
              <TableCell align="right">{grouped(share.paid)}</TableCell>
              {undo && (
                <TableCell>
                  <UndoButton share={share} undo={undo} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Cards({ shares, undo }: ListProps) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {shares.map((share) => (
        <Box
          component="li"
          key={share.id}
          sx={{ display: 'flex', gap: 1, alignItems: 'center', borderBottom: 1, borderColor: 'divider', minHeight: 56 }}
        >
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>
            {share.no}. {share.payee}
            <Typography variant="body2" color="textSecondary">
              {share.householdCode}
            </Typography>
          </Box>
          <Box sx={{ textAlign: 'right' }}>
            {grouped(share.amount)}
            <Typography variant="body2" color="textSecondary">
              {translate('resources.dividendPlans.paidColumn')} {grouped(share.paid)}
            </Typography>
          </Box>
          {undo && <UndoButton share={share} undo={undo} />}
        </Box>
      ))}
    </Box>
  );
}

/** The payment of a share that stands: paid, and not taken back. */
function standing({ payments }: Share) {
  const reversed = new Set(payments.map(({ reverses }) => reverses?.id));
  return payments.find(({ id, reverses }) => !reverses && !reversed.has(id));
}

function UndoButton({ share, undo }: { share: Share; undo: (share: Share) => void }) {
  const translate = useTranslate();
  if (!standing(share)) return null;
  const verb = translate('resources.dividendPlans.reverse');
  return (
    <Button
      size="small"
      color="secondary"
      aria-label={`${verb} ${share.no} ${share.payee}`}
      onClick={() => undo(share)}
      sx={{ minHeight: { xs: 44, sm: 0 } }}
    >
      {verb}
    </Button>
  );
}

function Undo({ share, close }: { share: Share; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const take = async (reason: string) => {
    await act(REVERSE, 'dividendPaymentReverse', { id: standing(share)?.id, reason });
    notify('resources.dividendPlans.reversed', { type: 'success' });
    refresh();
  };
  return (
    <ReasonDialog
      isOpen
      isDangerous
      title={translate('resources.dividendPlans.reverseTitle', { name: share.payee })}
      verb={translate('resources.dividendPlans.reverse')}
      onClose={close}
      onConfirm={take}
    >
      <Typography>{translate('resources.dividendPlans.reverseEffect')}</Typography>
    </ReasonDialog>
  );
}
