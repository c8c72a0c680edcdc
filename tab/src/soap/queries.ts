import type { SoapFormView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** Address of a school's return of a half term. */
export function soapPath(halfTerm: string, urn: string): string {
  return `/api/soap/${halfTerm}/${encodeURIComponent(urn)}`;
}

/**
 * The return as it stands: what is kept so far, last time's, and whether it can be typed into. `watch` reads it again
 * while it is looked at; a form that is typed into is not to change under somebody's hands.
 */
export function useSoapForm(halfTerm: string, urn: string, watch: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['soap', halfTerm, urn],
    queryFn: () => api.get<SoapFormView>(soapPath(halfTerm, urn)),
    refetchInterval: watch ? FRESH_EVERY_MS : false,
    refetchOnWindowFocus: watch,
  });
}
