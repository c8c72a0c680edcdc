import type { MeView, Phase } from '@owls/policy';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { SignInFailed } from '../m365/host.ts';
import { ApiProblem } from './api.ts';
import { useApi } from './api-context.tsx';

/** How often what is on the screen is read again, in milliseconds. Reads come from the service's memory and are cheap. */
export const FRESH_EVERY_MS = 15_000;

/** Refusals stay refusals: only silence and the service's own troubles are tried again. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (tries, problem) => tries < 2 && worthAnotherTry(problem),
        retryDelay: (tries) => 600 * 2 ** tries,
      },
    },
  });
}

function worthAnotherTry(problem: Error): boolean {
  if (problem instanceof SignInFailed) return false;
  return !(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500;
}

/** Who the signed-in person is and what they may do. */
export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    queryFn: () => api.get<MeView>('/api/me'),
    // The half term turns while the tab is open, and the tenant's clock is not this device's.
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** A school as the lists of the tab name it. */
export interface SchoolInList {
  readonly urn: string;
  readonly name: string;
  readonly cluster: string;
  readonly phase: Phase;
}

/** The schools the reader may see. */
export function useSchools() {
  const api = useApi();
  return useQuery({
    queryKey: ['schools'],
    queryFn: () => api.get<readonly SchoolInList[]>('/api/schools'),
    staleTime: 60_000,
  });
}
