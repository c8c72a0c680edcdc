import type { ImportPlan } from '@owls/policy';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';

/** How often an import's progress is asked for, in milliseconds. */
const WATCH_MS = 1_000;

/** What is imported: the text of one or both files, and the year of results where their file does not say it. */
export interface ImportFiles {
  readonly schools?: string;
  readonly results?: string;
  readonly year?: string;
}

export interface ImportJob {
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'failed';
  readonly result?: { readonly created: number; readonly updated: number; readonly results: number };
  readonly message?: string;
}

/** What the files would change, without changing it. */
export function usePreview() {
  const api = useApi();
  return useMutation({
    mutationFn: (files: ImportFiles) => api.send<ImportPlan>('POST', '/api/import/preview', files),
  });
}

/** Does exactly what was previewed; the service refuses if it would now be something else. */
export function useApply() {
  const api = useApi();
  return useMutation({
    mutationFn: (given: ImportFiles & { readonly fingerprint: string }) =>
      api.send<{ readonly job: string }>('POST', '/api/import/apply', given),
  });
}

/** How far an import is. */
export function useImportJob(job: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['import', job],
    queryFn: () => api.get<ImportJob>(`/api/import/jobs/${job}`),
    enabled: job !== undefined,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? WATCH_MS : false),
  });
}
