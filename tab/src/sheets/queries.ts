import type { ExportMapping } from '@owls/policy';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { download } from '../shell/download.ts';
import { useSay } from '../shell/toasts.tsx';
import { soapPath } from '../soap/queries.ts';

/** Saves the template of a school's return; `before` keeps what was typed first, and says whether that worked. */
export function useTemplate(urn: string, halfTerm: string, before: () => Promise<boolean> = async () => true) {
  const api = useApi();
  const say = useSay();
  return useMutation({
    mutationFn: async () => ((await before()) ? api.file(`${soapPath(halfTerm, urn)}/template`) : undefined),
    onSuccess: (file) => file && download(file, `soap-${urn}-${halfTerm.replace('/', '-')}.xlsx`),
    onError: (problem) => say.failed(problem),
  });
}

/** How the school's export was mapped the last time. */
export function useMapping(urn: string, halfTerm: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['mapping', urn],
    queryFn: () => api.get<{ readonly mapping?: ExportMapping }>(`${soapPath(halfTerm, urn)}/mapping`),
  });
}
