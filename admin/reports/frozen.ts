import { createContext, useContext } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The parameters of a report that does not stand in the address of the page, such as an edition's. */
export const FrozenParams = createContext<URLSearchParams | null>(null);

/** The parameters of the report around a figure: those of the address, unless the page shows a frozen one. */
export function useReportParams(): { params: URLSearchParams; isFrozen: boolean } {
  const frozen = useContext(FrozenParams);
  const [params] = useSearchParams();
  return { params: frozen ?? params, isFrozen: frozen !== null };
}
