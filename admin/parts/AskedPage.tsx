import { Box, TextField } from '@mui/material';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ask } from '../provider/graphql.js';
import { Page } from './Page.js';
import { ErrorState } from './refusals.js';
import { Loading, Refreshing } from './states.js';

/** Sets some of what is asked in the address of the page; what is null goes out. */
export type Change = (values: Record<string, string | null>) => void;

/** What the address of the page asks, and a way to change it; a change of anything else goes back to the first page. */
export function useAddress(): { params: URLSearchParams; change: Change } {
  const [params, setParams] = useSearchParams();
  const change: Change = (values) =>
    setParams(
      (before) => {
        if (!('offset' in values)) before.delete('offset');
        for (const [name, value] of Object.entries(values)) value ? before.set(name, value) : before.delete(name);
        return before;
      },
      { replace: true },
    );
  return { params, change };
}

/** The answer of one root field to what the address asks; the one before stays while the next is on its way. */
export function useAnswer<T>(root: string, document: string, variables: object): UseQueryResult<T> {
  return useQuery({
    queryKey: [root, variables],
    queryFn: ({ signal }) =>
      ask<Record<string, T>>(document, variables, { signal }).then((answer) => answer[root] as T),
    placeholderData: (before) => before,
    retry: false,
  }) as UseQueryResult<T>;
}

interface PageProps<T> {
  title: string;
  lead: string;
  controls: ReactNode;
  answer: UseQueryResult<T>;
  children: (answer: T) => ReactNode;
}

/** A page of figures: what is asked on top, below it the answer or what stands in its way. */
export function AskedPage<T>({ title, lead, controls, answer, children }: PageProps<T>) {
  const { data, error, isPending, isFetching, refetch } = answer;
  return (
    <Page title={title} lead={lead}>
      {controls}
      <Refreshing isOn={isFetching && !isPending} />
      {error ? <ErrorState error={error} retry={refetch} /> : isPending ? <Loading rows={6} /> : children(data as T)}
    </Page>
  );
}

/** The controls beside one another, in as many columns as there are of them on a desk. */
export function ControlGrid({ columns, children }: { columns: number; children: ReactNode }) {
  const gridTemplateColumns = { xs: '1fr', sm: '1fr 1fr', lg: `repeat(${columns}, 1fr)` };
  return <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns, alignItems: 'end', mb: 2 }}>{children}</Box>;
}

interface DayProps {
  name: string;
  label: string;
  value: string | null;
  change: Change;
  /** Whether there must be one. */
  isNeeded?: boolean;
}

/** A day of what is asked. */
export function DayControl({ name, label, value, change, isNeeded = true }: DayProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value ?? ''}
      onChange={(event) => (event.target.value || !isNeeded) && change({ [name]: event.target.value || null })}
    />
  );
}
