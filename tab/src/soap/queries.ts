import type { SoapFormView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';

/** Address of a school's return of a half term. */
export function soapPath(halfTerm: string, urn: string): string {
  return `/api/soap/${halfTerm}/${encodeURIComponent(urn)}`;
}

/** The return as it stands: what is kept so far, last time's, and whether it can be typed into. */
export function useSoapForm(halfTerm: string, urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['soap', halfTerm, urn],
    queryFn: () => api.get<SoapFormView>(soapPath(halfTerm, urn)),
  });
}
