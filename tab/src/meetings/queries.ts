import type { MeetingsView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';

/** How often progress is asked for while events are being made, in milliseconds. */
const WATCH_MS = 2_000;

/** A year's meetings: planned and recorded. Asked more often while some are on their way into calendars. */
export function useMeetings(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meetings', year],
    queryFn: () => api.get<MeetingsView>(`/api/meetings/${year}`),
    refetchInterval: ({ state }) => (state.data?.recorded.some((one) => one.state === 'agreed') ? WATCH_MS : false),
  });
}
