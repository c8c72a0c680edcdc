import type { CollectionStep, CollectionView } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';

/** A half term's collection, cut to the schools whose returns the reader may see. */
export function useCollection(halfTerm: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['collection', halfTerm],
    queryFn: () => api.get<CollectionView>(`/api/collection/${halfTerm}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

interface Taken {
  readonly view: CollectionView;
  readonly done: number;
  readonly left: readonly { readonly urn: string; readonly because: string }[];
}
export interface Asked {
  readonly step: CollectionStep['step'];
  readonly urns?: readonly string[];
  readonly note?: string;
}

/** Takes a step; the answer is the collection as it then stands, with those it could not be taken for. */
export function useStep(halfTerm: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const mutation = useMutation({
    mutationFn: (asked: Asked) => api.send<Taken>('POST', `/api/collection/${halfTerm}/steps`, asked),
    onSuccess: ({ view }) => {
      queries.setQueryData(['collection', halfTerm], view);
      queries.invalidateQueries({ queryKey: ['dashboard'] });
      queries.invalidateQueries({ queryKey: ['soap'] });
    },
    onError: (problem) => {
      queries.invalidateQueries({ queryKey: ['collection', halfTerm] });
      say.failed(problem);
    },
  });
  return {
    busy: mutation.isPending,
    /** Undefined where it was not taken; why was said then. */
    take: (asked: Asked): Promise<Taken | undefined> => mutation.mutateAsync(asked).catch(() => undefined),
  };
}
