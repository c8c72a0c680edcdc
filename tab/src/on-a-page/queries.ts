import type { OnAPageView } from '@owls/policy';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** A school on one page: of the newest return, or of a half term; small year groups hidden on request. */
export function useOnAPage(urn: string, halfTerm: string | undefined, hideSmall: boolean) {
  const api = useApi();
  const asked = new URLSearchParams({
    ...(halfTerm === undefined ? {} : { halfTerm }),
    ...(hideSmall ? { small: 'hidden' } : {}),
  }).toString();
  return useQuery({
    queryKey: ['page', urn, asked],
    queryFn: () =>
      api.get<OnAPageView>(`/api/schools/${encodeURIComponent(urn)}/page${asked === '' ? '' : `?${asked}`}`),
    refetchInterval: FRESH_EVERY_MS,
    placeholderData: keepPreviousData,
  });
}
