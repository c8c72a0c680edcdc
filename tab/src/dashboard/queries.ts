import type { DashboardView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** The trust at a glance, read again while it is looked at, so that a return shows as it arrives. */
export function useDashboard() {
  const api = useApi();
  return useQuery({
    queryKey: ['dashboard'],
    queryFn: () => api.get<DashboardView>('/api/dashboard'),
    refetchInterval: FRESH_EVERY_MS,
  });
}
