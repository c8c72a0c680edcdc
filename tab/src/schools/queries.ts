import type { SchoolView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** Everything there is to read about one school, cut to what the reader may see. */
export function useSchool(urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['school', urn],
    queryFn: () => api.get<SchoolView>(`/api/schools/${encodeURIComponent(urn)}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}
