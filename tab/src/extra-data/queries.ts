import type { ExtraDataView } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** The extra data of a school while it causes concern. */
export function useExtraData(urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['extra-data', urn],
    queryFn: () => api.get<ExtraDataView>(pathOf(urn)),
    refetchInterval: FRESH_EVERY_MS,
  });
}

interface Given {
  readonly item: string;
  readonly due: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly says: string;
  readonly version: string | undefined;
}

/** Gives or corrects extra data; the answer is all as it then stands, and so is what a conflict says. */
export function useGiveExtraData(urn: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    // Without a connection it is told so at once, not put off in silence.
    networkMode: 'always',
    mutationFn: ({ item, due, figures, says, version }: Given) =>
      api.send<ExtraDataView>('PUT', `${pathOf(urn)}/${encodeURIComponent(item)}/${due}`, {
        ...{ figures, says },
        ...(version === undefined ? {} : { version }),
      }),
    onSuccess: (view) => queries.setQueryData(['extra-data', urn], view),
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409 && problem.current !== undefined)
        queries.setQueryData(['extra-data', urn], problem.current);
    },
  });
}

function pathOf(urn: string): string {
  return `/api/schools/${encodeURIComponent(urn)}/extra-data`;
}
