import type { TrustPolicy } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';

/** The trust's own rules; they change a few times a year. */
export function useTrustPolicy() {
  const api = useApi();
  return useQuery({
    queryKey: ['policy'],
    queryFn: async () => (await api.get<{ readonly policy: TrustPolicy }>('/api/policy')).policy,
    staleTime: 5 * 60_000,
  });
}
