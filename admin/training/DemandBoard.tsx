import { Box, Button, Link, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { Page } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { useMay } from '../provider/useMe.js';
import { type BoardLine, useBoard } from './demand.js';
import { MenuDialog } from './MenuDialog.js';
import { WishDialog } from './WishDialog.js';

/** Demand against delivery: what was asked for, village by village, and how much of it has come. */
export default function DemandBoard() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const within = params.get('within');
  const { data: lines, error, refetch } = useBoard(within);
  const choose = (id: string | null) => setParams(id ? { within: id } : {}, { replace: true });
  return (
    <Page
      title={translate('resources.trainingDemands.menu')}
      lead={translate('resources.trainingDemands.lead')}
      actions={<Actions />}
    >
      <Box sx={{ maxWidth: 360 }}>
        <StationPicker label={translate('lianxin.filter.within')} value={within} isClearable onChange={choose} />
      </Box>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !lines ? (
        <Loading rows={8} />
      ) : lines.length === 0 ? (
        <EmptyNothing why={translate('resources.trainingDemands.empty')} />
      ) : (
        <Lines lines={lines} />
      )}
    </Page>
  );
}

function Actions() {
  const translate = useTranslate();
  const [opened, setOpened] = useState<'wish' | 'menu'>();
  const mayEdit = useMay('TRAINING_EDIT');
  const mayEnter = useMay('TRAINING_ENROL');
  const close = () => setOpened(undefined);
  return (
    <>
      {mayEdit && (
        <Button variant="outlined" color="secondary" onClick={() => setOpened('menu')}>
          {translate('resources.trainingDemands.editMenu')}
        </Button>
      )}
      {mayEnter && (
        <Button variant="contained" onClick={() => setOpened('wish')}>
          {translate('resources.trainingDemands.enter')}
        </Button>
      )}
      {opened === 'wish' && <WishDialog onClose={close} />}
      {opened === 'menu' && <MenuDialog onClose={close} />}
    </>
  );
}

const FIGURES = ['asked', 'requested', 'scheduled', 'met', 'declined'] as const;
type Figure = (typeof FIGURES)[number];

function Lines({ lines }: { lines: BoardLine[] }) {
  const isPhone = useIsPhone();
  const byItem = [...Map.groupBy(lines, ({ item }) => item.id).values()];
  return isPhone ? <Cards byItem={byItem} /> : <Board byItem={byItem} />;
}

function Board({ byItem }: { byItem: BoardLine[][] }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.trainingDemands.board.${key}`);
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={word('table')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{word('item')}</TableCell>
            <TableCell>{word('station')}</TableCell>
            {FIGURES.map((key) => (
              <TableCell key={key} align="right">
                {word(key)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {byItem.flatMap((lines) =>
            lines.map((line, index) => (
              <TableRow key={`${line.item.id} ${line.station.id}`}>
                {index === 0 && (
                  <TableCell component="th" scope="rowgroup" rowSpan={lines.length} sx={{ verticalAlign: 'top' }}>
                    {line.item.title}
                  </TableCell>
                )}
                <TableCell>{line.station.name}</TableCell>
                {FIGURES.map((key) => (
                  <TableCell key={key} align="right">
                    <FigureLink line={line} figure={key} />
                  </TableCell>
                ))}
              </TableRow>
            )),
          )}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards({ byItem }: { byItem: BoardLine[][] }) {
  const translate = useTranslate();
  return (
    <Stack spacing={2}>
      {byItem.map((lines) => (
        <Box key={lines[0]?.item.id} component="section">
          <Typography variant="h2">{lines[0]?.item.title}</Typography>
          {lines.map((line) => (
            <Box key={line.station.id} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mt: 1 }}>
              <Typography sx={{ fontWeight: 600 }}>{line.station.name}</Typography>
              <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', m: 0 }}>
                {FIGURES.map((key) => (
                  <Box key={key} sx={{ display: 'contents' }}>
                    <Typography component="dt" color="textSecondary" sx={{ alignSelf: 'center' }}>
                      {translate(`resources.trainingDemands.board.${key}`)}
                    </Typography>
                    <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
                      <FigureLink line={line} figure={key} />
                    </Box>
                  </Box>
                ))}
              </Box>
            </Box>
          ))}
        </Box>
      ))}
    </Stack>
  );
}

/** A figure that opens the wishes which make it; what is urgent stands beside what is still to be arranged. */
function FigureLink({ line, figure }: { line: BoardLine; figure: Figure }) {
  const translate = useTranslate();
  const count = line[figure];
  if (count === 0) return <Typography color="textSecondary">0</Typography>;
  const params = new URLSearchParams({ item: line.item.id, within: line.station.id });
  if (figure !== 'asked') params.set('state', figure.toUpperCase());
  return (
    <Link
      component={RouterLink}
      to={`/trainingDemands/wishes?${params}`}
      color="inherit"
      sx={{ fontWeight: 600, display: 'inline-block', '@media (pointer: coarse)': { py: 1.5, px: 2 } }}
    >
      {count}
      {figure === 'requested' && line.urgent > 0 && (
        <Typography component="span" color="textSecondary">
          {translate('resources.trainingDemands.urgent', { count: line.urgent })}
        </Typography>
      )}
    </Link>
  );
}
