import type { InspectionsView } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import type { InspectionBody } from './typed-inspection.ts';

/** What others saw of a school from outside, and whether the reader may record more. */
export function useInspections(urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['inspections', urn],
    queryFn: () => api.get<InspectionsView>(pathOf(urn)),
    refetchInterval: FRESH_EVERY_MS,
  });
}

type Change =
  | { readonly id: string; readonly save: InspectionBody; readonly version: string | undefined }
  | { readonly id: string; readonly remove: string };

/** Records, corrects or takes out; the answer is all inspections as they then stand, and so is what a conflict says. */
export function useChange(urn: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    // Without a connection it is told so at once, not put off in silence.
    networkMode: 'always',
    mutationFn: (change: Change) => {
      const path = `${pathOf(urn)}/${change.id}`;
      if ('remove' in change) {
        return api.send<InspectionsView>('POST', `${path}/remove`, { version: change.remove });
      }
      const { save, version } = change;
      return api.send<InspectionsView>('PUT', path, { ...save, ...(version === undefined ? {} : { version }) });
    },
    onSuccess: (view) => {
      queries.setQueryData(['inspections', urn], view);
      // The Ofsted part of its category may be another now.
      for (const key of ['school', 'categories', 'dashboard']) queries.invalidateQueries({ queryKey: [key] });
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409 && problem.current !== undefined)
        queries.setQueryData(['inspections', urn], problem.current);
    },
  });
}

function pathOf(urn: string): string {
  return `/api/schools/${encodeURIComponent(urn)}/inspections`;
}
