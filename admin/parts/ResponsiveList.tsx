import { Box, Link, Stack, type Theme, Typography, useMediaQuery } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { Fragment, type ReactNode } from 'react';
import { DataTable, type RaRecord, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

/** One column of a list: a cell on a desk, a line of the card on a phone. */
export interface Column {
  source: string;
  /** What stands in the cell; without it the plain value. Fields of `parts/fields` find the record by themselves. */
  field?: ReactNode;
  label?: string;
  /** Whether the server can sort by it. */
  isSortable?: boolean;
  /** Figures stand right. */
  isFigure?: boolean;
  /** False leaves it off the phone's card. */
  isOnCard?: boolean;
  /** Where the phone shows two lines a record, it stands in the first, beside the name. */
  isBesideName?: boolean;
}

interface ListProps {
  /** The first column names the record: it is the link of the row and the title of the card. */
  columns: Column[];
  /** Where a record's own page is; undefined where there is none. */
  to?: (record: RaRecord) => string;
  /** On a phone two lines a record instead of a card, for long lists of things that are known by their name. */
  isDense?: boolean;
}

/** Whether the page is narrower than 600 px. */
export function useIsPhone(): boolean {
  return useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
}

/** The rows of the list around: a table from 600 px, cards below. */
export function ResponsiveList({ columns, to, isDense }: ListProps) {
  const isPhone = useIsPhone();
  if (!isPhone) return <Rows columns={columns} to={to} />;
  return isDense ? <Lines columns={columns} to={to} /> : <Cards columns={columns} to={to} />;
}

function Rows({ columns, to }: ListProps) {
  const label = useColumnLabel();
  const rowClick = to ? (_id: unknown, _resource: string, record: RaRecord) => to(record) : (false as const);
  return (
    <DataTable bulkActionButtons={false} rowClick={rowClick} size="small">
      {columns.map((column, index) => (
        <DataTable.Col
          key={column.source}
          source={column.source}
          label={label(column)}
          disableSort={!column.isSortable}
          align={column.isFigure ? 'right' : undefined}
          render={(record: RaRecord) => <Cell {...{ column, record }} to={index === 0 ? to : undefined} />}
        />
      ))}
    </DataTable>
  );
}

function Cards({ columns, to }: ListProps) {
  const { data } = useListContext();
  const label = useColumnLabel();
  const [title, ...others] = columns;
  if (!title) return null;
  return (
    <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {(data ?? []).map((record) => (
        <Box component="li" key={record.id} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
          <RecordContextProvider value={record}>
            <Box sx={{ fontWeight: 600, minHeight: 32 }}>
              <Cell column={title} record={record} to={to} />
            </Box>
            <Box
              component="dl"
              sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5, m: 0 }}
            >
              {others
                .filter(({ isOnCard }) => isOnCard !== false)
                .map((column) => (
                  <Box key={column.source} sx={{ display: 'contents' }}>
                    <Typography component="dt" color="textSecondary">
                      {label(column)}
                    </Typography>
                    <Typography component="dd" sx={{ m: 0, textAlign: 'right' }}>
                      <Cell column={column} record={record} />
                    </Typography>
                  </Box>
                ))}
            </Box>
          </RecordContextProvider>
        </Box>
      ))}
    </Stack>
  );
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

function Lines({ columns, to }: ListProps) {
  const { data } = useListContext();
  const [title, ...rest] = columns.filter(({ isOnCard }) => isOnCard !== false);
  if (!title) return null;
  const [beside, below] = [true, false].map((is) => rest.filter(({ isBesideName }) => Boolean(isBesideName) === is));
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, borderTop: 1, borderColor: 'divider' }}>
      {(data ?? []).map((record) => (
        <Box component="li" key={record.id} sx={{ borderBottom: 1, borderColor: 'divider', py: 0.5 }}>
          <RecordContextProvider value={record}>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Box sx={{ fontWeight: 600, flexGrow: 1, minWidth: 0, '& a': { display: 'block', py: 0.75 } }}>
                <Cell column={title} record={record} to={to} />
              </Box>
              {beside?.map((column) => (
                <Cell key={column.source} column={column} record={record} />
              ))}
            </Stack>
            <Typography color="textSecondary" sx={{ fontSize: 13, ...oneLine }}>
              <Below columns={below ?? []} record={record} />
            </Typography>
          </RecordContextProvider>
        </Box>
      ))}
    </Box>
  );
}

/** The rest of a record in one line; a figure says what it counts, the others are told by what they are. */
function Below({ columns, record }: { columns: readonly Column[]; record: RaRecord }) {
  const label = useColumnLabel();
  return columns.map((column, index) => (
    <Fragment key={column.source}>
      {index > 0 && ' · '}
      <Box component="span" sx={column.isFigure ? undefined : visuallyHidden}>
        {label(column)}{' '}
      </Box>
      <Cell column={column} record={record} />
    </Fragment>
  ));
}

function Cell({ column, record, to }: { column: Column; record: RaRecord; to?: ListProps['to'] }) {
  const content = column.field ?? String(record[column.source] ?? '—');
  if (!to) return <>{content}</>;
  return (
    <Link component={RouterLink} to={to(record)} color="inherit" onClick={(event) => event.stopPropagation()}>
      {content}
    </Link>
  );
}

function useColumnLabel(): (column: Column) => string {
  const translate = useTranslate();
  const { resource } = useListContext();
  return ({ source, label }) => label ?? translate(`resources.${resource}.fields.${source}`, { _: source });
}
