import type { GatheringView, MyGatherings } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';
import { Outbox } from './outbox.ts';

/** How soon a change that found no connection is sent again, in milliseconds. */
const AGAIN_MS = 8_000;

/** A meeting's own way in the API. */
export const pathOf = (key: string): string => `/api/gatherings/${encodeURIComponent(key)}`;

/** The reader's meetings about now, the one that is on or comes next, and the one whose chat this is. */
export function useMyMeetings(chat: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['gatherings', chat ?? ''],
    queryFn: () =>
      api.get<MyGatherings>(`/api/gatherings${chat === undefined ? '' : `?chat=${encodeURIComponent(chat)}`}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** One meeting, read again while it is looked at: others write into it too. */
export function useMeeting(key: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['gathering', key],
    queryFn: () => api.get<GatheringView>(pathOf(key)),
    refetchInterval: FRESH_EVERY_MS / 3,
  });
}

/** What the reader wrote into a meeting and is on its way. */
export function useOutbox(key: string, person: string): Outbox {
  const api = useApi();
  const settle = useSettle(key);
  const box = useMemo(
    () =>
      new Outbox(window.localStorage, `owls/meeting/${person}/${key}`, async (path, body) => {
        const answer = await api.send<GatheringView>('PUT', `${pathOf(key)}${path}`, body);
        settle(answer);
        return versionAt(answer, path);
      }),
    [api, settle, key, person],
  );
  useEffect(() => {
    const go = () => void box.flush();
    go();
    const timer = setInterval(go, AGAIN_MS);
    window.addEventListener('online', go);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
    };
  }, [box]);
  return box;
}

/** Takes an answer for how the meeting stands; one that was asked for before would show it as it was. */
function useSettle(key: string): (answer: GatheringView) => void {
  const queries = useQueryClient();
  return useCallback(
    (answer) => {
      void queries.cancelQueries({ queryKey: ['gathering', key] });
      queries.setQueryData(['gathering', key], answer);
    },
    [queries, key],
  );
}

/** The version of the row that a change went to, as it stands in a meeting. */
function versionAt({ sheet, points, actions }: GatheringView, path: string): string | undefined {
  if (path === '/minutes') return sheet?.version;
  return [...points, ...actions].find(({ id }) => path === `/points/${id}` || path === `/actions/${id}`)?.version;
}

export function useWaiting(box: Outbox) {
  return useSyncExternalStore(box.subscribe, box.all);
}

/** Things done with one press; each answers with the meeting as it then stands. */
export function useAct(key: string) {
  const api = useApi();
  const settle = useSettle(key);
  const say = useSay();
  return useMutation({
    mutationFn: ({ method, path, body }: Act) => api.send<GatheringView>(method, `${pathOf(key)}${path}`, body ?? {}),
    onSuccess: (answer, { says }) => {
      settle(answer);
      say.done(says);
    },
    onError: (problem) => say.failed(problem),
  });
}

interface Act {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** What is said once it is done. */
  readonly says: string;
}
